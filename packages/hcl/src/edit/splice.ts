import { format } from "../format/format.js";
import { parse, type ParsedFile } from "../parser/parse.js";
import { EditError } from "./address.js";

/** One stretch of the text that gives way to another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes a change and lays out what it touched: the lines of the change as the formatter would have them, and lines
 * around it, which an alignment may reach, where they were laid out so before. Lines that an author laid out
 * otherwise stay as they are.
 */
export function applySplice(file: ParsedFile, splice: Splice): ParsedFile {
  const { source } = file;
  if (file.diagnostics.length > 0) {
    throw new EditError(`${source.file ?? "This file"} has syntax errors; mend them before it is edited`);
  }
  const old = source.text;
  const text = old.slice(0, splice.start) + splice.text + old.slice(splice.end);
  const options = source.file === undefined ? {} : { file: source.file };
  const laidOut = format(text, options);
  const problem = laidOut.diagnostics[0];
  if (problem !== undefined) {
    throw new EditError(
      `The edit would leave a file that does not parse: ${problem.summary}\n${problem.frame}`,
    );
  }
  return parse(mergeLines(old, format(old).text, text, laidOut.text, splice), options);
}

/** Chooses line by line; the formatter never breaks or joins lines, so they pair up by number. */
function mergeLines(old: string, oldLaidOut: string, text: string, laidOut: string, splice: Splice): string {
  const oldLines = old.split("\n");
  const oldTidy = oldLaidOut.split("\n");
  const tidy = laidOut.split("\n");
  const lines = text.split("\n");
  const { first, last } = touchedLines(old, text, splice);
  const shift = lines.length - oldLines.length;
  return lines
    .map((line, at) => {
      if (at >= first && at <= last) return tidy[at] ?? line;
      const before = at < first ? at : at - shift;
      return oldLines[before] === oldTidy[before] ? (tidy[at] ?? line) : line;
    })
    .join("\n");
}

/** The lines of the new text that a splice has made or changed, none when `last` is before `first`. */
function touchedLines(
  old: string,
  text: string,
  { start, end, text: put }: Splice,
): { readonly first: number; readonly last: number } {
  const after = start + put.length;
  // Text that begins with a line break leaves the line before it as it was; whole lines leave the one behind them.
  const first = countLines(text, start) + (/^\r?\n/.test(put) ? 1 : 0);
  const isWhole = startsLine(old, end) && startsLine(text, after);
  return { first, last: countLines(text, after) - (isWhole ? 1 : 0) };
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || text.charAt(offset - 1) === "\n";
}

/** The number of the line of an offset, from 0. */
function countLines(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Where the line of an item starts, and the line behind its last; comments behind the item are on its line. */
export function linesAround(
  text: string,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  return { from: text.lastIndexOf("\n", start - 1) + 1, to: lineEnd(text, end) };
}

/** The offset behind the newline that ends an item's line, past the comments that stand before it. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text.startsWith("/*", at)) {
      const close = text.indexOf("*/", at + 2);
      at = close < 0 ? text.length : close + 2;
    } else if (text.charAt(at) === "#" || text.startsWith("//", at)) {
      const newline = text.indexOf("\n", at);
      return newline < 0 ? text.length : newline + 1;
    } else if (text.charAt(at) === "\n") {
      return at + 1;
    } else {
      at++;
    }
  }
  return at;
}

/** Text for this file: with its line endings, which a heredoc in it keeps out of, being literal text. */
export function inLineEndings(text: string, file: ParsedFile): string {
  const first = file.source.text.indexOf("\n");
  const isCrlf = first > 0 && file.source.text.charAt(first - 1) === "\r";
  return isCrlf && !text.includes("<<") ? text.replace(/\r?\n/g, "\r\n") : text;
}
