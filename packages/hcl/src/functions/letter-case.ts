/*
 * Letters are mapped one by one, as HCL does: `ß` stays in capitals, and the small sigma at the end of a word is none.
 * JavaScript's own mapping of a whole string would write `SS`.
 */

/** Capital letters for all small ones that have a single one. */
export function upperCase(text: string): string {
  return mapLetters(
    text,
    (letter) => UPPER[letter] ?? greekCapital(letter) ?? single(letter, letter.toUpperCase()),
  );
}

/** Greek letters with an iota below: JavaScript writes it as a letter of its own in capitals, HCL keeps it below. */
const UPPER: Readonly<Record<string, string>> = {
  "\u1fb3": "\u1fbc",
  "\u1fc3": "\u1fcc",
  "\u1ff3": "\u1ffc",
};

function greekCapital(letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  return code >= 0x1f80 && code <= 0x1faf ? String.fromCharCode(code | 8) : undefined;
}

/** Small letters for all capital ones. */
export function lowerCase(text: string): string {
  return mapLetters(text, (letter) => LOWER[letter] ?? single(letter, letter.toLowerCase()));
}

/** The one capital whose small letter JavaScript writes with a mark of its own. */
const LOWER: Readonly<Record<string, string>> = { "\u0130": "i" };

/** Letters between a capital and a small one, which start a word instead of the capital: `ǅ`. */
const TITLE: Readonly<Record<string, string>> = {
  "\u01c4": "\u01c5",
  "\u01c6": "\u01c5",
  "\u01c7": "\u01c8",
  "\u01c9": "\u01c8",
  "\u01ca": "\u01cb",
  "\u01cc": "\u01cb",
  "\u01f1": "\u01f2",
  "\u01f3": "\u01f2",
};
const TITLE_ITSELF = /^[\u01c5\u01c8\u01cb\u01f2\u10d0-\u10fa\u10fd-\u10ff]$/;

/** The first letter of each word as a capital; words end at anything that is neither letter, digit nor `_`. */
export function titleCase(text: string): string {
  let out = "";
  let isStart = true;
  for (const character of text) {
    out += isStart ? titleLetter(character) : character;
    isStart = isSeparator(character);
  }
  return out;
}

function titleLetter(letter: string): string {
  if (TITLE_ITSELF.test(letter)) return letter;
  return TITLE[letter] ?? upperCase(letter);
}

function isSeparator(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0x7f) return !/[0-9A-Za-z_]/.test(character);
  if (/^[\p{L}\p{Nd}]$/u.test(character)) return false;
  return /^\p{White_Space}$/u.test(character);
}

function mapLetters(text: string, map: (letter: string) => string): string {
  let out = "";
  for (const letter of text) out += map(letter);
  return out;
}

/** The mapped letter where it is a single one; those that would become several stay. */
function single(letter: string, mapped: string): string {
  return Array.from(mapped).length === 1 ? mapped : letter;
}
