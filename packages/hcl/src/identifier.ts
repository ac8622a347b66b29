/** HCL's identifiers: Unicode's ID_Start or an underscore, then ID_Continue or a dash. */
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

/**
 * Whether `name` can stand where HCL wants an identifier: an attribute's name, a block's type, a bare label.
 *
 * @example isIdentifier("image-family") // true
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#identifiers
 */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}
