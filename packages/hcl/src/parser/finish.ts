import * as T from "../lexer/token-kind.js";
import type { Comment, Expression, ObjectExpression, ObjectItem, Tuple } from "../nodes.js";
import { takeLeading } from "./comments.js";
import * as F from "./frames.js";
import type { ParserState } from "./state.js";
import { setValue } from "./value.js";

/*
 * Each of these closes the bracket on top with what was read of it. Where the closer is missing (after an error), the
 * node ends where the text before it does, and no token is passed over.
 */

function closeWith(p: ParserState, closer: T.TokenKind): number {
  p.close(closer);
  if (p.kind !== closer) {
    // The place after the bracket is judged by the outer rules: a newline may count there.
    p.index = p.previous + 1;
    p.settle();
    return p.endOf(p.previous);
  }
  const end = p.endOf(p.index);
  p.advance();
  return end;
}

const NO_EXPRESSIONS: readonly Expression[] = [];
const NO_ITEMS: readonly ObjectItem[] = [];

function takeExpressions(p: ParserState, base: number): readonly Expression[] {
  if (p.expressions.length === base) return NO_EXPRESSIONS;
  const taken = p.expressions.slice(base);
  p.expressions.length = base;
  return taken;
}

export function finishTuple(p: ParserState): F.Mode {
  const opener = p.opener;
  const items = takeExpressions(p, p.slot(F.BASE));
  const dangling = takeDangling(p);
  const start = p.startOf(opener);
  const end = closeWith(p, T.CLOSE_BRACKET);
  const node: Tuple = { kind: "tuple", items, start, end };
  setValue(p, dangling === undefined ? node : { ...node, dangling }, opener, start, end);
  return F.POSTFIX;
}

export function finishCall(p: ParserState, expand: boolean): F.Mode {
  const first = p.opener;
  const args = takeExpressions(p, p.slot(F.BASE));
  const start = p.startOf(first);
  let name = p.textOf(first);
  for (let at = first + 1; p.kinds[at] !== T.OPEN_PAREN && p.kinds[at] !== T.EOF; at++) {
    if (p.kinds[at] === T.IDENT) name += `::${p.textOf(at)}`;
  }
  const end = closeWith(p, T.CLOSE_PAREN);
  const node: Expression = expand
    ? { kind: "call", name, arguments: args, expand, start, end }
    : { kind: "call", name, arguments: args, start, end };
  setValue(p, node, first, start, end);
  return F.POSTFIX;
}

export function finishObject(p: ParserState): F.Mode {
  const opener = p.opener;
  const base = p.slot(F.BASE);
  const items = p.items.length === base ? NO_ITEMS : p.items.slice(base);
  p.items.length = base;
  const dangling = takeDangling(p);
  const start = p.startOf(opener);
  const end = closeWith(p, T.CLOSE_BRACE);
  const node: ObjectExpression = { kind: "object", items, start, end };
  setValue(p, dangling === undefined ? node : { ...node, dangling }, opener, start, end);
  return F.POSTFIX;
}

/** The comments between the last item of a bracket and its closer. */
function takeDangling(p: ParserState): readonly Comment[] | undefined {
  return takeLeading(p, p.index);
}

export function finishParentheses(p: ParserState): F.Mode {
  const opener = p.opener;
  const start = p.startOf(opener);
  const expression = p.value;
  const end = closeWith(p, T.CLOSE_PAREN);
  setValue(p, { kind: "parentheses", expression, start, end }, opener, start, end);
  return F.POSTFIX;
}

export function finishIndex(p: ParserState): F.Mode {
  const start = p.slot(F.EXTRA);
  const collection = p.expressions.pop() ?? p.value;
  const key = p.value;
  const end = closeWith(p, T.CLOSE_BRACKET);
  p.value = { kind: "index", collection, key, start, end };
  p.start = start;
  p.end = end;
  return F.POSTFIX;
}
