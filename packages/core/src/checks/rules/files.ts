import { hostFiles } from "../../plugin/files.js";
import type { TemplateRule } from "../check-template.js";
import { allParts } from "../parts.js";
import { reporter } from "../report.js";
import { UseContext } from "../rule-context.js";

/** The files that components name, when they are asked for: most templates are made elsewhere than they are used. */
export const filesRule: TemplateRule = ({ collected, check: { files: asked = false } = {} }, findings) => {
  if (!asked) return;
  const files = hostFiles();
  if (files === undefined)
    throw new Error("check({ files: true }) looks at files, and this engine has no file system to look at");
  for (const { use, path } of allParts(collected)) {
    const { fileRules = [] } = use.definition;
    if (fileRules.length === 0) continue;
    const context = new UseContext(use.options, use.definition, reporter(findings, path, use.site));
    for (const rule of fileRules) rule(context, files);
  }
};
