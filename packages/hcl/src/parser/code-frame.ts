import { countClusters } from "../lexer/graphemes.js";
import type { SourceText } from "../source.js";

/** How much of a long line is shown before and behind the error. */
const BEFORE = 60;
const BEHIND = 60;

/** The line of a range with carets under it; a long line is cut, a range over several lines is marked on its first. */
export function codeFrame(source: SourceText, start: number, end: number): string {
  const { text } = source;
  const line = source.lineAt(start);
  const lineStart = source.lineStart(line);
  const from = Math.max(lineStart, safeCut(text, start - BEFORE));
  const lineEnd = endOfLine(text, start, Math.min(text.length, start + BEHIND * 2));
  const to = Math.max(start, Math.min(lineEnd, safeCut(text, Math.max(end, start) + BEHIND)));
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const head = from > lineStart ? "…" : "";
  const tail = to < lineEnd ? "…" : "";
  const shown = `${head}${text.slice(from, to)}${tail}`;
  const stop = Math.min(Math.max(end, start), to);
  const width = Math.max(1, countClusters(text, start, stop));
  // Tabs stay tabs, so that the mark stands under its text however wide they are.
  const before = text.slice(from, start);
  const tabs = before.lastIndexOf("\t") + 1;
  const pad =
    before.slice(0, tabs).replace(/[^\t]/g, " ") + " ".repeat(countClusters(before, tabs, before.length));
  return `${number} | ${shown}\n${gutter} | ${" ".repeat(head.length)}${pad}${"^".repeat(width)}`;
}

function endOfLine(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) === 10)) return at;
  }
  return limit;
}

/** An offset that cuts no surrogate pair in two. */
function safeCut(text: string, at: number): number {
  return at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at + 1 : at;
}
