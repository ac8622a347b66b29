import type { Problems } from "../lexer/problems.js";

const BACKSLASH = 92;

/** The meaning of text between quotes: escapes resolved, errors noted at their place. */
export function unescapeQuoted(text: string, start: number, end: number, problems: Problems): string {
  let slash = nextSlash(text, start, end);
  if (slash < 0) return text.slice(start, end);
  const pieces: string[] = [];
  let from = start;
  while (slash >= 0) {
    if (slash > from) pieces.push(text.slice(from, slash));
    from = slash + unescapeOne(text, slash, end, problems, pieces);
    slash = nextSlash(text, from, end);
  }
  if (from < end) pieces.push(text.slice(from, end));
  return pieces.join("");
}

/** Looks no further than `end`: a search over the rest of the file for every string would be quadratic. */
function nextSlash(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === BACKSLASH) return at;
  return -1;
}

const NAMED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** @returns how many code units the escape takes */
function unescapeOne(text: string, at: number, end: number, problems: Problems, into: string[]): number {
  const selector = text.charAt(at + 1);
  const named = NAMED[selector];
  if (named !== undefined) {
    into.push(named);
    return 2;
  }
  if (selector === "u" || selector === "U") return unescapeUnicode(text, at, end, problems, into);
  const character = at + 1 < end ? String.fromCodePoint(text.codePointAt(at + 1) ?? 0) : "";
  problems.report("invalid-escape", at, at + 1 + character.length, `\\${character}`);
  into.push(character);
  return 1 + character.length;
}

function unescapeUnicode(text: string, at: number, end: number, problems: Problems, into: string[]): number {
  const wanted = text.charAt(at + 1) === "u" ? 4 : 8;
  let digits = 0;
  while (digits < wanted && at + 2 + digits < end && isHex(text.charCodeAt(at + 2 + digits))) digits++;
  const stop = at + 2 + digits;
  const spelled = text.slice(at, stop);
  if (digits < wanted) {
    problems.report("short-unicode-escape", at, stop, spelled);
    into.push(spelled);
    return stop - at;
  }
  const code = Number.parseInt(spelled.slice(2), 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    problems.report("impossible-character", at, stop, spelled);
    into.push(spelled);
  } else {
    into.push(String.fromCodePoint(code));
  }
  return stop - at;
}

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** The meaning of one token of template text: `$${` and `%%{` are tokens of their own. */
export function unescapeMark(text: string, start: number, end: number): string | undefined {
  const first = text.charCodeAt(start);
  if (first !== 36 && first !== 37) return undefined;
  const escape =
    end - start > 2 && text.charCodeAt(start + 1) === first && text.charCodeAt(start + 2) === 123;
  return text.slice(escape ? start + 1 : start, end);
}
