import { labelOf, nameOf } from "../../blocks/build-block.js";
import { ONE_CHOICE } from "../../plugin/meta.js";
import { isGiven } from "../../plugin/rule.js";
import type { TemplateRule } from "../check-template.js";
import { nearest } from "../nearest.js";
import { partsToCheck } from "../parts.js";
import { reporter, type Reporter } from "../report.js";

/** `only`, `except` and `override` name sources of their build; Packer would ignore any other name silently. */
export const labelsRule: TemplateRule = ({ collected }, findings) => {
  for (const { use, path, build } of partsToCheck(collected)) {
    if (build === undefined) continue;
    const { only, except, override } = use.options;
    if (only === undefined && except === undefined && override === undefined) continue;
    const { sources } = build.block;
    const labels = sources.map((source) => labelOf(source));
    const report = reporter(findings, path, use.site);
    checkLabels("only", only, labels, report);
    checkLabels("except", except, labels, report);
    if (isGiven(only) && isGiven(except)) {
      report({
        code: "conflicting-options",
        summary: ONE_CHOICE,
        keys: ["except"],
      });
    }
    // Of a post-processor it is an option of its own.
    if (use.definition.kind !== "provisioner" || typeof override !== "object" || override === null) continue;
    const names = sources.map((source) => nameOf(source));
    for (const key of Object.keys(override)) {
      if (!names.includes(key)) report(unknown("override", key, names, ["override", key]));
    }
  }
};

function checkLabels(option: string, value: unknown, labels: readonly string[], report: Reporter): void {
  if (!Array.isArray(value)) return;
  for (const [i, label] of value.entries()) {
    if (typeof label !== "string" || labels.includes(label)) continue;
    report(unknown(option, label, labels, [option, String(i)]));
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
