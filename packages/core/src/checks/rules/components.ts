import type { ComponentUse } from "../../blocks/component-use.js";
import type { Collected } from "../../template/collect.js";
import type { TemplateRule } from "../check-template.js";
import { checkOverrides } from "../check-overrides.js";
import {
  buildScope,
  checkOptions,
  checkTogether,
  checkWritten,
  readTooEarly,
  type CheckedUse,
} from "../check-use.js";
import { allParts, partsToCheck, type Part } from "../parts.js";
import { reporter, type Reporter } from "../report.js";

/** Each use of a component: its options exist, have the right values, are complete, and obey the component's rules. */
export const componentsRule: TemplateRule = ({ collected, check: { now } = {} }, findings) => {
  let prepared: ReadonlySet<ComponentUse> | undefined;
  const time = now?.getTime();
  const together = (use: CheckedUse, report: Reporter): void => {
    checkTogether(use, report, time);
  };
  let used: ReadonlySet<ComponentUse> | undefined;
  const isUnused = (use: ComponentUse): boolean =>
    use.definition.kind === "source" && !(used ??= usedSources(collected)).has(use);
  const check = ({ use, path, build }: Part): void => {
    const report = isUnused(use)
      ? softened(reporter(findings, path, use.site))
      : reporter(findings, path, use.site);
    checkOptions(use.definition, use.options, report);
    checkRepetition(use, report);
    checkWritten(
      build !== undefined ? { ...use.inspected, buildScoped: readTooEarly(use) } : use.inspected,
      report,
    );
    // A source that builds only use with additions is complete with them, and Packer never looks at it alone.
    if (use.definition.kind !== "source" || (prepared ??= preparedSources(collected)).has(use))
      together(use, report);
    if (use.options["override"] !== undefined && use.definition.kind === "provisioner") {
      checkOverrides(use, together, report);
    }
  };
  // What is plain today may have a date that lies in the past at another moment.
  (time === undefined ? partsToCheck(collected) : allParts(collected)).forEach(check);
};

/** What Packer repeats a block over is a collection, and it repeats none in a data source. */
function checkRepetition({ definition, inspected, repetition }: ComponentUse, report: Reporter): void {
  if (inspected.hasRepetition && definition.kind === "data") {
    report({
      code: "bad-repetition",
      summary: "Packer expands no dynamic blocks in a data source",
      detail: "Write the blocks out: use map over a list that the program knows.",
    });
  }
  if (repetition === undefined) return;
  checkWritten({ problems: repetition.forEach.problems, buildScoped: [] }, report);
  if (repetition.forEach.inBuild) report(buildScope("for_each"));
}

/** The sources that a build uses, as they are or with additions; Packer never looks at others. */
function usedSources({ builds, sources }: Collected): ReadonlySet<ComponentUse> {
  // Which they are is not known where a build's list is an expression.
  if (builds.some(({ block }) => block.sourceList !== undefined)) return new Set(sources);
  return new Set(builds.flatMap(({ block }) => block.sources.map(({ source }) => source)));
}

/** What is an error in a source that a build uses is a warning in one that none does. */
function softened(report: Reporter): Reporter {
  return (found) => {
    report({
      ...found,
      ...(found.severity === undefined || found.severity === "error" ? { severity: "warning" } : {}),
    });
  };
}

/** The sources that a build uses as they are. */
function preparedSources(collected: Collected): ReadonlySet<ComponentUse> {
  return new Set(
    collected.builds.flatMap(({ block }) =>
      block.sources.flatMap(({ source, as }) => (as === undefined ? [source] : [])),
    ),
  );
}
