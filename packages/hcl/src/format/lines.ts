import * as T from "../lexer/token-kind.js";
import type { Tokens } from "../lexer/tokens.js";
import { BRACKETS } from "./spacing.js";

/**
 * The lines of a file as the formatter sees them: the tokens up to a newline, so that a heredoc is one line. A line
 * has up to three cells: what leads, what is assigned (from the `=` on, when brackets balance behind it), a comment.
 */
export interface Lines {
  readonly count: number;
  /** The first token of each line, and behind the last line the token behind it. */
  readonly starts: Int32Array;
  /** The token of the `=` that begins the assigned cell, or -1. */
  readonly assigns: Int32Array;
  /** The token of the comment that ends the line, or -1. */
  readonly comments: Int32Array;
}

export function splitLines(tokens: Tokens): Lines {
  const { kinds } = tokens;
  const last = tokens.count - 1;
  let count = 1;
  for (let i = 0; i < last; i++) if (endsLine(kinds[i])) count++;
  const starts = new Int32Array(count + 1);
  const assigns = new Int32Array(count).fill(-1);
  const comments = new Int32Array(count).fill(-1);
  let line = 0;
  for (let i = 0; i < last; i++) if (endsLine(kinds[i])) starts[++line] = i + 1;
  starts[count] = last;
  for (let i = 0; i < count; i++) findCells(tokens, i, starts, assigns, comments);
  return { count, starts, assigns, comments };
}

function endsLine(kind: number | undefined): boolean {
  return kind === T.NEWLINE || kind === T.COMMENT_LINE;
}

function findCells(
  tokens: Tokens,
  line: number,
  starts: Int32Array,
  assigns: Int32Array,
  comments: Int32Array,
): void {
  const { kinds } = tokens;
  const from = starts[line] ?? 0;
  let to = starts[line + 1] ?? 0;
  const last = kinds[to - 1];
  if (to - from > 1 && (last === T.COMMENT_LINE || last === T.COMMENT)) {
    to--;
    comments[line] = to;
  }
  for (let i = from + 1; i < to; i++) {
    if (kinds[i] !== T.EQUAL) continue;
    let net = 0;
    for (let j = i; j < to; j++) net += BRACKETS[kinds[j] ?? 0] ?? 0;
    if (net === 0) assigns[line] = i;
    return;
  }
}
