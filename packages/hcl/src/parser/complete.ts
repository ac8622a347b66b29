import * as T from "../lexer/token-kind.js";
import type { Comment, Expression, ObjectItem, ObjectKey } from "../nodes.js";
import { takeAfterComma, takeLeading, takeTrailing } from "./comments.js";
import { finishCall, finishIndex, finishObject, finishParentheses, finishTuple } from "./finish.js";
import { afterCollection, afterCondition, afterFirst, afterSecond } from "./for-expression.js";
import * as F from "./frames.js";
import type { ParserState } from "./state.js";
import { afterDirective, afterInterpolation } from "./template.js";
import { fail, failToClose } from "./value.js";

/** Hands the expression just read to what it is a part of. */
export function complete(p: ParserState): F.Mode {
  switch (p.frame) {
    case F.ROOT:
      return F.STOP;
    case F.TUPLE:
      return afterItem(p);
    case F.CALL:
      return afterArgument(p);
    case F.OBJECT_KEY:
      return afterKey(p);
    case F.OBJECT_VALUE:
      return afterValue(p);
    case F.INTERPOLATED:
      return afterInterpolation(p);
    case F.THEN:
      if (p.kind !== T.COLON) return fail(p, "missing-else");
      p.expressions.push(p.value);
      p.frame = F.ELSE;
      p.advance();
      return F.OPERAND;
    case F.ELSE:
      finishConditional(p);
      return F.COMPLETE;
    case F.PARENTHESES:
      return p.kind === T.CLOSE_PAREN ? finishParentheses(p) : failToClose(p, "unclosed-parenthesis");
    case F.INDEX:
      return p.kind === T.CLOSE_BRACKET ? finishIndex(p) : failToClose(p, "unclosed-index");
    case F.FOR_COLLECTION:
      return afterCollection(p);
    case F.FOR_FIRST:
      return afterFirst(p);
    case F.FOR_SECOND:
      return afterSecond(p);
    case F.FOR_CONDITION:
      return afterCondition(p);
    case F.IF_DIRECTIVE:
    case F.FOR_DIRECTIVE:
      return afterDirective(p, p.value);
    default:
      throw new Error(`no expression is a part of frame ${p.frame}`);
  }
}

function finishConditional(p: ParserState): void {
  const start = p.slot(F.BASE);
  const then = p.expressions.pop() ?? p.value;
  const condition = p.expressions.pop() ?? p.value;
  p.pop();
  p.value = { kind: "conditional", condition, then, else: p.value, start, end: p.end };
  p.start = start;
}

/** Adds the expression just read to the open list, with the comment behind it. */
function pushItem(p: ParserState): void {
  let item = p.value;
  if (p.hasComments) {
    const trailing =
      takeTrailing(p, p.previous) ?? (p.kind === T.COMMA ? takeAfterComma(p, p.index) : undefined);
    if (trailing !== undefined) item = { ...item, trailing };
  }
  p.expressions.push(item);
  p.setSlot(F.DONE, p.expressions.length);
}

function afterItem(p: ParserState): F.Mode {
  pushItem(p);
  if (p.kind === T.COMMA) {
    p.advance();
    return p.kind === T.CLOSE_BRACKET ? finishTuple(p) : F.OPERAND;
  }
  return p.kind === T.CLOSE_BRACKET ? finishTuple(p) : failToClose(p, "unclosed-list");
}

function afterArgument(p: ParserState): F.Mode {
  pushItem(p);
  switch (p.kind) {
    case T.COMMA:
      p.advance();
      return p.kind === T.CLOSE_PAREN ? finishCall(p, false) : F.OPERAND;
    case T.CLOSE_PAREN:
      return finishCall(p, false);
    case T.ELLIPSIS: {
      const ellipsis = p.index;
      p.advance();
      if (p.kind === T.CLOSE_PAREN) return finishCall(p, true);
      p.problems.report("expand-not-last", p.startOf(ellipsis), p.endOf(ellipsis));
      return F.RECOVER;
    }
    default:
      return failToClose(p, "unclosed-call");
  }
}

/** Between the entries of an object. */
export function readEntry(p: ParserState): F.Mode {
  while (p.kind === T.NEWLINE) p.advance();
  if (p.kind === T.CLOSE_BRACE) return finishObject(p);
  const comments = takeLeading(p, p.index);
  if (comments !== undefined) p.itemComments.push({ start: p.startOf(p.index), comments });
  return F.OPERAND;
}

function afterKey(p: ParserState): F.Mode {
  if (p.kind !== T.EQUAL && p.kind !== T.COLON) {
    return fail(p, p.kind === T.NEWLINE || p.kind === T.COMMA ? "object-value" : "object-separator");
  }
  p.keys.push(keyOf(p.value));
  p.frame = F.OBJECT_VALUE;
  p.setSlot(F.EXTRA, p.kind === T.COLON ? 1 : 0);
  p.advance();
  return F.OPERAND;
}

/** A bare word is a key by its own name, whatever it would mean elsewhere. */
function keyOf(value: Expression): Expression | ObjectKey {
  const { start = 0, end = 0 } = value;
  switch (value.kind) {
    case "variable":
      return { kind: "object-key", name: value.name, start, end };
    case "bool":
      return { kind: "object-key", name: value.value ? "true" : "false", start, end };
    case "null":
      return { kind: "object-key", name: "null", start, end };
    default:
      return value;
  }
}

function afterValue(p: ParserState): F.Mode {
  const key = p.keys.pop() ?? { kind: "object-key", name: "" };
  const start = key.start ?? 0;
  const end = p.end;
  const value = p.value;
  let item: ObjectItem =
    p.slot(F.EXTRA) === 1
      ? { kind: "object-item", key, value, colon: true, start, end }
      : { kind: "object-item", key, value, start, end };
  if (p.hasComments) {
    const leading = commentsOfEntry(p, start);
    if (leading !== undefined) item = { ...item, leading };
    const trailing =
      takeTrailing(p, p.previous) ?? (p.kind === T.COMMA ? takeAfterComma(p, p.index) : undefined);
    if (trailing !== undefined) item = { ...item, trailing };
  }
  p.items.push(item);
  p.setSlot(F.DONE, p.expressions.length);
  p.frame = F.OBJECT_KEY;
  if (p.kind === T.COMMA || p.kind === T.NEWLINE) {
    p.advance();
    return F.ENTRY;
  }
  return p.kind === T.CLOSE_BRACE ? finishObject(p) : fail(p, "unclosed-object");
}

/** The comments noted for the entry that starts here; those of entries given up since are behind it and go. */
function commentsOfEntry(p: ParserState, start: number): readonly Comment[] | undefined {
  for (
    let last = p.itemComments.at(-1);
    last !== undefined && last.start >= start;
    last = p.itemComments.at(-1)
  ) {
    p.itemComments.pop();
    if (last.start === start) return last.comments;
  }
  return undefined;
}
