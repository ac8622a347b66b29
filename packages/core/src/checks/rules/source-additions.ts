import { optionsOf, type SourceReference } from "../../blocks/build-block.js";
import { identity } from "../check-overrides.js";
import type { TemplateRule } from "../check-template.js";
import { reporter, type Reporter } from "../report.js";
import { checkOptions, checkTogether, checkWritten } from "../check-use.js";

/** What `.as` adds are options of the source that it does not have yet, and the source obeys its rules with them. */
export const sourceAdditionsRule: TemplateRule = ({ collected }, findings) => {
  for (const [at, { block, additions }] of collected.builds.entries()) {
    for (const [i, { source, as }] of block.sources.entries()) {
      const written = additions[i];
      if (as === undefined || written === undefined) continue;
      const report = reporter(findings, `build[${String(at)}].source.${as.name}`, as.site);
      checkOptions(source.definition, as.additions, report);
      checkWritten(written, report);
      for (const option of Object.keys(as.additions)) {
        if (as.additions[option] === undefined || source.options[option] === undefined) continue;
        if (source.definition.blocks?.[option]?.many === true) continue;
        report({
          code: "bad-source-use",
          summary: `${option} is set in the source already, and a source block in a build can only add options`,
          detail: `Use .with(${JSON.stringify(as.name)}, { ${option}: … }), which makes a source of its own.`,
          keys: [option],
        });
      }
      const isPrepared = collected.builds.some((build) =>
        build.block.sources.some((other) => other.source === source && other.as === undefined),
      );
      checkMerged({ source, as }, isPrepared, report);
    }
  }
};

/** Checks a source with its additions; what is reported of the source alone already is not said again. */
function checkMerged(reference: SourceReference, isPrepared: boolean, report: Reporter): void {
  const { source } = reference;
  const additions = reference.as?.additions ?? {};
  const known = new Set<string>();
  if (isPrepared) checkTogether(source, (found) => known.add(identity(found)));
  checkTogether({ definition: source.definition, options: optionsOf(reference) }, (found) => {
    if (known.has(identity(found))) return;
    const [option = ""] = found.keys ?? [];
    report({ ...found, keys: Object.hasOwn(additions, option) ? (found.keys ?? []) : [] });
  });
}
