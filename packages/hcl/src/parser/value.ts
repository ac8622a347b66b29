import type { SyntaxCode } from "../lexer/syntax-code.js";
import type { Expression } from "../nodes.js";
import { takeLeading } from "./comments.js";
import { describeToken } from "./describe.js";
import { type Mode, RECOVER } from "./frames.js";
import { backToItem } from "./lost-item.js";
import type { ParserState } from "./state.js";

/** Notes an error at the token at hand, said in terms of it, and asks for recovery. */
export function fail(p: ParserState, code: SyntaxCode): Mode {
  p.problems.report(code, p.startOf(p.index), p.endOf(p.index), describeToken(p));
  return RECOVER;
}

/** Makes `value` the expression just read, with the comments before it. */
export function setValue(
  p: ParserState,
  value: Expression,
  opener: number,
  start: number,
  end: number,
): void {
  if (p.hasComments) {
    const leading = takeLeading(p, opener);
    if (leading !== undefined) value = { ...value, leading };
  }
  p.value = value;
  p.start = start;
  p.end = end;
}

/** The same where a bracket is expected to go on or to close: what is there may be the start of the next item. */
export function failToClose(p: ParserState, code: SyntaxCode): Mode {
  backToItem(p);
  return fail(p, code);
}
