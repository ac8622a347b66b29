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

/** The brackets passed over while searching: the closers that are waited for, and how many of each kind. */
export class Nest {
  private readonly closers: number[] = [];
  private readonly counts: Int32Array = new Int32Array(T.KIND_COUNT);

  get isEmpty(): boolean {
    return this.closers.length === 0;
  }

  /** Whether a token closes nothing that was opened on the way, and so is the business of what is around. */
  isForeign(kind: T.TokenKind): boolean {
    return kind === T.EOF || this.closers.length === 0 || (T.isCloser(kind) && this.counts[kind] === 0);
  }

  pass(kind: T.TokenKind): void {
    const closer = T.closerOf(kind);
    if (closer !== T.EOF) {
      this.closers.push(closer);
      this.counts[closer] = (this.counts[closer] ?? 0) + 1;
    } else if (T.isCloser(kind) && this.counts[kind] !== 0) {
      // What was opened inside and not closed is given up with it.
      for (let last = this.closers.pop(); last !== undefined; last = this.closers.pop()) {
        this.counts[last] = (this.counts[last] ?? 0) - 1;
        if (last === kind) break;
      }
    }
  }
}

/**
 * Goes on behind the end of the line, past whatever brackets open and close on the way; a line that reads like an
 * argument or a block and stands no deeper than the one given up ends the search, and so does a `}` that an open
 * block waits for.
 */
export function skipLine(p: ParserState, indent: number): void {
  const nest = new Nest();
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
    p.kinds[index] === T.IDENT && startsLine(p, index) && (looksLikeArgument(p, index) || looksLikeBlock(p, index))
  );
}
