import { escapeQuoted } from "../escape.js";
import { decodedText } from "../lexer/decode.js";
import { lexConfig } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import { tokenWidth } from "../lexer/token-width.js";
import type { Comment } from "../nodes.js";
import { printComment } from "./comment.js";

/**
 * One item of a body or an object before alignment: `text` alone for a line that takes no part in it and has its
 * indentation, or `text` and `value` for `text = value`, with the comment behind it.
 */
export interface Line {
  readonly text: string;
  /** The columns that the text takes. */
  readonly width: number;
  readonly value: string | undefined;
  /** Whether the value is text that gets quotes around it. */
  readonly isQuoted: boolean;
  /** Whether the value ends on its line, so that its `=` is aligned; a heredoc counts as one line. */
  readonly aligns: boolean;
  readonly comment: string | undefined;
}

/** A line that takes no part in alignment. */
export function plainLine(text: string, trailing?: Comment): Line {
  const comment = commentText(trailing);
  return { text, width: 0, value: undefined, isQuoted: false, aligns: false, comment };
}

/** The line of `text = value` for a printed value. */
export function valueLine(text: string, value: string, trailing: Comment | undefined): Line {
  const aligns = !value.includes("\n") || value.startsWith("<<");
  return { text, width: columns(text), value, isQuoted: false, aligns, comment: commentText(trailing) };
}

/** The line of `text = "value"` for text without a newline: most lines of most templates. */
export function textLine(text: string, value: string, trailing: Comment | undefined): Line {
  return {
    text,
    width: columns(text),
    value: escapeQuoted(value),
    isQuoted: true,
    aligns: true,
    comment: commentText(trailing),
  };
}

function commentText(comment: Comment | undefined): string | undefined {
  return comment === undefined ? undefined : printComment(comment, "");
}

/**
 * Adds the lines to `out` with `=` aligned as `packer fmt` aligns it: over runs of consecutive items whose value ends
 * on the line where it begins; every other line ends a run. Comments behind items align likewise.
 */
export function printAligned(lines: readonly Line[], indent: string, out: string[]): void {
  let start = 0;
  while (start < lines.length) {
    let end = start;
    let width = 0;
    for (; end < lines.length; end++) {
      const line = lines[end];
      if (line?.aligns !== true) break;
      if (line.width > width) width = line.width;
    }
    if (end > start) {
      printRun(lines, start, end, width, indent, out);
      start = end;
      continue;
    }
    const line = lines[start];
    if (line !== undefined) {
      const assigned = line.value === undefined ? line.text : `${indent}${line.text} = ${line.value}`;
      out.push(line.comment === undefined ? `${assigned}\n` : `${assigned} ${line.comment}\n`);
    }
    start++;
  }
}

function printRun(
  lines: readonly Line[],
  start: number,
  end: number,
  width: number,
  indent: string,
  out: string[],
): void {
  let comments = -1;
  for (let at = start; at < end; at++) {
    const line = lines[at];
    if (line === undefined) continue;
    const { text, value = "", comment } = line;
    const equals = padded(line.isQuoted ? ' = "' : " = ", width - line.width);
    if (comment === undefined) {
      comments = -1;
      out.push(`${indent}${text}${equals}${value}${line.isQuoted ? '"\n' : "\n"}`);
    } else {
      // Comments align over neighbours that have one.
      if (comments < 0) comments = commentColumn(lines, at, end, width);
      const space = padded(" ", comments - width - valueColumns(line));
      out.push(`${indent}${text}${equals}${value}${line.isQuoted ? '"' : ""}${space}${comment}\n`);
    }
  }
}

/** The column before which all comments of a stretch of neighbours begin, without the `=` and the spaces beside it. */
function commentColumn(lines: readonly Line[], start: number, end: number, width: number): number {
  let most = 0;
  for (let at = start; at < end; at++) {
    const line = lines[at];
    if (line?.comment === undefined) break;
    most = Math.max(most, width + valueColumns(line));
  }
  return most;
}

function valueColumns({ value = "", isQuoted }: Line): number {
  return columns(isQuoted ? `"${value}"` : value);
}

const PADDED = { " ": padding(" "), " = ": padding(" = "), ' = "': padding(' = "') } as const;

function padding(text: string): readonly string[] {
  return Array.from({ length: 64 }, (_, count) => " ".repeat(count) + text);
}

/** A text behind so many spaces. */
function padded(text: keyof typeof PADDED, count: number): string {
  return PADDED[text][count] ?? " ".repeat(count) + text;
}

const ASCII = /^[\u0000-~]*$/;

/** The width of a text as HCL counts it: grapheme clusters, of which ASCII has one a character. */
function columns(text: string): number {
  return ASCII.test(text) ? text.length : clusters(text);
}

/** HCL counts token by token, so a mark behind a quote or a sequence does not join it. */
function clusters(text: string): number {
  const tokens = lexConfig(decodedText(text), new Problems());
  let count = 0;
  let last = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0;
    count += start - last + tokenWidth(tokens, i);
    last = tokens.ends[i] ?? 0;
  }
  return count;
}
