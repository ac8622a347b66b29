import { Classes, escapeOf, literal, type Escape } from "./escape.js";
import { Refusal } from "./refusal.js";

/** A pattern of RE2, or why there is none that says the same. */
export type Translation = { readonly pattern: string } | { readonly refused: string };

/** RE2 repeats nothing more often than this, repetitions inside repetitions multiplied. */
const MOST_REPETITIONS = 1000;

const LINE_END = "\\n\\r\\x{2028}\\x{2029}";

/**
 * A regular expression of JavaScript as one of RE2, which Packer's `regex` takes.
 *
 * Both find the same matches in text of the Basic Multilingual Plane. RE2 counts a character beyond it as one, as
 * JavaScript does with the flag `u`; with the flag `m` it takes a line feed alone for the end of a line; with the
 * flag `i` it folds case as Unicode says, as JavaScript does with `u`.
 *
 * @example toRe2(/^(?<zone>[a-z]+-\d)$/i) // { pattern: "(?i)^(?:[a-z]+-\\d)$" }
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function toRe2(expression: RegExp): Translation {
  try {
    return { pattern: new Translator(expression).translate() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}

/** Goes over the source once: it is a pattern that JavaScript has accepted, so that no error can be in it. */
class Translator {
  readonly #source: string;
  readonly #flags: string;
  readonly #isUnicode: boolean;
  readonly #hasNames: boolean;
  readonly #classes: Classes;
  #at = 0;

  constructor({ source, flags }: RegExp) {
    if (flags.includes("v")) throw new Refusal("the flag v, whose sets of characters RE2 does not have");
    this.#source = source;
    this.#flags = flags;
    this.#isUnicode = flags.includes("u");
    // RE2 does not take named groups beside others in `regex`, and what a group is called makes no difference here.
    this.#hasNames = /\(\?<(?![=!])/.test(source);
    this.#classes = new Classes(this.#isUnicode, flags.includes("i"));
  }

  translate(): string {
    const flags = ["i", "m"].filter((flag) => this.#flags.includes(flag)).join("");
    const start = this.#flags.includes("y") ? "\\A" : "";
    const { text } = this.#alternatives();
    const whole = start === "" ? text : `${start}(?:${text})`;
    return flags === "" ? whole : `(?${flags})${whole}`;
  }

  /** Everything up to the end of the group, and how often its most repeated part is repeated. */
  #alternatives(): { readonly text: string; readonly most: number } {
    let text = "";
    let most = 1;
    while (this.#at < this.#source.length && this.#source[this.#at] !== ")") {
      const term = this.#term();
      const repeated = this.#quantifier(term);
      text += repeated.text;
      most = Math.max(most, repeated.most);
    }
    return { text, most };
  }

  #term(): { readonly text: string; readonly most: number; readonly isPair?: boolean } {
    const one = (text: string): { text: string; most: number } => ({ text, most: 1 });
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    switch (char) {
      case "(":
        return this.#group();
      case "[":
        return one(this.#class());
      case "\\": {
        const escape = this.#escape(false);
        return { ...one(textOf(escape)), isPair: escape.kind === "pair" };
      }
      case ".":
        this.#at++;
        return one(this.#flags.includes("s") ? "(?s:.)" : `[^${LINE_END}]`);
      case "^":
      case "$":
      case "|":
        this.#at++;
        return one(char);
      default:
        this.#at += char.length;
        return { ...one(literal(char)), isPair: char.length === 2 && !this.#isUnicode };
    }
  }

  #group(): { readonly text: string; readonly most: number } {
    const rest = this.#source.slice(this.#at);
    if (rest.startsWith("(?=")) throw new Refusal("a lookahead, (?=…), which RE2 does not have");
    if (rest.startsWith("(?!")) throw new Refusal("a negative lookahead, (?!…), which RE2 does not have");
    if (/^\(\?<[=!]/.test(rest)) throw new Refusal("a lookbehind, (?<…), which RE2 does not have");
    const opening = /^\((?:\?:|\?<[^>]*>)?/.exec(rest)?.[0] ?? "(";
    if (opening === "(" && rest.startsWith("(?"))
      throw new Refusal("flags inside a group, which mean other things to RE2");
    this.#at += opening.length;
    const { text, most } = this.#alternatives();
    this.#at++;
    return { text: `${opening !== "(" || this.#hasNames ? "(?:" : "("}${text})`, most };
  }

  /** `*`, `+`, `?`, `{n,m}` behind a term; a brace that is none of them stands for itself. */
  #quantifier(term: { readonly text: string; readonly most: number; readonly isPair?: boolean }): {
    readonly text: string;
    readonly most: number;
  } {
    const found = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(this.#source.slice(this.#at));
    if (found === null) return term;
    if (term.isPair === true) {
      throw new Refusal(
        "a character beyond U+FFFF that is repeated, of which JavaScript repeats half; add the flag u",
      );
    }
    this.#at += found[0].length;
    const [quantifier, least = "1", last] = found;
    const times = Math.max(Number(least), Number(last ?? 0), 1);
    const most = term.most * times;
    if (most > MOST_REPETITIONS) {
      throw new Refusal(
        `a repetition of more than ${String(MOST_REPETITIONS)} times, which RE2 does not make`,
      );
    }
    return { text: term.text + quantifier, most };
  }

  #escape(inClass: boolean): Escape {
    const escape = escapeOf(this.#source, this.#at, {
      inClass,
      isUnicode: this.#isUnicode,
      hasNames: this.#hasNames,
      classes: this.#classes,
    });
    this.#at += escape.length;
    return escape;
  }

  #class(): string {
    const isNegated = this.#source[this.#at + 1] === "^";
    this.#at += isNegated ? 2 : 1;
    let items = "";
    while (this.#source[this.#at] !== "]") {
      const isFirst = items === "";
      const start = this.#classAtom();
      // A dash behind a class of characters, or before the end, is one.
      const isRange = this.#source[this.#at] === "-" && this.#source[this.#at + 1] !== "]";
      if (start === "-") items += isFirst || this.#source[this.#at] === "]" ? "-" : "\\-";
      else items += typeof start === "string" ? literal(start, true) : start.set;
      if (!isRange) continue;
      this.#at++;
      const end = this.#classAtom();
      if (typeof start === "string" && typeof end === "string") {
        items = `${items.replace(/^-$/, "\\-")}-${literal(end, true)}`;
      } else {
        items += `\\-${typeof end === "string" ? literal(end, true) : end.set}`;
      }
    }
    this.#at++;
    if (items === "") return isNegated ? "(?s:.)" : "[^\\x00-\\x{10FFFF}]";
    return `[${isNegated ? "^" : ""}${items}]`;
  }

  /** One character of a class, or a set of them. */
  #classAtom(): string | { readonly set: string } {
    if (this.#source[this.#at] === "\\") {
      const escape = this.#escape(true);
      if (escape.kind === "set") return { set: escape.inClass };
      if (escape.kind === "assertion") throw new Refusal("an assertion inside a class");
      if (escape.kind === "pair") throw halves();
      return escape.char;
    }
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    if (char.length === 2 && !this.#isUnicode) throw halves();
    this.#at += char.length;
    return char;
  }
}

function halves(): Refusal {
  return new Refusal(
    "a character beyond U+FFFF in a class, which JavaScript takes for two halves; add the flag u",
  );
}

function textOf(escape: Escape): string {
  switch (escape.kind) {
    case "char":
    case "pair":
      return literal(escape.char);
    case "set":
      return escape.alone;
    case "assertion":
      return escape.text;
  }
}
