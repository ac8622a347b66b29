import { labelOf, type BuildBlock } from "../../blocks/build-block.js";
import type { ComponentUse } from "../../blocks/component-use.js";
import { addedBy, askedOfBuild, problemOfBuildVariable } from "../../build/build-variables.js";
import { write } from "../../expressions/to-node.js";
import type { TemplateRule } from "../check-template.js";
import { partsToCheck } from "../parts.js";
import { reporter } from "../report.js";

/** `build.*` in the steps of a build is what Packer says of every build, or what one of its builders adds. */
export const buildVariablesRule: TemplateRule = ({ collected, options: { requirements } }, findings) => {
  // Of a template that was read from files it has been said when its expressions were read.
  if (requirements !== undefined) return;
  for (const { use, path, build } of partsToCheck(collected)) {
    const { buildScoped } = use.inspected;
    if (build === undefined || buildScoped.length === 0) continue;
    const added = addedBy(buildersOf(build.block, use));
    const report = reporter(findings, path, use.site);
    for (const option of buildScoped) {
      for (const name of askedOfBuild(write(use.options[option]).node)) {
        const problem = problemOfBuildVariable(name, added);
        if (problem === undefined) continue;
        report({
          code: "unknown-reference",
          ...(added === undefined ? { severity: "warning" } : {}),
          ...problem,
          keys: [option],
        });
      }
    }
  }
};

/** The builders that a step runs behind. */
function buildersOf({ sources }: BuildBlock, { options: { only, except } }: ComponentUse) {
  return sources
    .filter((source) => {
      const label = labelOf(source);
      if (Array.isArray(only)) return only.includes(label);
      return !(Array.isArray(except) && except.includes(label));
    })
    .map(({ source }) => source.definition);
}
