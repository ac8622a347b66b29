import type { TemplateRule } from "../check-template.js";
import { buildScope, checkWritten } from "../check-use.js";
import { reporter } from "../report.js";

/** Locals are values that HCL can hold and that exist before a build runs. */
export const localsRule: TemplateRule = ({ collected }, findings) => {
  for (const { name, value, site } of collected.locals) {
    const report = reporter(findings, `local.${name}`, site);
    checkWritten({ problems: value.problems, buildScoped: [] }, report);
    if (value.inBuild) report(buildScope(`local.${name}`));
  }
};
