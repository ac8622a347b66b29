import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";
import { checkOptions, checkWritten } from "./components.js";

/** What `.as` adds are options of the source that it does not have yet. */
export const sourceAdditionsRule: TemplateRule = ({ collected }, findings) => {
  for (const [at, { block, additions }] of collected.builds.entries()) {
    for (const [i, { source, as }] of block.sources.entries()) {
      const written = additions[i];
      if (as === undefined || written === undefined) continue;
      const report = reporter(findings, `build[${String(at)}].source.${as.name}`, as.site);
      checkOptions(source.definition, as.additions, report);
      checkWritten(written, false, report);
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
    }
  }
};
