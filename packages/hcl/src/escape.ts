/**
 * All escaping of HCL text: what a literal string has to look like so that reading it gives the string again.
 *
 * HCL reads `${` and `%{` as the start of a sequence, and `$${`, `%%{` as the literal two characters; any dollars
 * before those are literal already. So one more marker before the brace is enough, however long the run of them is.
 */

/** What HCL's strings cannot hold, said in words; `undefined` when HCL can hold all of `value`. */
export function unwritable(value: string): string | undefined {
  if (isPlain(value)) return undefined;
  if (!value.isWellFormed()) return "it has a lone surrogate, which is no Unicode character";
  if (value.normalize("NFC") !== value) {
    return "HCL composes its characters (Unicode NFC), so it would read back changed; write value.normalize()";
  }
  return undefined;
}

/** Most text is ASCII, for which the two questions above need no answer. */
function isPlain(value: string): boolean {
   
  return /^[\u0000-\u007f]*$/.test(value);
}

 
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
  /** A `$` or `%` right before a sequence, where `$${` would be taken for an escape. */
  readonly marker: (marker: string) => string;
}

/** Text for between the quotes of `"…"`: `say "${x}"` becomes `say \"$${x}\"`. */
export function escapeQuoted(value: string): string {
  if (!TOUCHED.test(value)) return value;
  return value.replace(QUOTED, (found) => NAMED[found] ?? unicode(found));
}

/** Text for a heredoc or for a string of HCL's JSON syntax (before JSON's own escaping): only sequences are escaped. */
export function escapeSequences(value: string): string {
  return value.includes("{") ? value.replace(/[$%]\{/g, (found) => NAMED[found] ?? found) : value;
}

export const QUOTED_SPELLING: Spelling = { escape: escapeQuoted, marker: unicode };
/** Without an escape for a single character, the marker is the value of an interpolation of its own. */
export const PLAIN_SPELLING: Spelling = { escape: escapeSequences, marker: (marker) => `\${"${marker}"}` };

/** Whether text has characters that only quoted text can spell. */
export function needsQuotes(value: string): boolean {
  return CONTROL.test(value.replace(/[\n\t]/g, ""));
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
