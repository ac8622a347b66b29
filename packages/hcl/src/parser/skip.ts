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
  const nest: number[] = [];
  for (; ; p.index++) {
    const { index } = p;
    const kind = p.kinds[index] ?? T.EOF;
    if (kind === T.EOF) break;
    if (nest.length === 0) {
      if (isLineEnd(kind)) {
        p.index++;
        break;
      }
      if (kind === T.CLOSE_BRACE && (p.awaited[T.CLOSE_BRACE] ?? 0) > 0) break;
    } else if (kind === T.IDENT && startsLine(p, index) && (looksLikeArgument(p, index) || looksLikeBlock(p, index))) {
      if (indentOf(p, index) <= indent) break;
    }
    track(nest, kind);
  }
  p.settle();
}

/** Follows brackets: `nest` holds the closers that are waited for. */
export function track(nest: number[], kind: T.TokenKind): void {
  const closer = T.closerOf(kind);
  if (closer !== T.EOF) {
    nest.push(closer);
  } else if (T.isCloser(kind)) {
    const at = nest.lastIndexOf(kind);
    if (at >= 0) nest.length = at;
  }
}
