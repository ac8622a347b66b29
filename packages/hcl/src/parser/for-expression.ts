import * as T from "../lexer/token-kind.js";
import type { Expression } from "../nodes.js";
import * as F from "./frames.js";
import type { ParserState } from "./state.js";
import { fail, setValue } from "./value.js";

/** Reads `for key, value in` behind `[` or `{`, `for` being the token at hand. */
export function beginFor(p: ParserState, opener: number, newlines: boolean, closer: T.TokenKind): F.Mode {
  p.open(F.FOR_COLLECTION, opener, closer, p.expressions.length, newlines, 0, 0);
  return readNames(p) ? F.OPERAND : F.RECOVER;
}

/**
 * Reads `for key, value in`, or `for value in`, and notes the last name's token and whether there are two in the frame
 * on top.
 */
export function readNames(p: ParserState): boolean {
  p.advance();
  if (p.kind !== T.IDENT) return failed(p, "for-name", "`for`");
  p.setSlot(F.DONE, p.index);
  p.advance();
  if (p.kind === T.COMMA) {
    p.advance();
    if (p.kind !== T.IDENT) return failed(p, "for-name", "the comma");
    p.setSlot(F.DONE, p.index);
    p.setSlot(F.EXTRA, F.FOR_HAS_KEY_NAME);
    p.advance();
  }
  if (!p.isWord("in")) {
    fail(p, "for-in");
    return false;
  }
  p.advance();
  return true;
}

function failed(p: ParserState, code: "for-name", subject: string): false {
  p.problems.report(code, p.startOf(p.index), p.endOf(p.index), subject);
  return false;
}

/** The names of the `for` on top; the key's stands before the value's, with a comma between. */
export function namesOf(p: ParserState): { keyName: string | undefined; valueName: string } {
  const last = p.slot(F.DONE);
  const valueName = p.textOf(last);
  if ((p.slot(F.EXTRA) & F.FOR_HAS_KEY_NAME) === 0) return { keyName: undefined, valueName };
  let key = last - 1;
  while (p.kinds[key] !== T.IDENT) key--;
  return { keyName: p.textOf(key), valueName };
}

export function afterCollection(p: ParserState): F.Mode {
  if (p.kind !== T.COLON) return fail(p, "for-colon");
  p.expressions.push(p.value);
  p.frame = F.FOR_FIRST;
  p.advance();
  return F.OPERAND;
}

/** Behind the first result: `=>` makes it the key. */
export function afterFirst(p: ParserState): F.Mode {
  if (p.kind !== T.FAT_ARROW) return afterSecond(p);
  p.expressions.push(p.value);
  p.setSlot(F.EXTRA, p.slot(F.EXTRA) | F.FOR_HAS_KEY);
  p.frame = F.FOR_SECOND;
  p.advance();
  return F.OPERAND;
}

export function afterSecond(p: ParserState): F.Mode {
  p.expressions.push(p.value);
  if (p.kind === T.ELLIPSIS) {
    p.setSlot(F.EXTRA, p.slot(F.EXTRA) | F.FOR_GROUPS);
    if (p.kinds[p.opener] === T.OPEN_BRACKET) {
      p.problems.report("for-group-in-list", p.startOf(p.index), p.endOf(p.index));
    }
    p.advance();
  }
  if (p.isWord("if")) {
    p.setSlot(F.EXTRA, p.slot(F.EXTRA) | F.FOR_HAS_CONDITION);
    p.frame = F.FOR_CONDITION;
    p.advance();
    return F.OPERAND;
  }
  return finishFor(p);
}

export function afterCondition(p: ParserState): F.Mode {
  p.expressions.push(p.value);
  return finishFor(p);
}

function finishFor(p: ParserState): F.Mode {
  const opener = p.opener;
  const isList = p.kinds[opener] === T.OPEN_BRACKET;
  const closer = isList ? T.CLOSE_BRACKET : T.CLOSE_BRACE;
  if (p.kind !== closer) return fail(p, "for-end");
  const bits = p.slot(F.EXTRA);
  const { keyName, valueName } = namesOf(p);
  const condition = (bits & F.FOR_HAS_CONDITION) === 0 ? undefined : p.expressions.pop();
  const result = p.expressions.pop() ?? p.value;
  const key = (bits & F.FOR_HAS_KEY) === 0 ? undefined : p.expressions.pop();
  const collection = p.expressions.pop() ?? p.value;
  if (isList && key !== undefined) p.problems.report("for-key-in-list", key.start ?? 0, key.end ?? 0);
  if (!isList && key === undefined) p.problems.report("for-without-key", result.start ?? 0, result.end ?? 0);
  const start = p.startOf(opener);
  const end = p.endOf(p.index);
  p.close(closer);
  p.advance();
  const names = keyName === undefined ? { valueName } : { keyName, valueName };
  const where = condition === undefined ? { start, end } : { condition, start, end };
  let node: Expression;
  if (isList) {
    node = { kind: "for-tuple", ...names, collection, element: result, ...where };
  } else {
    const valueResult = result;
    const keyResult = key ?? { kind: "null", start, end: start };
    const group = (bits & F.FOR_GROUPS) === 0 ? {} : { group: true };
    node = { kind: "for-object", ...names, collection, keyResult, valueResult, ...group, ...where };
  }
  setValue(p, node, opener, start, end);
  return F.POSTFIX;
}
