import { clusterEnd } from "../lexer/graphemes.js";

/** Kinds of JSON tokens: the character itself for punctuation, and these. */
export const JSON_EOF = "";
export const JSON_STRING = '"';
export const JSON_NUMBER = "0";
export const JSON_KEYWORD = "a";
/** A character that no JSON token starts with; HCL's scanner goes no further, and neither does this one. */
export const JSON_INVALID = "?";

/** Where the scanner of a JSON text is, and the token that it has found there. */
export class JsonScanner {
  readonly text: string;
  kind: string;
  start: number;
  end: number;
  private readonly isBroken: (at: number) => boolean;

  constructor(text: string, isBroken: (at: number) => boolean) {
    this.text = text;
    this.isBroken = isBroken;
    this.kind = JSON_EOF;
    this.start = 0;
    this.end = 0;
    this.advance();
  }

  advance(): void {
    const { text } = this;
    // Behind what cannot be read there is nothing: its meaning would be a guess.
    let at = this.kind === JSON_INVALID ? text.length : this.end;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    this.start = at;
    if (at >= text.length) {
      this.kind = JSON_EOF;
      this.end = at;
      return;
    }
    const character = text.charAt(at);
    if ("{}[],:=".includes(character)) {
      this.kind = character;
      this.end = at + 1;
    } else if (character === '"') {
      this.kind = JSON_STRING;
      this.end = stringEnd(text, at);
    } else if (/[-+.\d]/.test(character)) {
      this.kind = JSON_NUMBER;
      this.end = runEnd(text, at, /[-+.\deE]*/y);
    } else if (/[a-zA-Z]/.test(character)) {
      this.kind = JSON_KEYWORD;
      this.end = runEnd(text, at, /[a-zA-Z_]*/y);
    } else {
      this.kind = JSON_INVALID;
      this.end = at + (this.isBroken(at) ? 1 : String.fromCodePoint(text.codePointAt(at) ?? 0).length);
    }
  }

  get token(): string {
    return this.text.slice(this.start, this.end);
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function runEnd(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  pattern.exec(text);
  return pattern.lastIndex;
}

/**
 * The end of a string: behind its closing quote, or at what cannot stand in one. HCL's scanner passes over whole
 * grapheme clusters, so that a quote which combines with a character before it does not close the string.
 */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  let escaping = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      escaping = !escaping;
      at++;
    } else if (code === 34) {
      at++;
      if (!escaping) return at;
      escaping = false;
    } else if (code < 32) {
      return at;
    } else {
      at = code > 127 || text.charCodeAt(at + 1) > 127 ? clusterEnd(text, at) : at + 1;
      escaping = false;
    }
  }
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** What a string token means, lone surrogates replaced as Go does; `undefined` when it is no JSON string. */
export function decodeJsonString(token: string): string | undefined {
  if (token.length < 2 || !token.endsWith('"')) return undefined;
  if (!token.includes("\\")) return token.slice(1, -1).toWellFormed();
  let value = "";
  for (let at = 1; at < token.length - 1;) {
    const step = escapeAt(token, at);
    if (step === undefined) return undefined;
    value += step.value;
    at += step.length;
  }
  return value.toWellFormed();
}

/** One character of a JSON string, as spelled at `at`; the closing quote is none. */
function escapeAt(
  token: string,
  at: number,
): { readonly value: string; readonly length: number } | undefined {
  const character = token.charAt(at);
  if (character !== "\\") return { value: character, length: 1 };
  const selector = token.charAt(at + 1);
  if (at + 1 >= token.length - 1) return undefined;
  if (selector === "u") {
    const digits = token.slice(at + 2, at + 6);
    if (!/^[\da-fA-F]{4}$/.test(digits)) return undefined;
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
  }
  const value = ESCAPES[selector];
  return value === undefined ? undefined : { value, length: 2 };
}

/**
 * Where each UTF-16 unit of a string's meaning stands in the text, and the end of the last one: one entry more than
 * there are units. `undefined` when there are no escapes, and so the distance is the same everywhere.
 */
export function unescapedOffsets(token: string, start: number): Int32Array | undefined {
  if (!token.includes("\\")) return undefined;
  const offsets = new Int32Array(token.length);
  let count = 0;
  let at = 1;
  while (at < token.length - 1) {
    offsets[count++] = start + at;
    at += escapeAt(token, at)?.length ?? 1;
  }
  offsets[count++] = start + at;
  return offsets.slice(0, count);
}
