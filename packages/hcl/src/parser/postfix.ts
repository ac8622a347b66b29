import * as T from "../lexer/token-kind.js";
import type { Expression } from "../nodes.js";
import * as F from "./frames.js";
import { isNumber } from "./numbers.js";
import { readOperator } from "./operator.js";
import type { ParserState } from "./state.js";
import { fail } from "./value.js";

/** Reads what hangs on the operand just read, one step; behind the last it settles splats and signs. */
export function readPostfix(p: ParserState): F.Mode {
  if (p.kind === T.DOT) return readDot(p);
  if (p.kind === T.OPEN_BRACKET) return readBracket(p);
  // All that followed a [*] was about its elements.
  while (p.frame === F.SPLAT && p.depth > 0) {
    const source = p.expressions.pop() ?? p.value;
    const start = p.slot(F.BASE);
    p.pop();
    p.value = { kind: "splat", source, style: "full", each: p.value, start, end: p.end };
    p.start = start;
  }
  if (p.frame === F.UNARY) finishUnary(p);
  return readOperator(p);
}

/** Signs bind what is behind them with its whole chain: `-a.b` is `-(a.b)`. */
function finishUnary(p: ParserState): void {
  const first = p.opener;
  const last = p.slot(F.BASE);
  p.pop();
  for (let index = last; index >= first; index--) {
    const kind = p.kinds[index];
    if (kind !== T.MINUS && kind !== T.BANG) continue;
    const start = p.startOf(index);
    p.value = { kind: "unary", operator: kind === T.MINUS ? "-" : "!", operand: p.value, start, end: p.end };
    p.start = start;
  }
}

function readDot(p: ParserState): F.Mode {
  p.advance();
  const index = p.index;
  switch (p.kind) {
    case T.IDENT:
      getAttribute(p, index);
      return F.POSTFIX;
    case T.NUMBER:
      legacyIndex(p, index);
      return F.POSTFIX;
    case T.STAR:
      return readAttributeSplat(p);
    default:
      return fail(p, "attribute-name");
  }
}

function getAttribute(p: ParserState, index: number): void {
  const end = p.endOf(index);
  p.value = { kind: "get-attribute", object: p.value, name: p.textOf(index), start: p.start, end };
  p.end = end;
  p.advance();
}

/** `collection.0`, which a decimal point makes ambiguous: `.0.1` reads as the number 0.1 and is refused. */
function legacyIndex(p: ParserState, index: number): void {
  const start = p.startOf(index);
  const end = p.endOf(index);
  const text = p.text.slice(start, end);
  if (text.includes(".")) p.problems.report("chained-legacy-index", start, end, text);
  else if (!isNumber(text)) p.problems.report("invalid-number", start, end, text);
  const key: Expression = { kind: "number", text, start, end };
  p.value = { kind: "index", collection: p.value, key, legacy: true, start: p.start, end };
  p.end = end;
  p.advance();
}

/** `source.*.name.name`: names and legacy indexes belong to the elements, anything behind them to the result. */
function readAttributeSplat(p: ParserState): F.Mode {
  const source = p.value;
  const start = p.start;
  const marker = p.startOf(p.previous);
  const markerEnd = p.endOf(p.index);
  p.value = { kind: "splat-item", start: marker, end: markerEnd };
  p.start = marker;
  p.end = markerEnd;
  p.advance();
  while (p.kind === T.DOT) {
    p.advance();
    if (p.kind === T.IDENT) getAttribute(p, p.index);
    else if (p.kind === T.NUMBER) legacyIndex(p, p.index);
    else return fail(p, p.kind === T.STAR ? "nested-splat" : "attribute-name");
  }
  p.value = { kind: "splat", source, style: "attribute", each: p.value, start, end: p.end };
  p.start = start;
  return F.POSTFIX;
}

function readBracket(p: ParserState): F.Mode {
  const opener = p.index;
  const newlines = p.newlines;
  p.advance();
  if (p.kind === T.STAR) {
    const marker = p.startOf(opener);
    p.advance();
    if (p.kind !== T.CLOSE_BRACKET) return fail(p, "splat-bracket");
    const end = p.endOf(p.index);
    p.push(F.SPLAT, opener, p.start, 0);
    p.expressions.push(p.value);
    p.value = { kind: "splat-item", start: marker, end };
    p.start = marker;
    p.end = end;
    p.advance();
    return F.POSTFIX;
  }
  p.open(F.INDEX, opener, T.CLOSE_BRACKET, p.expressions.length, newlines, p.expressions.length, p.start);
  p.expressions.push(p.value);
  p.newlines = false;
  p.settle();
  return F.OPERAND;
}
