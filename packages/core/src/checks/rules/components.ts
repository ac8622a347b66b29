import type { ComponentUse } from "../../blocks/component-use.js";
import type { Collected } from "../../template/collect.js";
import type { TemplateRule } from "../check-template.js";
import { checkOverrides } from "../check-overrides.js";
import { buildScope, checkOptions, checkTogether, checkWritten, readTooEarly } from "../check-use.js";
import { forEachPart } from "../parts.js";
import { reporter, type Reporter } from "../report.js";

/** Each use of a component: its options exist, have the right values, are complete, and obey the component's rules. */
export const componentsRule: TemplateRule = ({ collected }, findings) => {
  let prepared: ReadonlySet<ComponentUse> | undefined;
  forEachPart(collected, ({ use, path, inBuild }) => {
    const report = reporter(findings, path, use.site);
    checkOptions(use.definition, use.options, report);
    checkRepetition(use, report);
    checkWritten(inBuild ? { ...use.inspected, buildScoped: readTooEarly(use) } : use.inspected, report);
    // A source that builds only use with additions is complete with them, and Packer never looks at it alone.
    if (use.definition.kind !== "source" || (prepared ??= preparedSources(collected)).has(use))
      checkTogether(use, report);
    if (use.options["override"] !== undefined && use.definition.kind === "provisioner") {
      checkOverrides(use, checkTogether, report);
    }
  });
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

/** The sources that a build uses as they are. */
function preparedSources(collected: Collected): ReadonlySet<ComponentUse> {
  return new Set(
    collected.builds.flatMap(({ block }) =>
      block.sources.flatMap(({ source, as }) => (as === undefined ? [source] : [])),
    ),
  );
}
