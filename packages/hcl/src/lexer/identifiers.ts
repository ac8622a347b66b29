import { ID_CONTINUE_ONLY, ID_START } from "./generated/identifier-ranges.js";
import { type CodePointRanges, decodeRanges, inRanges } from "./ranges.js";

/*
 * HCL's identifiers are those of Unicode 9, whatever Unicode the JavaScript engine knows: a name that a newer table
 * would allow is one that Packer refuses.
 */

let start: CodePointRanges | undefined;
let continueOnly: CodePointRanges | undefined;

/** Whether a code point beyond ASCII can begin an identifier. */
export function isWideIdStart(code: number): boolean {
  start ??= decodeRanges(ID_START);
  return inRanges(start, code);
}

/** Whether a code point beyond ASCII can continue an identifier. */
export function isWideIdContinue(code: number): boolean {
  if (isWideIdStart(code)) return true;
  continueOnly ??= decodeRanges(ID_CONTINUE_ONLY);
  return inRanges(continueOnly, code);
}

const IDENT_START = 1;
const IDENT_CONTINUE = 2;
const DIGIT = 4;

/** What an ASCII character can do in a name or a number. */
export const ASCII_CLASS: Uint8Array = asciiClasses();

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    const digit = code >= 48 && code <= 57;
    classes[code] =
      (letter ? IDENT_START | IDENT_CONTINUE : 0) |
      (digit ? DIGIT | IDENT_CONTINUE : 0) |
      (code === 45 ? IDENT_CONTINUE : 0);
  }
  return classes;
}

/** The offset behind the identifier that starts at `at`; `at` itself where none starts. */
export function scanIdentifier(text: string, at: number): number {
  // Reading behind the end would be NaN, for which the engine compiles everything anew.
  if (at >= text.length) return at;
  const first = text.charCodeAt(at);
  if (first < 128) {
    if (((ASCII_CLASS[first] ?? 0) & IDENT_START) === 0) return at;
    at++;
  } else {
    const wide = text.codePointAt(at);
    if (wide === undefined || !isWideIdStart(wide)) return at;
    at += wide > 0xffff ? 2 : 1;
  }
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (((ASCII_CLASS[code] ?? 0) & IDENT_CONTINUE) === 0) return at;
      at++;
    } else {
      const wide = text.codePointAt(at);
      if (wide === undefined || !isWideIdContinue(wide)) return at;
      at += wide > 0xffff ? 2 : 1;
    }
  }
  return at;
}

/**
 * Whether `name` can stand where HCL wants an identifier: an attribute's name, a block's type, a bare label.
 *
 * An identifier is Unicode 9's ID_Start or an underscore, then ID_Continue or dashes, as HCL's scanner has it.
 *
 * @example isIdentifier("image-family") // true
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#identifiers
 */
export function isIdentifier(name: string): boolean {
  return name.length > 0 && scanIdentifier(name, 0) === name.length;
}
