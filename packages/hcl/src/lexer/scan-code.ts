import { ASCII_CLASS, scanIdentifier } from "./identifiers.js";
import { scanString } from "./scan-quoted.js";
import { scanUnusual } from "./scan-unusual.js";
import { HEREDOC, type Scanner } from "./scanner.js";
import * as T from "./token-kind.js";

const IDENT_OR_DIGIT = 7;
const DIGIT = 4;

/** Tokens that one character settles, by its code; 0 for those that need a look at what follows. */
const SINGLE: Uint8Array = singleTokens();

function singleTokens(): Uint8Array {
  const kinds = new Uint8Array(128);
  const settled: readonly (readonly [string, number])[] = [
    ["[", T.OPEN_BRACKET],
    ["]", T.CLOSE_BRACKET],
    ["(", T.OPEN_PAREN],
    [")", T.CLOSE_PAREN],
    [",", T.COMMA],
    ["*", T.STAR],
    ["%", T.PERCENT],
    ["+", T.PLUS],
    ["-", T.MINUS],
    ["?", T.QUESTION],
    ["\n", T.NEWLINE],
  ];
  for (const [character, kind] of settled) kinds[character.charCodeAt(0)] = kind;
  return kinds;
}

/** Code, until a template begins or the sequence that the code is in ends. */
export function scanCode(scanner: Scanner): void {
  const { text, tokens } = scanner;
  const length = text.length;
  let at = scanner.at;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) {
      at++;
      continue;
    }
    const kind = code < 128 ? (SINGLE[code] ?? 0) : 0;
    if (kind !== 0) {
      tokens.push(kind, at, at + 1);
      at++;
      continue;
    }
    const asciiClass = code < 128 ? (ASCII_CLASS[code] ?? 0) & IDENT_OR_DIGIT : 0;
    if (asciiClass !== 0) {
      const isNumber = (asciiClass & DIGIT) !== 0;
      const end = isNumber ? scanNumber(text, at) : scanIdentifier(text, at);
      tokens.push(isNumber ? T.NUMBER : T.IDENT, at, end);
      at = end;
      continue;
    }
    const next = text.charCodeAt(at + 1);
    switch (code) {
      case 61: // =
        if (next === 61) at = push(scanner, T.EQUAL_EQUAL, at, 2);
        else if (next === 62) at = push(scanner, T.FAT_ARROW, at, 2);
        else at = push(scanner, T.EQUAL, at, 1);
        break;
      case 34: // "
        scanner.at = at;
        scanString(scanner);
        if (scanner.at === at + 1) return;
        at = scanner.at;
        break;
      case 46: // .
        if (next === 46 && text.charCodeAt(at + 2) === 46) at = push(scanner, T.ELLIPSIS, at, 3);
        else at = push(scanner, T.DOT, at, 1);
        break;
      case 123: // {
        scanner.depth++;
        at = push(scanner, T.OPEN_BRACE, at, 1);
        break;
      case 125: // }
        if (scanner.inSequence && scanner.depth === 0) {
          leaveSequence(scanner, at, 1);
          return;
        }
        scanner.depth--;
        at = push(scanner, T.CLOSE_BRACE, at, 1);
        break;
      case 35: // #
        at = lineComment(scanner, at);
        break;
      case 47: // /
        if (next === 47) at = lineComment(scanner, at);
        else if (next === 42) at = blockComment(scanner, at);
        else at = push(scanner, T.SLASH, at, 1);
        break;
      case 13: // \r
        if (next === 10) {
          at = push(scanner, T.NEWLINE, at, 2);
          break;
        }
        at = scanUnusual(scanner, at);
        break;
      case 58: // :
        if (next === 58) at = push(scanner, T.DOUBLE_COLON, at, 2);
        else at = push(scanner, T.COLON, at, 1);
        break;
      case 33: // !
        if (next === 61) at = push(scanner, T.NOT_EQUAL, at, 2);
        else at = push(scanner, T.BANG, at, 1);
        break;
      case 62: // >
        if (next === 61) at = push(scanner, T.GREATER_EQUAL, at, 2);
        else at = push(scanner, T.GREATER, at, 1);
        break;
      case 60: // <
        if (next === 60 && heredoc(scanner, at)) return;
        if (next === 61) at = push(scanner, T.LESS_EQUAL, at, 2);
        else at = push(scanner, T.LESS, at, 1);
        break;
      case 38: // &
        at = next === 38 ? push(scanner, T.AND, at, 2) : scanUnusual(scanner, at);
        break;
      case 124: // |
        at = next === 124 ? push(scanner, T.OR, at, 2) : scanUnusual(scanner, at);
        break;
      case 126: // ~
        if (next !== 125) {
          at = scanUnusual(scanner, at);
          break;
        }
        if (scanner.inSequence && scanner.depth === 0) {
          leaveSequence(scanner, at, 2);
          return;
        }
        // The end of a sequence where none is open: the parser says what it expected instead.
        scanner.depth--;
        at = push(scanner, T.SEQUENCE_END, at, 2);
        break;
      default:
        at = code < 128 ? scanUnusual(scanner, at) : wideCharacter(scanner, at);
    }
  }
  scanner.at = at;
}

function push(scanner: Scanner, kind: T.TokenKind, at: number, width: number): number {
  scanner.tokens.push(kind, at, at + width);
  return at + width;
}

function leaveSequence(scanner: Scanner, at: number, width: number): void {
  scanner.at = push(scanner, T.SEQUENCE_END, at, width);
  scanner.leave();
}

function wideCharacter(scanner: Scanner, at: number): number {
  const end = scanIdentifier(scanner.text, at);
  if (end === at) return scanUnusual(scanner, at);
  scanner.tokens.push(T.IDENT, at, end);
  return end;
}

/** Digits, points and exponents, whatever their order, but no point at the end: the parser judges the spelling. */
function scanNumber(text: string, start: number): number {
  let at = start + 1;
  let end = at;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      end = ++at;
    } else if (code === 46) {
      at++;
    } else if (code === 101 || code === 69) {
      const sign = text.charCodeAt(at + 1);
      const digit = sign === 43 || sign === 45 ? at + 2 : at + 1;
      const first = text.charCodeAt(digit);
      if (!(first >= 48 && first <= 57)) return end;
      end = at = digit + 1;
    } else {
      return end;
    }
  }
}

function lineComment(scanner: Scanner, at: number): number {
  const newline = scanner.text.indexOf("\n", at);
  scanner.tokens.hasComments = true;
  if (newline < 0) {
    scanner.tokens.push(T.COMMENT, at, scanner.text.length);
    return scanner.text.length;
  }
  scanner.tokens.push(T.COMMENT_LINE, at, newline + 1);
  return newline + 1;
}

function blockComment(scanner: Scanner, at: number): number {
  const { text } = scanner;
  const found = text.indexOf("*/", at + 2);
  scanner.tokens.hasComments = true;
  if (found < 0) scanner.problems.report("unterminated-comment", at, at + 2);
  const end = found < 0 ? text.length : found + 2;
  scanner.tokens.push(T.COMMENT, at, end);
  return end;
}

/** At `<<`: enters a heredoc when a marker and a line break follow. */
function heredoc(scanner: Scanner, at: number): boolean {
  const { text } = scanner;
  const start = text.charCodeAt(at + 2) === 45 ? at + 3 : at + 2;
  const end = scanIdentifier(text, start);
  if (end === start) return false;
  const next = text.charCodeAt(end);
  const newline = next === 10 ? 1 : next === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 0;
  if (newline === 0) return false;
  scanner.tokens.push(T.OPEN_HEREDOC, at, end + newline);
  scanner.enter(HEREDOC, at, text.slice(start, end));
  scanner.at = end + newline;
  return true;
}
