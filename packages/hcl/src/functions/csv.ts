import { FunctionError } from "./definition.js";

/** A failure of reading CSV, as Go's reader tells it. */
export class CsvError extends FunctionError {}

/** Reads the records of a CSV text one by one; lines without anything are passed over. */
export class CsvReader {
  private at = 0;
  private line = 1;
  private readonly text: string;

  constructor(text: string) {
    this.text = text.replace(/\r\n/g, "\n");
  }

  /** The next record, with the line that it starts on; throws where quotes stand wrong. */
  record(): { readonly line: number; readonly fields: readonly string[] } | undefined {
    while (this.text.charAt(this.at) === "\n") {
      this.at++;
      this.line++;
    }
    if (this.at >= this.text.length) return undefined;
    const line = this.line;
    const fields: string[] = [];
    for (;;) {
      fields.push(this.text.charAt(this.at) === '"' ? this.quoted() : this.bare());
      const next = this.text.charAt(this.at);
      if (next !== ",") break;
      this.at++;
    }
    if (this.text.charAt(this.at) === "\n") {
      this.at++;
      this.line++;
    }
    return { line, fields };
  }

  private bare(): string {
    const start = this.at;
    while (this.at < this.text.length && !/[,\n]/.test(this.text.charAt(this.at))) {
      if (this.text.charAt(this.at) === '"') throw this.fail('bare " in non-quoted-field');
      this.at++;
    }
    const field = this.text.slice(start, this.at);
    // A carriage return at the very end ends the last line, too.
    return this.at === this.text.length && field.endsWith("\r") ? field.slice(0, -1) : field;
  }

  private quoted(): string {
    let out = "";
    for (this.at++; ; this.at++) {
      const character = this.text.charAt(this.at);
      if (character === "") throw this.fail('extraneous or missing " in quoted-field');
      if (character === "\n") this.line++;
      if (character !== '"') {
        out += character;
        continue;
      }
      const next = this.text.charAt(this.at + 1);
      if (next === '"') {
        out += '"';
        this.at++;
        continue;
      }
      this.at++;
      if (next === "" || next === "," || next === "\n") return out;
      if (next === "\r" && this.at + 1 === this.text.length) {
        this.at++;
        return out;
      }
      throw this.fail('extraneous or missing " in quoted-field');
    }
  }

  private fail(why: string): CsvError {
    return new CsvError(`CSV parse error on line ${this.line}: ${why}`);
  }
}
