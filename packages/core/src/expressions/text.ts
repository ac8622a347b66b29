import type { Expr, ExprBase, Scope } from "./expr.js";
import { createExpr } from "./expr-value.js";
import { TextParts } from "./text-parts.js";
import { STRING } from "./value-type.js";

/** What can stand in the `${}` of {@link text}: values that HCL turns into text by itself. */
export type TextPart<S extends Scope = never> =
  string | number | boolean | ExprBase<string | number | boolean, S>;

/**
 * Text with expressions in it; literal parts and literal values are text, never expressions.
 *
 * Escapes are those of JavaScript's template literals (`\n` is a newline, `\\` a backslash).
 *
 * A part that is no Unicode text is a diagnostic of the template that uses it.
 * @example
 * text`golden-${variable("os", z.string())}`   // HCL: "golden-${var.os}"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#string-literals
 */
export function text<S extends Scope = never>(
  strings: TemplateStringsArray,
  ...values: readonly TextPart<S>[]
): Expr<string, S> {
  const parts = new TextParts();
  // An escape that JavaScript does not know has no cooked text, which the type leaves out.
  for (const [at, cooked] of (strings as readonly (string | undefined)[]).entries()) {
    if (cooked === undefined) parts.refuse(BAD_ESCAPE);
    parts.literal(cooked ?? "");
    if (at < values.length) parts.value(values[at]);
  }
  const node = parts.node();
  const { uses, problems, inBuild, needs } = parts;
  return createExpr({ node, type: STRING, uses, problems, inBuild, needs });
}

const BAD_ESCAPE = "it has an escape that JavaScript does not know; write \\\\ for a backslash";
