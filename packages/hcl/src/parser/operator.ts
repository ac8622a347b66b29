import * as T from "../lexer/token-kind.js";
import type { BinaryOperator } from "../nodes.js";
import { complete } from "./complete.js";
import * as F from "./frames.js";
import type { ParserState } from "./state.js";

/** How tightly each binary operator binds, by its kind; 0 for what is none. */
const PRECEDENCE: Uint8Array = precedences();

function precedences(): Uint8Array {
  const table = new Uint8Array(T.KIND_COUNT);
  table[T.OR] = 1;
  table[T.AND] = 2;
  for (const kind of [T.EQUAL_EQUAL, T.NOT_EQUAL]) table[kind] = 3;
  for (const kind of [T.LESS, T.LESS_EQUAL, T.GREATER, T.GREATER_EQUAL]) table[kind] = 4;
  for (const kind of [T.PLUS, T.MINUS]) table[kind] = 5;
  for (const kind of [T.STAR, T.SLASH, T.PERCENT]) table[kind] = 6;
  return table;
}

/** The binary operators in the order of their kinds, from `OR` on. */
const OPERATORS: readonly BinaryOperator[] = [
  "||",
  "&&",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "+",
  "-",
  "*",
  "/",
  "%",
];

/** Behind an operand: an operator, a conditional's `?`, or the end of the expression. */
export function readOperator(p: ParserState): F.Mode {
  const precedence = PRECEDENCE[p.kind] ?? 0;
  while (p.frame === F.BINARY && (PRECEDENCE[p.opener] ?? 0) >= precedence && p.depth > 0) {
    const operator = OPERATORS[p.opener - T.OR] ?? "||";
    const start = p.slot(F.BASE);
    const left = p.expressions.pop() ?? p.value;
    p.pop();
    p.value = { kind: "binary", operator, left, right: p.value, start, end: p.end };
    p.start = start;
  }
  if (precedence > 0) {
    p.push(F.BINARY, p.kind, p.start, 0);
    p.expressions.push(p.value);
    p.advance();
    return F.OPERAND;
  }
  if (p.kind === T.QUESTION) {
    p.push(F.THEN, p.index, p.start, 0);
    p.expressions.push(p.value);
    p.advance();
    return F.OPERAND;
  }
  return complete(p);
}
