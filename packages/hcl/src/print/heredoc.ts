import { needsQuotes, HEREDOC_SPELLING } from "../escape.js";
import { clusterEnd } from "../lexer/graphemes.js";
import type { Expression, TemplatePart } from "../nodes.js";
import { printParts } from "./expression.js";

/** A heredoc before it is indented: its opening, its lines, and the marker that closes it. */
export interface HeredocLines {
  readonly opening: string;
  readonly text: readonly string[];
  readonly marker: string;
  readonly indented: boolean;
}

const MARKER = "EOT";

/**
 * The lines of an expression that reads best as a heredoc: one that is a heredoc, and text of several lines that an
 * indented heredoc says exactly. `undefined` for everything else.
 */
export function heredocLines(node: Expression): HeredocLines | undefined {
  switch (node.kind) {
    case "heredoc":
      return (
        layOut(node.parts, node.marker) ??
        (node.indented ? undefined : layOut(node.parts, node.marker, false))
      );
    case "string":
      return node.value.includes("\n") ? layOut([{ kind: "text", value: node.value }]) : undefined;
    case "template":
      return layOut(node.parts);
    default:
      return undefined;
  }
}

function layOut(parts: readonly TemplatePart[], wanted = MARKER, indented = true): HeredocLines | undefined {
  const end = parts.at(-1);
  if (end?.kind !== "text" || !end.value.endsWith("\n") || parts.some(isUnfit)) return undefined;
  const text = printParts(parts, HEREDOC_SPELLING).slice(0, -1).split("\n");
  if (text.length < 2 && wanted === MARKER) return undefined;
  // What all lines are indented by would be taken away with the indentation that the heredoc gets.
  if (indented && !text.some((line) => /^\S/.test(line))) return undefined;
  // A line that begins with a combining mark loses it to the last space of its indentation.
  if (indented && text.some((line) => joinsSpace(line))) return undefined;
  const marker = freeMarker(wanted, text);
  return { opening: `${indented ? "<<-" : "<<"}${marker}`, text, marker, indented };
}

/** Whether the first character of a line forms one grapheme cluster, which is what HCL counts, with a space before it. */
function joinsSpace(line: string): boolean {
  return line.charCodeAt(0) > 126 && clusterEnd(` ${line}`, 0) !== 1;
}

/** A heredoc knows no escapes, and a sequence that trims would trim the indentation too. */
function isUnfit(part: TemplatePart, at: number, parts: readonly TemplatePart[]): boolean {
  if (part.kind === "text") {
    const next = parts[at + 1];
    return (
      needsQuotes(part.value) || (next !== undefined && next.kind !== "text" && /[$%]$/.test(part.value))
    );
  }
  return part.kind !== "interpolation" || part.strip !== undefined;
}

/** A marker that no line of the text is, as a line of it alone would close the heredoc. */
function freeMarker(wanted: string, text: readonly string[]): string {
  let marker = wanted;
  for (let i = 2; text.some((line) => line.trim() === marker); i++) marker = `${wanted}${String(i)}`;
  return marker;
}
