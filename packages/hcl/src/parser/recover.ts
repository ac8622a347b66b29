import * as T from "../lexer/token-kind.js";
import { finishCall, finishObject, finishTuple } from "./finish.js";
import * as F from "./frames.js";
import { backToItem } from "./lost-item.js";
import { isLineEnd, isNewItem, looksLikeArgument } from "./skip.js";
import type { ParserState } from "./state.js";
import { endDirective } from "./template.js";

/**
 * After an error: gives up what is unfinished and goes on at the next place that makes sense to the innermost bracket
 * around it. A list goes on behind the next comma, an object at the next line, a template behind its sequence; a
 * bracket that never closes ends where something stands that can only belong outside of it.
 */
export function recover(p: ParserState): F.Mode {
  const { nest } = p;
  nest.clear();
  dropOperators(p);
  backToItem(p);
  for (;;) {
    const kind = p.kinds[p.index] ?? T.EOF;
    if (nest.isForeign(kind)) {
      const mode = stopAt(p, kind, p.index);
      if (mode === AGAIN) continue;
      if (mode !== CONTINUE) return mode;
    }
    nest.pass(kind);
    p.index++;
  }
}

const CONTINUE: F.Mode = -1;
/** A frame is gone; the same token is for the next one to judge. */
const AGAIN: F.Mode = -2;

/** Gives up the operators and operands since the last finished item of the innermost bracket. */
function dropOperators(p: ParserState): void {
  while (p.frame !== F.ROOT && p.frame < F.PARENTHESES) p.pop();
}

/** What a token means to the innermost bracket. At the end of the file every frame comes to an end. */
function stopAt(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  switch (p.frame) {
    case F.ROOT:
      return atRoot(p, kind, index);
    case F.TUPLE:
      if (kind === T.COMMA) return nextItem(p, T.CLOSE_BRACKET);
      if (kind === T.CLOSE_BRACKET) return endList(p);
      return isLost(p, kind, index) ? endLostList(p, T.CLOSE_BRACKET) : CONTINUE;
    case F.CALL:
      if (kind === T.COMMA) return nextItem(p, T.CLOSE_PAREN);
      if (kind === T.CLOSE_PAREN) return endList(p);
      return isLost(p, kind, index) ? endLostList(p, T.CLOSE_PAREN) : CONTINUE;
    case F.OBJECT_KEY:
    case F.OBJECT_VALUE:
      return inObject(p, kind, index);
    case F.TEMPLATE:
      p.settle();
      return F.PART;
    case F.INTERPOLATED:
    case F.IF_DIRECTIVE:
    case F.FOR_DIRECTIVE:
      return inSequence(p, kind);
    default:
      return inBracket(p, kind, index);
  }
}

/** Whether a token belongs to something outside of the innermost bracket. */
function isLost(p: ParserState, kind: T.TokenKind, index: number): boolean {
  if (kind === T.EOF) return true;
  return T.isCloser(kind) ? (p.awaited[kind] ?? 0) > 0 : isNewItem(p, index);
}

function atRoot(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  p.expressions.length = 0;
  // Where newlines do not count there is no body around, and nothing to go on with.
  const ends = kind === T.EOF || (p.newlines && (isLineEnd(kind) || isLost(p, kind, index)));
  if (!ends) return CONTINUE;
  p.settle();
  return F.STOP_EMPTY;
}

/** Drops what was read since the last finished item. */
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

/** Makes the last token of what was read the one before the token at hand, newlines and comments aside. */
function settleBehindLast(p: ParserState): void {
  p.settle();
  let last = p.index - 1;
  while (isLineEnd(p.kinds[last]) || p.kinds[last] === T.COMMENT) last--;
  p.previous = last;
}

function endList(p: ParserState): F.Mode {
  keepFinished(p);
  settleBehindLast(p);
  return p.frame === F.TUPLE ? finishTuple(p) : finishCall(p, false);
}

/** A list that never closes is worth keeping for what was read of it; without an item it is not. */
function endLostList(p: ParserState, closer: T.TokenKind): F.Mode {
  return p.slot(F.DONE) > p.slot(F.BASE) ? endList(p) : giveUp(p, closer);
}

/** Drops the innermost bracket and what hangs on it; the same token is for the one around it to judge. */
function giveUp(p: ParserState, closer: T.TokenKind): F.Mode {
  p.close(closer);
  dropOperators(p);
  return AGAIN;
}

function inObject(p: ParserState, kind: T.TokenKind, index: number): F.Mode {
  const argument = isNewItem(p, index) && looksLikeArgument(p, index);
  const separator = isLineEnd(kind) || kind === T.COMMA;
  const ends = kind === T.CLOSE_BRACE || (!argument && isLost(p, kind, index));
  if (!argument && !separator && !ends) return CONTINUE;
  keepFinished(p);
  if (p.frame === F.OBJECT_VALUE) p.keys.pop();
  p.frame = F.OBJECT_KEY;
  if (ends && kind !== T.CLOSE_BRACE && p.items.length === p.slot(F.BASE)) return giveUp(p, T.CLOSE_BRACE);
  if (ends) {
    settleBehindLast(p);
    return finishObject(p);
  }
  p.settle();
  if (separator) p.advance();
  return F.ENTRY;
}

/** The lexer sees to it that every sequence ends; what is in it cannot reach beyond. */
function inSequence(p: ParserState, kind: T.TokenKind): F.Mode {
  if (kind !== T.SEQUENCE_END && kind !== T.EOF) return CONTINUE;
  p.expressions.length = p.slot(F.BASE);
  p.settle();
  if (kind === T.EOF) {
    p.close(T.SEQUENCE_END);
    return AGAIN;
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
  const mode = giveUp(p, closer);
  return kind === closer ? CONTINUE : mode;
}

function closerOfFrame(p: ParserState): T.TokenKind {
  switch (p.frame) {
    case F.PARENTHESES:
      return T.CLOSE_PAREN;
    case F.INDEX:
      return T.CLOSE_BRACKET;
    default:
      return p.kinds[p.opener] === T.OPEN_BRACE ? T.CLOSE_BRACE : T.CLOSE_BRACKET;
  }
}
