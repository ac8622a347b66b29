import type { TemplateRule } from "../check-template.js";
import { forEachPart } from "../parts.js";
import { reporter } from "../report.js";

/** What works in legacy JSON only; the outputs in HCL make an error of the warning. */
export const legacyOnlyRule: TemplateRule = ({ collected, options }, findings) => {
  // A template that was read from HCL is in HCL already, where this is an error.
  if (options.requirements !== undefined) return;
  forEachPart(collected, ({ use: { definition, site }, path }) => {
    if (definition.legacyOnly === undefined) return;
    reporter(
      findings,
      path,
      site,
    )({
      code: "legacy-only",
      severity: "warning",
      summary: `${definition.type} works in legacy JSON only`,
      detail: definition.legacyOnly,
    });
  });
};
