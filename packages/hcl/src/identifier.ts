import { scanIdentifier } from "./lexer/identifiers.js";

/**
 * Whether `name` can stand where HCL wants an identifier: an attribute's name, a block's type, a bare label.
 *
 * An identifier is Unicode 9's ID_Start or an underscore, then ID_Continue or dashes, as HCL's scanner has it.
 *
 * @example isIdentifier("image-family") // true
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#identifiers
 */
export function isIdentifier(name: string): boolean {
  return name.length > 0 && scanIdentifier(name, 0) === name.length;
}
