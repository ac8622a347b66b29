import type { BuildBlock } from "../blocks/build-block.js";
import { TemplateValue } from "./template.js";

/**
 * The template behind a template or a build, which is a template of one.
 *
 * @throws TypeError for a value that is neither
 */
export function templateOf(template: object): TemplateValue {
  if (template instanceof TemplateValue) return template;
  if (isBuild(template)) return new TemplateValue([template.block], {}, template.block.site);
  throw new TypeError("this is neither a template nor a build of @packwright/core");
}

function isBuild(value: object): value is { readonly block: BuildBlock } {
  return (
    "block" in value && typeof value.block === "object" && value.block !== null && "sources" in value.block
  );
}
