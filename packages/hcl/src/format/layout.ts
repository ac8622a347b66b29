import * as T from "../lexer/token-kind.js";
import { tokenWidth } from "../lexer/token-width.js";
import type { Tokens } from "../lexer/tokens.js";
import { type Lines, splitLines } from "./lines.js";
import { BRACKETS, NOTHING, spaceAfter } from "./spacing.js";

/** How many spaces stand before each token in the canonical layout. */
export function layOut(tokens: Tokens): Int32Array {
  const spaces = originalSpaces(tokens);
  const lines = splitLines(tokens);
  indent(tokens, lines, spaces);
  space(tokens, lines, spaces);
  align(tokens, lines, spaces);
  return spaces;
}

/** The bytes between tokens, each counted as a space: tabs too, and the three of a byte order mark. */
function originalSpaces(tokens: Tokens): Int32Array {
  const { starts, ends, count } = tokens;
  const spaces = new Int32Array(count);
  for (let i = 1; i < count; i++) spaces[i] = (starts[i] ?? 0) - (ends[i - 1] ?? 0);
  const first = starts[0] ?? 0;
  spaces[0] = tokens.text.charCodeAt(0) === 0xfeff ? first + 2 : first;
  return spaces;
}

/** Two spaces a line that opened more brackets than it closed, however many, until as many are closed again. */
function indent(tokens: Tokens, lines: Lines, spaces: Int32Array): void {
  const { kinds } = tokens;
  const levels: number[] = [];
  for (let line = 0; line < lines.count; line++) {
    const from = lines.starts[line] ?? 0;
    const to = lines.starts[line + 1] ?? 0;
    if (from === to) continue;
    if (kinds[from] === T.NEWLINE) {
      spaces[from] = 0;
      continue;
    }
    const net = netBrackets(tokens, lines, line, from, to);
    if (net < 0) dedent(levels, -net);
    spaces[from] = 2 * levels.length;
    if (net > 0) levels.push(net);
  }
}

function netBrackets(tokens: Tokens, lines: Lines, line: number, from: number, to: number): number {
  const { kinds } = tokens;
  const assign = lines.assigns[line] ?? -1;
  const comment = lines.comments[line] ?? -1;
  const end = comment >= 0 ? comment : to;
  const lead = assign >= 0 ? assign : end;
  let net = 0;
  for (let i = from; i < lead; i++) {
    const kind = kinds[i] ?? 0;
    net += BRACKETS[kind] ?? 0;
    if (kind === T.OPEN_HEREDOC) break;
  }
  // What is assigned has balanced brackets: it adds nothing.
  return net;
}

function dedent(levels: number[], closed: number): void {
  while (closed > 0 && levels.length > 0) {
    const top = levels.length - 1;
    const opened = levels[top] ?? 0;
    if (closed < opened) {
      levels[top] = opened - closed;
      return;
    }
    levels.pop();
    closed -= opened;
  }
}

function space(tokens: Tokens, lines: Lines, spaces: Int32Array): void {
  for (let line = 0; line < lines.count; line++) {
    const from = lines.starts[line] ?? 0;
    const comment = lines.comments[line] ?? -1;
    const end = comment >= 0 ? comment : (lines.starts[line + 1] ?? 0);
    const assign = lines.assigns[line] ?? -1;
    if (assign < 0) {
      spaceCell(tokens, spaces, from, end);
    } else {
      spaceCell(tokens, spaces, from, assign);
      spaces[assign] = 1;
      spaceCell(tokens, spaces, assign, end);
    }
  }
}

function spaceCell(tokens: Tokens, spaces: Int32Array, from: number, to: number): void {
  const { kinds } = tokens;
  let before = NOTHING;
  for (let i = from; i < to - 1; i++) {
    spaces[i + 1] = spaceAfter(tokens, i, before, kinds[i + 1] ?? 0) ? 1 : 0;
    before = kinds[i] ?? 0;
  }
}

/** Brings the `=` of consecutive lines, and then their comments, into one column each. */
function align(tokens: Tokens, lines: Lines, spaces: Int32Array): void {
  const plain = isPlain(tokens.text);
  const columns = new Int32Array(lines.count);
  for (let line = 0; line < lines.count; line++) {
    const assign = lines.assigns[line] ?? -1;
    if (assign >= 0) columns[line] = columnsOf(tokens, spaces, plain, lines.starts[line] ?? 0, assign);
  }
  alignCells(lines.assigns, columns, spaces);
  for (let line = 0; line < lines.count; line++) {
    const comment = lines.comments[line] ?? -1;
    if (comment >= 0) columns[line] = columnsOf(tokens, spaces, plain, lines.starts[line] ?? 0, comment);
  }
  alignCells(lines.comments, columns, spaces);
}

function alignCells(cells: Int32Array, columns: Int32Array, spaces: Int32Array): void {
  for (let line = 0; line < cells.length; line++) {
    if ((cells[line] ?? -1) < 0) continue;
    let widest = 0;
    let end = line;
    while (end < cells.length && (cells[end] ?? -1) >= 0) {
      widest = Math.max(widest, columns[end] ?? 0);
      end++;
    }
    for (; line < end; line++) spaces[cells[line] ?? 0] = widest - (columns[line] ?? 0) + 1;
  }
}

/** Whether every UTF-16 unit is a grapheme cluster. */
function isPlain(text: string): boolean {
  return !/[^\x00-\x0c\x0e-\x7f]/.test(text);
}

function columnsOf(tokens: Tokens, spaces: Int32Array, plain: boolean, from: number, to: number): number {
  let columns = 0;
  for (let i = from; i < to; i++) {
    columns +=
      (spaces[i] ?? 0) + (plain ? (tokens.ends[i] ?? 0) - (tokens.starts[i] ?? 0) : tokenWidth(tokens, i));
  }
  return columns;
}
