import type { Block } from "@packwright/hcl/nodes";
import { templateOf } from "./template-of.js";

/**
 * The blocks of a template's file as nodes of HCL, whatever `check` has to say about them, for tools that look at more
 * of a template than its outputs.
 *
 * @throws TypeError for a value that is neither a template nor a build, and for values that HCL cannot hold
 * @example
 * print({ items: blocksOf(image) })   // what image.toHcl() gives, when the template has no errors
 */
export function blocksOf(template: object): readonly Block[] {
  return [...templateOf(template).blocks];
}
