import * as T from "../lexer/token-kind.js";
import type { ParserState } from "./state.js";

/** Whether a token is the first of its line. */
export function startsLine(p: ParserState, index: number): boolean {
  let before = index - 1;
  while (p.kinds[before] === T.COMMENT) before--;
  return before < 0 || isLineEnd(p.kinds[before]);
}

export function isLineEnd(kind: number | undefined): boolean {
  return kind === T.NEWLINE || kind === T.COMMENT_LINE;
}

/** How far a token stands from the start of its line; a comment before it counts. */
export function indentOf(p: ParserState, index: number): number {
  return p.startOf(index) - p.text.lastIndexOf("\n", p.startOf(index) - 1) - 1;
}

/** Whether what stands here reads like `name =`. */
export function looksLikeArgument(p: ParserState, index: number): boolean {
  return p.kinds[index] === T.IDENT && p.kinds[index + 1] === T.EQUAL;
}

/** Whether what stands here reads like the header of a block that goes on to the next line. */
export function looksLikeBlock(p: ParserState, index: number): boolean {
  const { kinds } = p;
  if (kinds[index] !== T.IDENT) return false;
  let at = index + 1;
  while (kinds[at] === T.STRING || kinds[at] === T.STRING_ESCAPED || kinds[at] === T.IDENT) at++;
  return kinds[at] === T.OPEN_BRACE && isLineEnd(kinds[at + 1]) && (at > index + 1 || startsLine(p, index));
}

/**
 * Goes on behind the end of the line, past whatever brackets open and close on the way; a line that reads like an
 * argument or a block and stands no deeper than the one given up ends the search, and so does a `}` that an open
 * block waits for.
 */
export function skipLine(p: ParserState, indent: number): void {
  const { nest } = p;
  nest.clear();
  for (; ; p.index++) {
    const { index } = p;
    const kind = p.kinds[index] ?? T.EOF;
    if (kind === T.EOF) break;
    if (nest.isEmpty && isLineEnd(kind)) {
      p.index++;
      break;
    }
    if (kind === T.CLOSE_BRACE && nest.isForeign(kind) && (p.awaited[kind] ?? 0) > 0) break;
    if (!nest.isEmpty && isNewItem(p, index) && indentOf(p, index) <= indent) break;
    nest.pass(kind);
  }
  p.settle();
}

/** Whether a line starts here that reads like an argument or a block. */
export function isNewItem(p: ParserState, index: number): boolean {
  return (
    p.kinds[index] === T.IDENT &&
    startsLine(p, index) &&
    (looksLikeArgument(p, index) || looksLikeBlock(p, index))
  );
}
