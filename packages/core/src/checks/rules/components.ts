import type { ComponentUse } from "../../blocks/component-use.js";
import type { Collected } from "../../template/collect.js";
import type { TemplateRule } from "../check-template.js";
import { checkOverrides } from "../check-overrides.js";
import { checkOptions, checkTogether, checkWritten, readTooEarly } from "../check-use.js";
import { forEachPart } from "../parts.js";
import { reporter } from "../report.js";

/** Each use of a component: its options exist, have the right values, are complete, and obey the component's rules. */
export const componentsRule: TemplateRule = ({ collected }, findings) => {
  let prepared: ReadonlySet<ComponentUse> | undefined;
  forEachPart(collected, ({ use, path, inBuild }) => {
    const report = reporter(findings, path, use.site);
    checkOptions(use.definition, use.options, report);
    checkWritten(inBuild ? { ...use.inspected, buildScoped: readTooEarly(use) } : use.inspected, report);
    // A source that builds only use with additions is complete with them, and Packer never looks at it alone.
    if (use.definition.kind !== "source" || (prepared ??= preparedSources(collected)).has(use))
      checkTogether(use, report);
    if (use.options["override"] !== undefined && use.definition.kind === "provisioner") {
      checkOverrides(use, checkTogether, report);
    }
  });
};

/** The sources that a build uses as they are. */
function preparedSources(collected: Collected): ReadonlySet<ComponentUse> {
  return new Set(
    collected.builds.flatMap(({ block }) =>
      block.sources.flatMap(({ source, as }) => (as === undefined ? [source] : [])),
    ),
  );
}
