import type { Input, Scope } from "../expressions/expr.js";
import { isExpr } from "../expressions/expr-value.js";
import { text, type TextPart } from "../expressions/text.js";

/** The text of a line between its parts, and the parts. */
interface Line<S extends Scope> {
  readonly texts: string[];
  readonly parts: TextPart<S>[];
}

/**
 * The lines of a script for `inline`, without the indentation that they have in common and without the first and the
 * last line where these are blank.
 *
 * Backslashes are the script's own, but for `\${` and `` \` ``, which stand for `${` and `` ` ``; everything but the
 * `${}` of the program is literal, so that `$HOME` and `\${HOME}` reach the shell. Packwright's expressions become
 * interpolations.
 *
 * @example
 * shell({
 *   inline: shell.lines`
 *     set -eu
 *     curl -fsSL ${url} | tar -xz -C "\${HOME}"
 *   `,
 * })
 * // inline = ["set -eu", "curl -fsSL ${var.url} | tar -xz -C \"$${HOME}\""]
 */
export function lines<S extends Scope = never>(
  strings: TemplateStringsArray,
  ...parts: readonly TextPart<S>[]
): readonly Input<string, S>[] {
  const found: Line<S>[] = [{ texts: [""], parts: [] }];
  for (const [at, raw] of strings.raw.entries()) {
    const [rest = "", ...more] = raw.replaceAll(/\\(?=\$\{|`)/g, "").split("\n");
    const last = found.at(-1);
    last?.texts.push(`${last.texts.pop() ?? ""}${rest}`);
    for (const line of more) found.push({ texts: [line], parts: [] });
    const part = parts[at];
    if (at >= parts.length || part === undefined) continue;
    found.at(-1)?.parts.push(part);
    found.at(-1)?.texts.push("");
  }
  if (found[0] !== undefined && isBlank(found[0])) found.shift();
  const end = found.at(-1);
  if (end !== undefined && isBlank(end)) found.pop();
  const indents = found.filter((line) => !isBlank(line)).map(({ texts: [first = ""] }) => indentOf(first));
  const indent = Math.min(...indents);
  return found.map((line) => (isBlank(line) ? "" : written(line, indent)));
}

function isBlank<S extends Scope>({ texts, parts }: Line<S>): boolean {
  return parts.length === 0 && texts.every((each) => each.trim() === "");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function written<S extends Scope>({ texts, parts }: Line<S>, indent: number): Input<string, S> {
  const [first = "", ...rest] = texts;
  const cut = [first.slice(indent), ...rest];
  if (parts.some((part) => isExpr(part))) return text(Object.assign(cut, { raw: cut }), ...parts);
  return cut
    .map((each, at) => {
      const part = parts[at];
      return `${each}${part === undefined || typeof part === "object" ? "" : String(part)}`;
    })
    .join("");
}
