import type { TokenKind } from "./token-kind.js";

/**
 * The tokens of a text: kinds and UTF-16 offsets in typed arrays, the last one an `EOF`. Nine bytes a token.
 *
 * White space between tokens is only spaces and tabs; comments and newlines are tokens.
 */
export class Tokens {
  readonly text: string;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** Whether any token is a comment. */
  hasComments: boolean;

  constructor(text: string) {
    const capacity = (text.length >> 2) + 16;
    this.text = text;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.count = 0;
    this.hasComments = false;
  }

  push(kind: TokenKind, start: number, end: number): void {
    const at = this.count;
    if (at === this.kinds.length) this.grow();
    this.kinds[at] = kind;
    this.starts[at] = start;
    this.ends[at] = end;
    this.count = at + 1;
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    kinds.set(this.kinds);
    const starts = new Int32Array(capacity);
    starts.set(this.starts);
    const ends = new Int32Array(capacity);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
