import { NumberTooLarge } from "../evaluate/value/number.js";
import { numberToString, parseNumber } from "../evaluate/value/number-text.js";
import { ANY } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { quotedRune } from "../evaluate/value/text-order.js";
import { FunctionError } from "./definition.js";

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

/** A JSON string as Go writes it: `<`, `>`, `&` and the line separators are escaped, too. */
export function jsonString(text: string): string {
  const escaped = text.replace(/["\\<>&\u0000-\u001f\u2028\u2029]/g, (character) => {
    return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}

/** A wholly known value as JSON, without spaces. */
export function toJsonText(value: Value): string {
  if (value.isNull) return "null";
  switch (value.type.kind) {
    case "string":
      return jsonString(value.asString());
    case "number":
      return numberToString(value.asNumber());
    case "bool":
      return String(value.isTrue);
    case "map":
    case "object":
      return `{${[...value.entries()].map(([key, inner]) => `${jsonString(key)}:${toJsonText(inner)}`).join(",")}}`;
    default:
      return `[${value.elements().map(toJsonText).join(",")}]`;
  }
}

/** How deep JSON may be nested. */
const DEEPEST = 10_000;

/** Reads JSON into values; numbers keep all their digits. */
export class JsonReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The value of the whole text. */
  read(): Value {
    const value = this.value(0);
    this.spaces();
    if (this.at < this.text.length) {
      const next = this.text.charAt(this.at);
      // A stray closing bracket is not looked at any more by Go's decoder.
      if (next !== "]" && next !== "}") throw new FunctionError("extraneous data after JSON object");
    }
    return value;
  }

  private spaces(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at++;
  }

  private value(depth: number): Value {
    if (depth > DEEPEST) throw new FunctionError("exceeded max depth");
    this.spaces();
    const next = this.text.charAt(this.at);
    switch (next) {
      case "":
        throw new FunctionError("EOF");
      case "{":
        return this.object(depth);
      case "[":
        return this.array(depth);
      case '"':
        return Value.string(this.string());
      case "t":
        return this.word("true", Value.TRUE);
      case "f":
        return this.word("false", Value.FALSE);
      case "n":
        return this.word("null", Value.null(ANY));
      default:
        if (next === "-" || (next >= "0" && next <= "9")) return this.number();
        throw this.unexpected("looking for beginning of value");
    }
  }

  private unexpected(where: string): FunctionError {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return new FunctionError("unexpected EOF");
    return new FunctionError(`invalid character ${quotedRune(String.fromCodePoint(code))} ${where}`);
  }

  private object(depth: number): Value {
    this.at++;
    const entries = new Map<string, Value>();
    this.spaces();
    if (this.text.charAt(this.at) === "}") {
      this.at++;
      return Value.object(entries);
    }
    for (;;) {
      this.spaces();
      if (this.at >= this.text.length) throw new FunctionError("EOF");
      if (this.text.charAt(this.at) !== '"') {
        throw this.unexpected("looking for beginning of object key string");
      }
      const key = this.string();
      this.expect(":", "after object key");
      entries.set(key, this.value(depth + 1));
      if (this.ends("}", "after object key:value pair")) return Value.object(entries);
    }
  }

  private array(depth: number): Value {
    this.at++;
    const elements: Value[] = [];
    this.spaces();
    if (this.text.charAt(this.at) === "]") {
      this.at++;
      return Value.tuple(elements);
    }
    for (;;) {
      elements.push(this.value(depth + 1));
      if (this.ends("]", "after array element")) return Value.tuple(elements);
    }
  }

  /** Whether the bracket ends here; otherwise a comma is passed over. */
  private ends(closer: string, where: string): boolean {
    this.spaces();
    const next = this.text.charAt(this.at);
    if (next === "") throw new FunctionError("EOF");
    if (next !== closer && next !== ",") throw this.unexpected(where);
    this.at++;
    return next === closer;
  }

  private expect(character: string, where: string): void {
    this.spaces();
    if (this.at >= this.text.length) throw new FunctionError("EOF");
    if (this.text.charAt(this.at) !== character) throw this.unexpected(where);
    this.at++;
  }

  private word(word: string, value: Value): Value {
    for (const letter of word) {
      if (this.text.charAt(this.at) !== letter) {
        throw this.unexpected(`in literal ${word} (expecting ${quotedRune(letter)})`);
      }
      this.at++;
    }
    return value;
  }

  private number(): Value {
    const match = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(
      this.text.slice(this.at, this.at + LONGEST_NUMBER),
    );
    if (match === null) {
      this.at++;
      throw this.unexpected("in numeric literal");
    }
    this.at += match[0].length;
    const next = this.text.charAt(this.at);
    if (next === "." || next === "e" || next === "E") {
      this.at++;
      if (/[+-]/.test(this.text.charAt(this.at)) && next !== ".") this.at++;
      throw this.unexpected(
        next === "." ? "after decimal point in numeric literal" : "in exponent of numeric literal",
      );
    }
    const number = parseNumber(match[0]);
    if (number === undefined) throw new NumberTooLarge();
    return Value.number(number);
  }

  private string(): string {
    this.at++;
    let out = "";
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === "") throw new FunctionError("unexpected EOF");
      if (character === '"') {
        this.at++;
        return out;
      }
      if (character < " ") throw this.unexpected("in string literal");
      this.at++;
      out += character === "\\" ? this.escape() : character;
    }
  }

  private escape(): string {
    const letter = this.text.charAt(this.at);
    const simple = UNESCAPES[letter];
    if (simple !== undefined) {
      this.at++;
      return simple;
    }
    if (letter !== "u") throw this.unexpected("in string escape code");
    this.at++;
    for (let i = 0; i < 4; i++) {
      if (!/[0-9a-fA-F]/.test(this.text.charAt(this.at)))
        throw this.unexpected("in \\u hexadecimal character escape");
      this.at++;
    }
    return String.fromCharCode(Number.parseInt(this.text.slice(this.at - 4, this.at), 16));
  }
}

/** Longer numbers than these are cut, and then refused. */
const LONGEST_NUMBER = 100_000;

const UNESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
