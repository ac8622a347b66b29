import { labelOf, nameOf } from "../../blocks/build-block.js";
import type { TemplateRule } from "../check-template.js";
import { nearest } from "../check-value.js";
import { stepsOf } from "../parts.js";
import { reporter, type Reporter } from "../report.js";

/** `only`, `except` and `override` name sources of their build; Packer would ignore any other name silently. */
export const labelsRule: TemplateRule = ({ collected }, findings) => {
  for (const [at, { block }] of collected.builds.entries()) {
    let labels: ReadonlySet<string> | undefined;
    for (const { path, written } of stepsOf(collected, at)) {
      const { only, except, override } = written.use.options;
      if (only === undefined && except === undefined && override === undefined) continue;
      labels ??= new Set(block.sources.map((source) => labelOf(source)));
      const report = reporter(findings, path, written.use.site);
      checkLabels("only", only, labels, report);
      checkLabels("except", except, labels, report);
      if (isFilled(only) && isFilled(except)) {
        report({
          code: "conflicting-options",
          summary: "only and except exclude each other",
          detail: "Keep one of them.",
          keys: ["except"],
        });
      }
      if (typeof override !== "object" || override === null) continue;
      const names = block.sources.map((source) => nameOf(source));
      for (const key of Object.keys(override)) {
        if (!names.includes(key)) report(unknown("override", key, names, ["override", key]));
      }
    }
  }
};

function checkLabels(option: string, value: unknown, labels: ReadonlySet<string>, report: Reporter): void {
  if (!Array.isArray(value)) return;
  for (const [i, label] of value.entries()) {
    if (typeof label !== "string" || labels.has(label)) continue;
    report(unknown(option, label, [...labels], [option, String(i)]));
  }
}

function unknown(
  option: string,
  label: string,
  known: readonly string[],
  keys: readonly string[],
): Parameters<Reporter>[0] {
  const meant = nearest(label, known);
  const list = known.map((one) => JSON.stringify(one)).join(", ");
  return {
    code: "bad-label-reference",
    summary: `${option} names ${JSON.stringify(label)}, and this build has no such source`,
    detail: `${meant === undefined ? "" : `Did you mean ${JSON.stringify(meant)}? `}Its sources are ${list}.`,
    keys,
  };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
