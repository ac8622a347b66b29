import type { TemplateRule } from "../check-template.js";
import { partsToCheck } from "../parts.js";
import { reporter } from "../report.js";

/** What works in legacy JSON only; the outputs in HCL make an error of the warning. */
export const legacyOnlyRule: TemplateRule = ({ collected, options }, findings) => {
  // A template that was read from HCL is in HCL already, where this is an error.
  if (options.requirements !== undefined) return;
  for (const { use, path } of partsToCheck(collected)) {
    const { definition, site } = use;
    if (definition.legacyOnly === undefined) continue;
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
  }
};
