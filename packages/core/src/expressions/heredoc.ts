import { heredoc as heredocNode } from "@packwright/hcl";
import type { TemplatePart } from "@packwright/hcl/nodes";
import type { Expr, Scope } from "./expr.js";
import { createExpr } from "./expr-value.js";
import { TextParts } from "./text-parts.js";
import type { TextPart } from "./text.js";
import { STRING } from "./value-type.js";

const MARKER = "EOT";

/**
 * Text of several lines, written as an indented heredoc. The line break after the opening backtick and the indentation
 * that all lines have in common are no part of it; it ends with a newline.
 *
 * Values in it are live, as in {@link text}; literal text is text, escapes are those of JavaScript.
 * @example
 * heredoc`
 *   #!/bin/sh
 *   echo ${region} > "$HOME/region"
 * `
 * // <<-EOT
 * //   #!/bin/sh
 * //   echo ${var.region} > "$HOME/region"
 * // EOT
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#heredoc-strings
 */
export function heredoc<S extends Scope = never>(
  strings: TemplateStringsArray,
  ...values: readonly TextPart<S>[]
): Expr<string, S> {
  const parts = new TextParts();
  // An escape that JavaScript does not know has no cooked text, which the type leaves out.
  const cooked = strings as readonly (string | undefined)[];
  if (cooked.includes(undefined)) {
    parts.refuse("it has an escape that JavaScript does not know; write \\\\ for a backslash");
  }
  const lines = withoutIndentation(cooked.map((part) => part ?? ""));
  for (const [at, part] of lines.entries()) {
    parts.literal(part);
    if (at < values.length) parts.value(values[at]);
  }
  const node = heredocNode(MARKER, endingWithNewline(parts.parts()));
  const { uses, problems, inBuild, needs } = parts;
  return createExpr({ node, type: STRING, uses, problems, inBuild, needs });
}

/** Takes away the line break at the front, the indentation of the closing backtick's line, and what all lines share. */
function withoutIndentation(strings: readonly string[]): readonly string[] {
  const text = strings.map((part, at) => {
    const start = at === 0 ? part.replace(/^[ \t]*\r?\n/, "") : part;
    return at === strings.length - 1 ? start.replace(/\n[ \t]*$/, "\n") : start;
  });
  let common: string | undefined;
  text.forEach((part, at) => {
    const starts = at === 0 ? `\n${part}` : part;
    const isLast = at === text.length - 1;
    for (const match of starts.matchAll(/\n([ \t]*)(?=([^]?))/g)) {
      const [, indentation = "", next] = match;
      // A line of white space alone has nothing to be indented; one that begins with a value has.
      if (next === "\n" || next === "\r" || (next === "" && isLast)) continue;
      common = common === undefined ? indentation : shared(common, indentation);
    }
  });
  const width = common?.length ?? 0;
  if (width === 0) return text;
  const cut = new RegExp(`\\n[ \\t]{0,${String(width)}}`, "g");
  return text.map((part, at) =>
    at === 0 ? `\n${part}`.replace(cut, "\n").slice(1) : part.replace(cut, "\n"),
  );
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** HCL reads a newline at the end of every heredoc. */
function endingWithNewline(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const last = parts.at(-1);
  if (last?.kind !== "text") return [...parts, { kind: "text", value: "\n" }];
  if (last.value.endsWith("\n")) return parts;
  return [...parts.slice(0, -1), { kind: "text", value: `${last.value}\n` }];
}
