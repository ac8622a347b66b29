import * as T from "../lexer/token-kind.js";
import { finishCall, finishObject, finishTuple } from "./finish.js";
import * as F from "./frames.js";
import { isLineEnd, looksLikeArgument, looksLikeBlock, startsLine, track } from "./skip.js";
import type { ParserState } from "./state.js";
import { endDirective } from "./template.js";

/**
 * After an error: gives up what is unfinished and goes on at the next place that makes sense to the innermost bracket
 * around it. A list goes on behind the next comma, an object at the next line, a template behind its sequence; a
 * bracket that never closes ends where something stands that can only belong outside of it.
 */
export function recover(p: ParserState): F.Mode {
  const nest: number[] = [];
  dropOperators(p);
  // The token at hand has not been looked at by this: newlines count while searching.
  for (; ; p.index++) {
    const { index } = p;
    const kind = p.kinds[index] ?? T.EOF;
    if (nest.length === 0 || kind === T.EOF) {
      const mode = stopAt(p, kind, index);
      if (mode !== CONTINUE) return mode;
    }
    // A frame may have gone, and its closer with it.
    if (p.index === index) track(nest, kind);
  }
}

const CONTINUE: F.Mode = -1;

/** Gives up the operators and operands since the last finished item of the innermost bracket. */
function dropOperators(p: ParserState): void {
  while (p.frame !== F.ROOT && p.frame < F.PARENTHESES) p.pop();
}

function stopAt(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  switch (p.frame) {
    case F.ROOT:
      return atRoot(p, kind);
    case F.TUPLE:
      if (kind === T.COMMA) return nextItem(p, T.CLOSE_BRACKET);
      return kind === T.CLOSE_BRACKET || isLost(p, kind, index) ? endList(p) : CONTINUE;
    case F.CALL:
      if (kind === T.COMMA) return nextItem(p, T.CLOSE_PAREN);
      return kind === T.CLOSE_PAREN || isLost(p, kind, index) ? endList(p) : CONTINUE;
    case F.OBJECT_KEY:
    case F.OBJECT_VALUE:
      return inObject(p, kind, index);
    case F.TEMPLATE:
      // Its own tokens are all readable: what failed was a sequence, and that is over.
      p.settle();
      return F.PART;
    case F.INTERPOLATED:
    case F.IF_DIRECTIVE:
    case F.FOR_DIRECTIVE:
      return inSequence(p, kind, index);
    default:
      return inBracket(p, kind, index);
  }
}

/** Whether a token belongs to something outside of the innermost bracket. */
function isLost(p: ParserState, kind: T.TokenKind, index: number): boolean {
  if (kind === T.EOF) return true;
  if (T.isCloser(kind)) return (p.awaited[kind] ?? 0) > 0;
  return kind === T.IDENT && startsLine(p, index) && (looksLikeArgument(p, index) || looksLikeBlock(p, index));
}

function atRoot(p: ParserState, kind: T.TokenKind): F.Mode {
  p.expressions.length = 0;
  if (kind === T.EOF || (p.newlines && isLineEnd(kind))) {
    p.settle();
    return F.STOP_EMPTY;
  }
  if (kind === T.CLOSE_BRACE && (p.awaited[T.CLOSE_BRACE] ?? 0) > 0) {
    p.settle();
    return F.STOP_EMPTY;
  }
  if (p.newlines && isLost(p, kind, p.index)) {
    p.settle();
    return F.STOP_EMPTY;
  }
  return CONTINUE;
}

function keepFinished(p: ParserState): void {
  p.expressions.length = p.slot(F.DONE);
}

/** At a comma of a list. */
function nextItem(p: ParserState, closer: T.TokenKind): F.Mode {
  keepFinished(p);
  p.settle();
  p.advance();
  return p.kind === closer ? endList(p) : F.OPERAND;
}

function endList(p: ParserState): F.Mode {
  keepFinished(p);
  p.settle();
  p.previous = p.index - 1;
  return p.frame === F.TUPLE ? finishTuple(p) : finishCall(p, false);
}

function inObject(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  const lineEnd = isLineEnd(kind);
  const argument = kind === T.IDENT && startsLine(p, index) && looksLikeArgument(p, index);
  const closer = kind === T.CLOSE_BRACE || (!argument && isLost(p, kind, index));
  if (!lineEnd && kind !== T.COMMA && !argument && !closer) return CONTINUE;
  keepFinished(p);
  if (p.frame === F.OBJECT_VALUE) p.keys.pop();
  // An entry that was complete when the error came has taken its comments along; one that was not leaves them.
  p.itemComments.length = Math.min(p.itemComments.length, openObjects(p));
  p.frame = F.OBJECT_KEY;
  p.settle();
  if (closer) {
    p.previous = p.index - 1;
    return finishObject(p);
  }
  if (!argument) p.advance();
  return F.ENTRY;
}

function inSequence(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  if (kind !== T.SEQUENCE_END && !isLost(p, kind, index)) return CONTINUE;
  p.expressions.length = p.slot(F.BASE);
  p.settle();
  if (kind !== T.SEQUENCE_END) {
    p.close(T.SEQUENCE_END);
    return CONTINUE;
  }
  if (p.frame === F.INTERPOLATED) {
    p.close(T.SEQUENCE_END);
    p.advance();
  } else {
    endDirective(p, undefined);
  }
  return F.PART;
}

/** Parentheses, an index or a for-expression: without its end there is no value, so what is around it fails too. */
function inBracket(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  const closer = closerOfFrame(p);
  if (kind !== closer && !isLost(p, kind, index)) return CONTINUE;
  p.expressions.length = p.slot(F.BASE);
  p.close(closer);
  dropOperators(p);
  if (kind === closer) return CONTINUE;
  return stopAt(p, kind, index);
}
