import { Refusal } from "./refusal.js";
import { propertySet } from "./property.js";

/** What an escape of JavaScript's stands for; `length` is that of its spelling. */
export type Escape = { readonly length: number } & (
  | { readonly kind: "char"; readonly char: string }
  /** Two halves of a character that JavaScript takes for two characters. */
  | { readonly kind: "pair"; readonly char: string }
  | { readonly kind: "set"; readonly alone: string; readonly inClass: string }
  | { readonly kind: "assertion"; readonly text: string }
);

/** What JavaScript takes for white space and the ends of lines, as the inside of a class of RE2. */
export const SPACE: string =
  "\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";

/** Everything else. */
const NO_SPACE =
  "\\x00-\\x08\\x0E-\\x1F!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}" +
  "\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}";

/** Letters beyond ASCII that fold to `s` and `k`, which makes them letters of words where case is ignored. */
const FOLDED = "\\x{17F}\\x{212A}";

/** The sets of characters that an escape stands for. */
export class Classes {
  readonly #folds: boolean;

  constructor(isUnicode: boolean, ignoresCase: boolean) {
    this.#folds = isUnicode && ignoresCase;
  }

  of(letter: string): { readonly alone: string; readonly inClass: string } | undefined {
    switch (letter) {
      case "d":
      case "D":
        return { alone: `\\${letter}`, inClass: `\\${letter}` };
      case "w":
        return this.#folds
          ? { alone: `[\\w${FOLDED}]`, inClass: `\\w${FOLDED}` }
          : { alone: "\\w", inClass: "\\w" };
      case "W":
        if (this.#folds) throw new Refusal("\\W beside the flags i and u, which RE2 reads in another way");
        return { alone: "\\W", inClass: "\\W" };
      case "s":
        return { alone: `[${SPACE}]`, inClass: SPACE };
      case "S":
        return { alone: `[^${SPACE}]`, inClass: NO_SPACE };
      default:
        return undefined;
    }
  }
}

const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", v: "\v", f: "\f" };

/** How escapes are read. */
export interface EscapeReading {
  readonly inClass: boolean;
  readonly isUnicode: boolean;
  readonly hasNames: boolean;
  readonly classes: Classes;
}

/** Reads the escape at `at`, which is its backslash. */
export function escapeOf(source: string, at: number, reading: EscapeReading): Escape {
  const { inClass, isUnicode, hasNames, classes } = reading;
  const rest = source.slice(at);
  const letter = String.fromCodePoint(source.codePointAt(at + 1) ?? 0);
  const char = (char: string, length: number): Escape => ({ kind: "char", char, length });

  const set = classes.of(letter);
  if (set !== undefined) return { kind: "set", ...set, length: 2 };
  if (CONTROLS[letter] !== undefined) return char(CONTROLS[letter], 2);
  if (letter === "b" && inClass) return char("\b", 2);
  if (letter === "b" || letter === "B") return { kind: "assertion", text: `\\${letter}`, length: 2 };
  if (letter === "0" && !/^\\0\d/.test(rest)) return char("\0", 2);
  if (/\d/.test(letter)) {
    const isOctal = inClass || letter === "0" || Number(/^\\(\d+)/.exec(rest)?.[1]) > groupsOf(source);
    throw new Refusal(
      isOctal
        ? "an octal escape, which is no longer good JavaScript; write \\x… or the character"
        : `a reference to a group, \\${letter}, which RE2 does not have`,
    );
  }
  if (letter === "k" && (hasNames || isUnicode)) {
    throw new Refusal("a reference to a group, \\k<…>, which RE2 does not have");
  }
  if (isUnicode && (letter === "p" || letter === "P")) {
    const found = /^\\[pP]\{([^}]*)\}/.exec(rest);
    const inside = propertySet(found?.[1] ?? "", letter === "P");
    return { kind: "set", alone: inside.alone, inClass: inside.inClass, length: found?.[0].length ?? 2 };
  }
  const code = codeOf(rest, isUnicode);
  if (code !== undefined) return code;
  // Any other character stands for itself.
  return char(letter, 1 + letter.length);
}

/** `\cJ`, `\x41`, `\u0041`, `\u{41}` and two halves of a character. */
function codeOf(rest: string, isUnicode: boolean): Escape | undefined {
  const control = /^\\c([A-Za-z])/.exec(rest);
  if (control !== null) {
    return { kind: "char", char: String.fromCharCode((control[1] ?? "").charCodeAt(0) % 32), length: 3 };
  }
  const pair = /^\\u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})/.exec(rest);
  if (pair !== null) {
    const char = String.fromCharCode(parseInt(pair[1] ?? "", 16), parseInt(pair[2] ?? "", 16));
    return { kind: isUnicode ? "char" : "pair", char, length: pair[0].length };
  }
  const hex =
    /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest) ??
    (isUnicode ? /^\\u\{([0-9A-Fa-f]+)\}/.exec(rest) : null);
  if (hex === null) return undefined;
  const code = parseInt(hex[1] ?? hex[2] ?? "", 16);
  if (code >= 0xd800 && code <= 0xdfff)
    throw new Refusal("half a character (a lone surrogate), which no text of HCL has");
  return { kind: "char", char: String.fromCodePoint(code), length: hex[0].length };
}

function groupsOf(source: string): number {
  // Whatever is escaped or in a class opens no group.
  const bare = source.replaceAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, "");
  return bare.match(/\((?!\?)|\(\?<(?![=!])/g)?.length ?? 0;
}

/** A character as RE2 takes it for itself. */
export function literal(char: string, inClass: boolean = false): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff)
    throw new Refusal("half a character (a lone surrogate), which no text of HCL has");
  // Spaces and marks that nobody sees, by their code.
  if (code < 0x20 || (code >= 0x7f && /[\p{Z}\p{C}\p{M}]/u.test(char)))
    return `\\x{${code.toString(16).toUpperCase()}}`;
  const isSpecial = inClass ? /[\\\][^-]/.test(char) : /[\\^$.*+?()[\]{}|]/.test(char);
  return isSpecial ? `\\${char}` : char;
}
