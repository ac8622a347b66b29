import type { TemplateRule } from "../check-template.js";
import { checkWritten } from "../check-use.js";
import { reporter } from "../report.js";

/** Locals are values that HCL can hold and that exist before a build runs. */
export const localsRule: TemplateRule = ({ collected }, findings) => {
  for (const { name, value, site } of collected.locals) {
    const { problems, inBuild } = value;
    checkWritten({ problems, buildScoped: inBuild ? [name] : [] }, reporter(findings, `local.${name}`, site));
  }
};
