import {
  interpolation,
  string,
  template,
  text as textPart,
  unwritable,
  type TemplatePart,
} from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import type { Expr, ExprBase, Scope } from "./expr.js";
import { createExpr, isExpr, stateOf } from "./expr-value.js";
import { write } from "./to-node.js";
import { describeType, STRING } from "./value-type.js";
import type { Unwritable } from "./written.js";

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
  const parts: TemplatePart[] = [];
  let literal = "";
  const flush = (): void => {
    if (literal !== "") parts.push(textPart(literal));
    literal = "";
  };
  const uses: Declaration[] = [];
  const problems: Unwritable[] = [];
  let inBuild = false;
  const refuse = (reason: string): void => {
    // Text inside text brings its own problems, of which some are found again in the whole.
    if (!problems.some((known) => known.reason === reason)) problems.push({ path: [], reason });
  };
  // An escape that JavaScript does not know has no cooked text, which the type leaves out.
  for (const [at, cooked] of (strings as readonly (string | undefined)[]).entries()) {
    if (cooked === undefined) refuse(BAD_ESCAPE);
    literal += cooked ?? "";
    if (at >= values.length) continue;
    const value = values[at];
    const stranger = strangerIn(value);
    if (stranger !== undefined) {
      refuse(`${stranger} cannot stand in text; use strings, numbers, booleans and expressions of them`);
      continue;
    }
    if (typeof value !== "object") {
      literal += String(value);
      continue;
    }
    const written = write(value);
    // Text inside text needs no `${}` of its own.
    if (written.node.kind === "template") {
      for (const part of written.node.parts) {
        if (part.kind === "text") literal += part.value;
        else {
          flush();
          parts.push(part);
        }
      }
    } else if (written.node.kind === "string") {
      literal += written.node.value;
    } else {
      flush();
      parts.push(interpolation(written.node));
    }
    uses.push(...written.uses);
    for (const { reason } of written.problems) refuse(reason);
    inBuild ||= written.inBuild;
  }
  flush();
  for (const part of parts) {
    const reason = part.kind === "text" ? unwritable(part.value) : undefined;
    if (reason !== undefined) refuse(`HCL cannot hold this text: ${reason}`);
  }
  const only = parts[0];
  const node =
    parts.length === 0
      ? string("")
      : parts.length === 1 && only?.kind === "text"
        ? string(only.value)
        : template(parts);
  return createExpr({ node, type: STRING, uses, problems, inBuild });
}

const BAD_ESCAPE = "it has an escape that JavaScript does not know; write \\\\ for a backslash";

/** What a part is that has no place in text, in words; the types refuse it, and not every program is checked by them. */
function strangerIn(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "bigint":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    case "object": {
      if (value === null) return "null";
      if (!isExpr(value)) return Array.isArray(value) ? "a list" : "an object";
      const { type } = stateOf(value);
      const { kind } = type;
      const isText = kind === "string" || kind === "number" || kind === "bool" || kind === "any";
      return isText ? undefined : describeType(type);
    }
    default:
      return typeof value === "undefined" ? "undefined" : `a ${typeof value}`;
  }
}
