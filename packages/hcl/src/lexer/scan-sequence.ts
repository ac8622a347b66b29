import { CODE, type Scanner } from "./scanner.js";
import { DIRECTIVE, INTERPOLATION, type TokenKind } from "./token-kind.js";

const PERCENT_SIGN = 37;
const OPEN = 123;
const TILDE = 126;

/**
 * At a `$` or `%` of template text: goes into `${` or `%{`, or passes an escape (`$${`) or the lone mark as text.
 * Text of these two is a token of its own, which is what the trimming of `~` goes by.
 *
 * @returns the offset behind the text, `-1` when a sequence was entered
 */
export function scanMark(scanner: Scanner): number {
  const { text, at } = scanner;
  const mark = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (next === OPEN) {
    const end = text.charCodeAt(at + 2) === TILDE ? at + 3 : at + 2;
    const kind: TokenKind = mark === PERCENT_SIGN ? DIRECTIVE : INTERPOLATION;
    scanner.tokens.push(kind, at, end);
    scanner.startOfLine = false;
    scanner.at = end;
    scanner.enter(CODE, at);
    return -1;
  }
  if (next === mark && text.charCodeAt(at + 2) === OPEN) {
    return text.charCodeAt(at + 3) === TILDE ? at + 4 : at + 3;
  }
  return at + 1;
}
