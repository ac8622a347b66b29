/**
 * All escaping of HCL text: what a literal string has to look like so that reading it gives the string again.
 *
 * HCL reads `${` and `%{` as the start of a sequence, and `$${`, `%%{` as the literal two characters; any dollars
 * before those are literal already. So one more marker before the brace is enough, however long the run of them is.
 */

/** What HCL's strings cannot hold, said in words; `undefined` when HCL can hold all of `value`. */
export function unwritable(value: string): string | undefined {
  if (ASCII.test(value)) return undefined;
  if (!value.isWellFormed()) return "it has a lone surrogate, which is no Unicode character";
  if (value.normalize("NFC") !== value) {
    return "HCL composes its characters (Unicode NFC), so it would read back changed; write value.normalize()";
  }
  return undefined;
}

// Most text is ASCII, for which the two questions above need no answer.
const ASCII = /^[\u0000-\u007f]*$/;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;

const QUOTED = /[\\"\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[$%]\{/g;

const TOUCHED = /[\\"\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff{]/;
const NAMED: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "${": "$${",
  "%{": "%%{",
};

/** How one place of the language spells literal text. */
export interface Spelling {
  /** The text with everything escaped that has a meaning there. */
  readonly escape: (text: string) => string;
  /** A run of `$` or `%` right before a sequence, where `$${` would be taken for an escape. */
  readonly run: (markers: string) => string;
}

/** Text for between the quotes of `"…"`: `say "${x}"` becomes `say \"$${x}\"`. */
export function escapeQuoted(value: string): string {
  if (!TOUCHED.test(value)) return value;
  return value.replace(QUOTED, (found) => NAMED[found] ?? unicode(found));
}

/** Text in which only sequences have a meaning, as in a heredoc. */
function escapeSequences(value: string): string {
  return value.includes("{") ? value.replace(/[$%]\{/g, (found) => NAMED[found] ?? found) : value;
}

/**
 * Text for a template in HCL's JSON syntax, before JSON's own escaping. HCL takes everything behind a lone carriage
 * return for literal text, so that one stands in a sequence of its own.
 */
function escapeJsonTemplate(value: string): string {
  return escapeSequences(value).replace(/\$*\r(?!\n)/g, (found) => `\${"${escapeQuoted(found)}"}`);
}

/** Without an escape for a single character, a run before a sequence is the value of a sequence of its own. */
const runAsSequence = (markers: string): string => `\${"${markers}"}`;

export const QUOTED_SPELLING: Spelling = {
  escape: escapeQuoted,
  run: (markers) => markers.slice(0, -1) + unicode(markers.slice(-1)),
};
export const HEREDOC_SPELLING: Spelling = { escape: escapeSequences, run: runAsSequence };
export const JSON_SPELLING: Spelling = { escape: escapeJsonTemplate, run: runAsSequence };

/** Whether text has characters that only quoted text can spell. */
export function needsQuotes(value: string): boolean {
  return CONTROL.test(value.replace(/[\n\t]/g, ""));
}

/**
 * Characters that join the one behind them into one grapheme cluster (Unicode's Prepend). HCL's JSON reader counts
 * clusters, and takes a quote behind one of these for a part of the text.
 */
const PREPEND =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]/gu;

/** Text as a JSON string that HCL reads as well as every other reader does. */
export function quoteJson(value: string): string {
  return JSON.stringify(value).replace(PREPEND, (found) =>
    [...Array(found.length).keys()].map((at) => unicode(found.charAt(at))).join(""),
  );
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
