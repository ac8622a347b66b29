import { scanMark } from "./scan-sequence.js";
import { QUOTED, type Scanner } from "./scanner.js";
import { CLOSE_QUOTE, INVALID, OPEN_QUOTE, QUOTED_TEXT, STRING, STRING_ESCAPED } from "./token-kind.js";

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const DOLLAR = 36;
const PERCENT_SIGN = 37;
const BACKSLASH = 92;

/** At a `"`: the whole string as one token where it is plain, otherwise its opening quote. */
export function scanString(scanner: Scanner): void {
  const { text, at: start } = scanner;
  let escaped = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (escaped && hasBroken(scanner, start, at)) break;
      scanner.tokens.push(escaped ? STRING_ESCAPED : STRING, start, at + 1);
      scanner.at = at + 1;
      return;
    }
    if (code === BACKSLASH) {
      escaped = true;
      at++;
      const next = text.charCodeAt(at);
      if (next === LINE_FEED || next === RETURN) break;
    } else if (code === DOLLAR || code === PERCENT_SIGN || code === LINE_FEED || code === RETURN) {
      break;
    } else if (code > 127) {
      escaped = true;
    }
  }
  scanner.tokens.push(OPEN_QUOTE, start, start + 1);
  scanner.enter(QUOTED, start);
  scanner.at = start + 1;
}

function hasBroken(scanner: Scanner, start: number, end: number): boolean {
  const { broken } = scanner;
  if (broken.length === 0) return false;
  for (let at = start; at < end; at++) if (scanner.isBroken(at)) return true;
  return false;
}

/** The text of a string that is not plain, up to its end or to the next sequence. */
export function scanQuoted(scanner: Scanner): void {
  const { text, tokens } = scanner;
  while (scanner.at < text.length) {
    const at = scanner.at;
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      tokens.push(CLOSE_QUOTE, at, at + 1);
      scanner.at = at + 1;
      scanner.leave();
      return;
    }
    if (code === DOLLAR || code === PERCENT_SIGN) {
      const end = scanMark(scanner);
      if (end < 0) return;
      tokens.push(QUOTED_TEXT, at, end);
      scanner.at = end;
    } else if (code === LINE_FEED || code === RETURN) {
      if (scanLineBreak(scanner)) return;
    } else if (scanner.isBroken(at)) {
      scanner.problems.report("invalid-encoding", scanner.broken[0] ?? at, at + 1);
      tokens.push(INVALID, at, at + 1);
      scanner.at = at + 1;
    } else {
      const end = scanRun(scanner, at);
      tokens.push(QUOTED_TEXT, at, end);
      scanner.at = end;
    }
  }
}

function scanRun(scanner: Scanner, at: number): number {
  const { text } = scanner;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      at += next === LINE_FEED || next === RETURN ? 1 : 2;
    } else if (
      code === QUOTE ||
      code === DOLLAR ||
      code === PERCENT_SIGN ||
      code === LINE_FEED ||
      code === RETURN
    ) {
      return at;
    } else if (code > 127 && scanner.isBroken(at)) {
      return at;
    } else {
      at++;
    }
  }
  return text.length;
}

/**
 * A line break inside quotes is an error; what it takes to go on depends on what was meant. Where the next line looks
 * like the rest of the string, it is; otherwise every string and sequence that began on this line ends with it.
 *
 * @returns whether the string was left
 */
function scanLineBreak(scanner: Scanner): boolean {
  const { text, at, tokens } = scanner;
  let next = at;
  while (text.charCodeAt(next) === LINE_FEED || text.charCodeAt(next) === RETURN) next++;
  scanner.problems.report("multi-line-string", scanner.opener, at);
  if (goesOn(text, next)) {
    tokens.push(QUOTED_TEXT, at, next);
    scanner.at = next;
    return false;
  }
  const lineStart = text.lastIndexOf("\n", at - 1);
  do scanner.abandon();
  while (scanner.opener > lineStart);
  return true;
}

const ITEM = /[\t ]*(?:[\p{L}_][\p{L}\d_-]*[\t ]*[={"]|[\])}#]|\/\/|$)/uy;
/** What a person writes on a line, at most: no hostile file makes this look long. */
const LOOK_AHEAD = 1000;

/** Whether a line has an odd number of quotes and does not start like an argument, a block or a closing bracket. */
function goesOn(text: string, from: number): boolean {
  const end = text.indexOf("\n", from);
  const line = text.slice(from, Math.min(end < 0 ? text.length : end, from + LOOK_AHEAD));
  ITEM.lastIndex = 0;
  if (ITEM.test(line)) return false;
  return line.replace(/\\./g, "").split('"').length % 2 === 0;
}
