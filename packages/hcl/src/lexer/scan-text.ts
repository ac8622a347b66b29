import { scanMark } from "./scan-sequence.js";
import type { Scanner } from "./scanner.js";
import { skipSpaces, trimEnd } from "./spaces.js";
import { CLOSE_HEREDOC, INVALID, NEWLINE, PLAIN_TEXT } from "./token-kind.js";

const LINE_FEED = 10;
const RETURN = 13;
const DOLLAR = 36;
const PERCENT_SIGN = 37;

/** The text of a heredoc, up to its end or to the next sequence: a token a line. */
export function scanHeredoc(scanner: Scanner): void {
  const { text, tokens } = scanner;
  while (scanner.at < text.length) {
    const at = scanner.at;
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === PERCENT_SIGN) {
      const end = scanMark(scanner);
      if (end < 0) return;
      pushMark(scanner, end);
      continue;
    }
    const end = runEnd(scanner, at);
    const newline = newlineWidth(text, end);
    if (newline > 0 && scanner.startOfLine && endsHeredoc(scanner, at, end)) {
      tokens.push(CLOSE_HEREDOC, at, end);
      tokens.push(NEWLINE, end, end + newline);
      scanner.at = end + newline;
      scanner.leave();
      return;
    }
    if (end + newline > at) {
      tokens.push(PLAIN_TEXT, at, end + newline);
      scanner.at = end + newline;
      scanner.startOfLine = newline > 0;
    } else {
      scanStray(scanner);
    }
  }
}

/** Like a heredoc's text, but nothing ends it, and behind a lone carriage return all is literal. */
export function scanBare(scanner: Scanner): void {
  const { text, tokens } = scanner;
  while (scanner.at < text.length) {
    const at = scanner.at;
    const code = text.charCodeAt(at);
    if (code === DOLLAR || code === PERCENT_SIGN) {
      const end = scanMark(scanner);
      if (end < 0) return;
      pushMark(scanner, end);
      continue;
    }
    const run = runEnd(scanner, at);
    const end = run + newlineWidth(text, run);
    if (end > at) {
      tokens.push(PLAIN_TEXT, at, end);
      scanner.at = end;
    } else if (code === RETURN) {
      tokens.push(PLAIN_TEXT, at, text.length);
      scanner.at = text.length;
    } else {
      scanStray(scanner);
    }
  }
}

/**
 * A lone `$` or `%`, or an escape, as text. Whether the next character belongs to the token shows only in what `~`
 * trims, and the reference takes it in where a line break follows it.
 */
function pushMark(scanner: Scanner, end: number): void {
  const { text, at } = scanner;
  let lineEnds = 0;
  if (end > at + 1) lineEnds = newlineWidth(text, end);
  else if (isByte(scanner, end) && isNewline(text.charCodeAt(end + 1))) end++;
  scanner.tokens.push(PLAIN_TEXT, at, end + lineEnds);
  scanner.at = end + lineEnds;
  scanner.startOfLine = lineEnds > 0;
}

/** Whether a character was a single byte; one that is no UTF-8 passes unnoticed here. */
function isByte(scanner: Scanner, at: number): boolean {
  return scanner.text.charCodeAt(at) < 128 || scanner.isBroken(at);
}

function isNewline(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}

/** The end of text that has no line break, no mark and no broken byte in it. */
function runEnd(scanner: Scanner, at: number): number {
  const { text } = scanner;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === RETURN || code === DOLLAR || code === PERCENT_SIGN) return at;
    if (code > 127 && scanner.isBroken(at)) return at;
    at++;
  }
  return at;
}

/** The length of a `\n` or `\r\n` at `at`, or 0. */
function newlineWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === LINE_FEED) return 1;
  return code === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 0;
}

function endsHeredoc(scanner: Scanner, from: number, to: number): boolean {
  const { text, marker } = scanner;
  const start = skipSpaces(text, from, to);
  const end = trimEnd(text, start, to);
  return end - start === marker.length && text.startsWith(marker, start);
}

/** What cannot stand in template text at all: a lone carriage return, a broken byte. */
function scanStray(scanner: Scanner): void {
  const { at } = scanner;
  if (scanner.isBroken(at)) scanner.problems.report("invalid-encoding", scanner.broken[0] ?? at, at + 1);
  else scanner.problems.report("stray-carriage-return", at, at + 1);
  scanner.tokens.push(INVALID, at, at + 1);
  scanner.at = at + 1;
}
