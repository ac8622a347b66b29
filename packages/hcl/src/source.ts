import { byteLength, type Decoded, decodedText } from "./lexer/decode.js";
import { countClusters } from "./lexer/graphemes.js";
import { STRING, STRING_ESCAPED } from "./lexer/token-kind.js";
import type { Tokens } from "./lexer/tokens.js";

/** A place in a file as HCL tells it: lines and columns from 1, a column being a grapheme cluster; bytes from 0. */
export interface Position {
  readonly byte: number;
  readonly line: number;
  readonly column: number;
}

/** How far a line has been counted. */
interface Progress {
  line: number;
  offset: number;
  byte: number;
  column: number;
}

/**
 * A source text with the name of its file. Offsets, which the tree has, become places in the file here, and only when
 * asked for.
 */
export class SourceText {
  readonly text: string;
  readonly file: string | undefined;
  private readonly replaced: readonly number[];
  private readonly original: Uint8Array | undefined;
  private readonly lex: ((source: Decoded) => Tokens) | undefined;
  private lineStarts: Int32Array | undefined;
  private lineBytes: Float64Array | undefined;
  private ascii: boolean | undefined;
  private tokens: Tokens | undefined;
  private progress: Progress | undefined;

  /**
   * @param lex how the text is cut into tokens, which columns depend on: a mark that combines with the last
   *   character of a token is still a column of its own, as in HCL
   */
  constructor(
    source: string | Decoded,
    file?: string,
    lex?: (source: Decoded) => Tokens,
    original?: Uint8Array,
  ) {
    const decoded = typeof source === "string" ? decodedText(source) : source;
    this.text = decoded.text;
    this.file = file;
    this.replaced = decoded.replaced;
    this.lex = lex;
    this.original = original;
  }

  /** The bytes of the file: those it was read from, or the text in UTF-8. */
  bytes(): Uint8Array {
    if (this.original !== undefined) return this.original;
    const bytes = new Uint8Array(byteLength(this.text, 0, this.text.length));
    let at = 0;
    for (const character of this.text) {
      const code = character.codePointAt(0) ?? 0;
      at = writeUtf8(bytes, at, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
    }
    return bytes;
  }

  /** The line, column and byte of an offset; an offset beyond the text is its end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    const start = this.lineStart(line);
    const bom = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (this.isAscii()) return { byte: at, line, column: at - start + 1 };
    const last = this.progress;
    const from =
      last?.line === line && last.offset <= at
        ? last
        : { line, offset: Math.max(start, Math.min(bom, at)), byte: this.byteAtLine(line), column: 1 };
    if (from !== last && line === 1 && from.offset > 0) from.byte = 3;
    const progress = {
      line,
      offset: at,
      byte: from.byte + this.bytesBetween(from.offset, at),
      column: from.column + this.columnsBetween(from.offset, at),
    };
    // Only a place between tokens can be counted on from: inside one a cluster may be cut.
    if (this.isBoundary(at)) this.progress = progress;
    return { byte: progress.byte, line, column: progress.column };
  }

  /** The line of an offset, from 1. */
  lineAt(offset: number): number {
    const starts = this.lines();
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The offset at which a line starts; lines count from 1. */
  lineStart(line: number): number {
    return this.lines()[line - 1] ?? this.text.length;
  }

  get lineCount(): number {
    return this.lines().length;
  }

  private lines(): Int32Array {
    return (this.lineStarts ??= findLines(this.text));
  }

  private isAscii(): boolean {
    return (this.ascii ??= !/[^\x00-\x7f]/.test(this.text));
  }

  private byteAtLine(line: number): number {
    if (this.lineBytes === undefined) {
      const starts = this.lines();
      const bytes = new Float64Array(starts.length);
      for (let i = 1; i < starts.length; i++) {
        bytes[i] = (bytes[i - 1] ?? 0) + this.bytesBetween(starts[i - 1] ?? 0, starts[i] ?? 0);
      }
      this.lineBytes = bytes;
    }
    return this.lineBytes[line - 1] ?? 0;
  }

  private bytesBetween(from: number, to: number): number {
    let bytes = byteLength(this.text, from, to);
    const { replaced } = this;
    for (let i = firstAtLeast(replaced, from); i < replaced.length && (replaced[i] ?? 0) < to; i += 2) {
      bytes += (replaced[i + 1] ?? 3) - 3;
    }
    return bytes;
  }

  private lexed(): Tokens | undefined {
    return (this.tokens ??= this.lex?.(decodedText(this.text)));
  }

  private columnsBetween(from: number, to: number): number {
    const tokens = this.lexed();
    if (tokens === undefined) return countClusters(this.text, from, to);
    let columns = 0;
    let at = from;
    for (let i = tokenAfter(tokens, from); i < tokens.count && at < to; i++) {
      const start = tokens.starts[i] ?? 0;
      const end = tokens.ends[i] ?? 0;
      const kind = tokens.kinds[i];
      // A whole string is three tokens to HCL: the quotes, and what is between them.
      const inner = kind === STRING || kind === STRING_ESCAPED ? 1 : 0;
      for (const edge of [start, start + inner, end - inner, end]) {
        if (edge <= at) continue;
        const stop = Math.min(edge, to);
        columns += countClusters(this.text, at, stop);
        at = stop;
      }
    }
    return columns + countClusters(this.text, at, to);
  }

  private isBoundary(offset: number): boolean {
    const tokens = this.lexed();
    if (tokens === undefined) return false;
    const at = tokenAfter(tokens, offset);
    return at >= tokens.count || (tokens.starts[at] ?? 0) >= offset;
  }
}

function findLines(text: string): Int32Array {
  let starts = new Int32Array(64);
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (count === starts.length) {
      const larger = new Int32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = at + 1;
  }
  return starts.slice(0, count);
}

/** The index of the first pair whose offset is at least `offset`. */
function firstAtLeast(pairs: readonly number[], offset: number): number {
  let low = 0;
  let high = pairs.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle * 2] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}

/** The first token that ends behind `offset`. */
function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeUtf8(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    bytes[at++] = code;
  } else if (code < 0x800) {
    bytes[at++] = 0xc0 | (code >> 6);
    bytes[at++] = 0x80 | (code & 0x3f);
  } else {
    if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}
