import { numberToString } from "../evaluate/value/number-text.js";
import type { Value } from "../evaluate/value/value.js";

/** Quoted lines longer than this are broken at the next space. */
const WIDTH = 80;
const INDENT = 2;
/** Longer keys than this, in bytes, stand behind a question mark. */
const LONGEST_KEY = 128;

/** A wholly known value as a YAML document, as Packer writes it: all strings quoted, or in blocks where they have lines. */
export function toYaml(value: Value): string {
  const emitter = new YamlEmitter();
  emitter.root(value);
  return emitter.text;
}

class YamlEmitter {
  text = "";
  private lineStart = 0;

  root(value: Value): void {
    if (isScalar(value)) {
      this.scalar(value, INDENT, false);
      this.endLine();
      // A plain value could go on in a next line: the mark says that it does not.
      if (value.isNull || value.type.kind !== "string") this.write("...\n");
      return;
    }
    this.collection(value, 0, false);
    this.endLine();
  }

  private write(text: string): void {
    this.text += text;
    const newline = text.lastIndexOf("\n");
    if (newline >= 0) this.lineStart = this.text.length - (text.length - newline - 1);
  }

  private endLine(): void {
    if (this.text.length > this.lineStart) this.write("\n");
  }

  private newLine(indent: number): void {
    this.endLine();
    this.write(" ".repeat(indent));
  }

  /** How many characters the line has. */
  private get column(): number {
    return Array.from(this.text.slice(this.lineStart)).length;
  }

  /** A sequence or a mapping. `inline` when its first item goes on the line that has its dash. */
  private collection(value: Value, indent: number, inline: boolean): void {
    const isMap = value.type.kind === "map" || value.type.kind === "object";
    if (value.size === 0) {
      this.write(isMap ? "{}" : "[]");
      return;
    }
    let isFirst = inline;
    const startItem = (): void => {
      if (!isFirst && this.text !== "") this.newLine(indent);
      isFirst = false;
    };
    if (!isMap) {
      for (const element of value.elements()) {
        startItem();
        this.write("-");
        this.item(element, indent + INDENT);
      }
      return;
    }
    for (const [key, element] of value.entries()) {
      startItem();
      if (this.key(key, indent)) this.entry(element, indent);
      else this.item(element, indent + INDENT);
    }
  }

  /** What follows a dash, or a question mark's colon. */
  private item(value: Value, indent: number): void {
    this.write(" ");
    if (isScalar(value)) this.scalar(value, indent, false);
    else this.collection(value, indent, true);
  }

  /** What follows a key and its colon. */
  private entry(value: Value, indent: number): void {
    if (isScalar(value) || value.size === 0) {
      this.write(" ");
      if (isScalar(value)) this.scalar(value, indent + INDENT, false);
      else this.collection(value, indent, false);
      return;
    }
    const isMap = value.type.kind === "map" || value.type.kind === "object";
    // The dashes of a sequence stand below the first letter of its key.
    this.collection(value, isMap ? indent + INDENT : indent, false);
  }

  /** Writes a key with its colon; whether it is a simple one, without a question mark. */
  private key(key: string, indent: number): boolean {
    const isSimple = !/[\n\r\u0085\u2028\u2029]/.test(key) && byteCount(key) <= LONGEST_KEY;
    if (isSimple) {
      this.write(`${this.doubleQuoted(key, indent + INDENT, false)}:`);
      return true;
    }
    this.write("? ");
    this.string(key, indent + INDENT);
    this.newLine(indent);
    this.write(":");
    return false;
  }

  private scalar(value: Value, indent: number, isKey: boolean): void {
    if (value.isNull) this.write("null");
    else if (value.type.kind === "number") this.write(numberToString(value.asNumber()));
    else if (value.type.kind === "bool") this.write(String(value.isTrue));
    else if (isKey) this.write(this.doubleQuoted(value.asString(), indent, false));
    else this.string(value.asString(), indent);
  }

  private string(text: string, indent: number): void {
    if (text.includes("\n") && isBlock(text)) this.literal(text, indent);
    else this.write(this.doubleQuoted(text, indent, true));
  }

  private literal(text: string, indent: number): void {
    const hint = /^[ \n\r\u0085\u2028\u2029]/.test(text) ? String(INDENT) : "";
    this.write(`|${hint}${chomping(text)}\n`);
    const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
    const indented = lines.map((line) => (line === "" ? "" : " ".repeat(indent) + line));
    this.write(indented.join("\n") + (text.endsWith("\n") ? "\n" : ""));
  }

  private doubleQuoted(text: string, indent: number, breaks: boolean): string {
    let out = '"';
    let column = this.column + 1;
    let afterSpace = false;
    const characters = Array.from(text);
    for (const [i, character] of characters.entries()) {
      if (character !== " ") {
        const piece = escaped(character);
        out += piece;
        column += Array.from(piece).length;
        // An escape takes away the memory of a space before it, too.
        afterSpace = false;
        continue;
      }
      const isInside = i > 0 && i < characters.length - 1;
      if (breaks && !afterSpace && column > WIDTH && isInside) {
        const goesOn = characters[i + 1] === " " ? "\\" : "";
        out += `\n${" ".repeat(indent)}${goesOn}`;
        column = indent + goesOn.length;
      } else {
        out += " ";
        column++;
      }
      afterSpace = true;
    }
    return `${out}"`;
  }
}

function isScalar(value: Value): boolean {
  const { kind } = value.type;
  return value.isNull || kind === "string" || kind === "number" || kind === "bool";
}

/** Whether a text of several lines comes back as it is from a block. */
function isBlock(text: string): boolean {
  const isOrdinary = /^[\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(text);
  return isOrdinary && !text.endsWith(" ") && !/ [\n\r\u0085\u2028\u2029]/.test(text);
}

/** `-` when the text does not end with a line, `+` when it ends with empty ones. */
function chomping(text: string): string {
  if (!/[\n\r\u0085\u2028\u2029]$/.test(text)) return "-";
  return text.length === 1 || /[\n\r\u0085\u2028\u2029]{2}$/.test(text) ? "+" : "";
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\u0085": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

function escaped(character: string): string {
  const escape = ESCAPES[character];
  if (escape !== undefined) return escape;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code <= 0x7e) return character;
  if ((code >= 0xa0 && code <= 0xfffd && code !== 0xfeff) || code < 0x20) {
    return code < 0x20 ? hexEscape("x", code, 2) : character;
  }
  if (code <= 0xff) return hexEscape("x", code, 2);
  return code <= 0xffff ? hexEscape("u", code, 4) : hexEscape("U", code, 8);
}

function hexEscape(letter: string, code: number, width: number): string {
  return `\\${letter}${code.toString(16).toUpperCase().padStart(width, "0")}`;
}

function byteCount(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
