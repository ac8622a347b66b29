import type { Block, Body } from "../nodes.js";
import type { ParsedFile } from "../parser/parse.js";
import { type BlockPath, rangeOf, requireBlock } from "./address.js";
import { inLineEndings, lineEnd, type Splice } from "./splice.js";

/** Adds whole lines, `text` ending with a newline, at an offset that starts a line or ends the file. */
export function insertLines(file: ParsedFile, at: number, text: string): Splice {
  const before = file.source.text;
  const joint = at > 0 && before.charAt(at - 1) !== "\n" ? "\n" : "";
  return { start: at, end: at, text: inLineEndings(joint + text, file) };
}

/** Adds lines behind an item. */
export function insertAfter(file: ParsedFile, end: number, text: string): Splice {
  return insertLines(file, lineEnd(file.source.text, end), text);
}

/** Adds lines at the end of a body: before the `}` of a block, at the end of a file. */
export function insertAtEnd(file: ParsedFile, path: BlockPath, text: string): Splice {
  if (path.length === 0) return insertLines(file, file.source.text.length, text);
  const block = requireBlock(file, path);
  if (isOnOneLine(file, block)) return expandAround(file, block, "", text);
  const close = rangeOf(block.body).end - 1;
  const line = file.source.text.lastIndexOf("\n", close - 1) + 1;
  if (file.source.text.slice(line, close).trim() === "") return insertLines(file, line, text);
  // A comment before the } on its line, which may have begun on another.
  return { start: close, end: close, text: inLineEndings(`\n${text}`, file) };
}

/** Adds lines at the start of a body. */
export function insertAtStart(file: ParsedFile, path: BlockPath, text: string): Splice {
  if (path.length === 0) {
    const at = file.source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { start: at, end: at, text: inLineEndings(text, file) };
  }
  const block = requireBlock(file, path);
  if (isOnOneLine(file, block)) return expandAround(file, block, text, "");
  return insertLines(file, lineEnd(file.source.text, rangeOf(block.body).start + 1), text);
}

export function isOnOneLine(file: ParsedFile, block: Block): boolean {
  const { start } = rangeOf(block.body);
  const first = block.body.items[0];
  // What follows the { on its line decides: a value of several lines still makes a one-line block.
  const end = first === undefined ? rangeOf(block.body).end : rangeOf(first).start;
  return !file.source.text.slice(start, end).includes("\n");
}

/** Breaks a one-line block into lines, with lines added before and behind what it holds. */
export function expandAround(file: ParsedFile, block: Block, before: string, behind: string): Splice {
  const { start, end } = rangeOf(block.body);
  const inner = file.source.text.slice(start + 1, end - 1).trim();
  const opening = inLineEndings(`{\n${before}`, file);
  // What the block held keeps its own line breaks: some of them may be in a comment or a string.
  const held = inner === "" ? "" : inner + inLineEndings("\n", file);
  return { start, end, text: `${opening}${held}${inLineEndings(behind, file)}}` };
}

/** The block whose body this is, if it is not the file's. */
export function ownerOf(file: ParsedFile, path: BlockPath, body: Body): Block | undefined {
  return body === file.body ? undefined : requireBlock(file, path);
}

/**
 * Printed text for a body so many blocks deep. The formatter indents code, but not the text of a heredoc, whose own
 * indentation (`<<-`) is free to follow; that of a plain one is its content.
 */
export function indentLines(printed: string, depth: number): string {
  if (depth === 0 || !printed.includes("<<-") || /<<[^-]/.test(printed)) return printed;
  return printed.replace(/\n(?=[^\n])/g, `\n${"  ".repeat(depth)}`);
}
