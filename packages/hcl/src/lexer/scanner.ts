import type { Decoded } from "./decode.js";
import type { Problems } from "./problems.js";
import { CLOSE_HEREDOC, CLOSE_QUOTE, EOF, SEQUENCE_END } from "./token-kind.js";
import { Tokens } from "./tokens.js";

/** What the text at hand is: code, or one of the kinds of template text. */
export const CODE = 0;
export const QUOTED = 1;
export const HEREDOC = 2;
export const BARE = 3;
const MODES = 4;

/** Scanner state: where it is, and which templates and sequences are open around it. */
export class Scanner {
  readonly text: string;
  readonly tokens: Tokens;
  readonly problems: Problems;
  readonly broken: readonly number[];
  at: number;
  /** What is being scanned: `CODE`, `QUOTED`, `HEREDOC` or `BARE`. */
  mode: number;
  /** How many braces are open in this stretch of code. */
  depth: number;
  /** Up to where the other one of a pair of wrong quotes was looked for in vain, and which. */
  quoteSearched: number;
  quoteSought: string;
  /** Whether the heredoc being scanned is at the start of a line, where its marker can stand. */
  startOfLine: boolean;
  /** The marker of the heredoc being scanned. */
  marker: string;
  /** Outer states, two numbers a level: the offset of what opened the inner one, and the rest packed into one. */
  private readonly outer: number[];
  /** The markers of the heredocs around the one being scanned. */
  private readonly markers: string[];

  constructor(source: Decoded, mode: number, problems: Problems) {
    this.text = source.text;
    this.broken = source.broken;
    this.tokens = new Tokens(source.text);
    this.problems = problems;
    this.at = this.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.mode = mode;
    this.depth = 0;
    this.quoteSearched = 0;
    this.quoteSought = "";
    this.startOfLine = false;
    this.marker = "";
    this.outer = [];
    this.markers = [];
  }

  get nested(): boolean {
    return this.outer.length > 0;
  }

  /** Goes into template text, or into the code of a sequence, that starts at `opener`. */
  enter(mode: number, opener: number, marker = ""): void {
    this.outer.push(opener, (this.depth * MODES + this.mode) * 2 + (this.startOfLine ? 1 : 0));
    if (mode === HEREDOC) {
      this.markers.push(this.marker);
      this.marker = marker;
    }
    this.mode = mode;
    this.depth = 0;
    this.startOfLine = mode === HEREDOC;
  }

  leave(): void {
    if (this.mode === HEREDOC) this.marker = this.markers.pop() ?? "";
    const packed = this.outer.pop() ?? 0;
    this.outer.pop();
    const sign = packed & 1;
    const rest = (packed - sign) / 2;
    // The depth can be negative, where more braces are closed than were opened; the mode cannot.
    this.mode = ((rest % MODES) + MODES) % MODES;
    this.depth = (rest - this.mode) / MODES;
    this.startOfLine = sign === 1;
  }

  /** The offset of what opened the present state, `-1` at the outermost. */
  get opener(): number {
    return this.outer.at(-2) ?? -1;
  }

  /** Whether the code being scanned is that of a `${` or `%{`. */
  get inSequence(): boolean {
    return this.outer.length > 0;
  }

  /** Leaves the present state where its own end is missing, with a closing token of no width. */
  abandon(): void {
    const kind = this.mode === CODE ? SEQUENCE_END : this.mode === QUOTED ? CLOSE_QUOTE : CLOSE_HEREDOC;
    this.tokens.push(kind, this.at, this.at);
    this.leave();
  }

  /** At the end of the text: tells of the innermost thing open and closes all of them. */
  finish(): void {
    if (this.nested) {
      const start = this.opener;
      if (this.mode === CODE) this.problems.report("unterminated-sequence", start, start + 2);
      else if (this.mode === QUOTED) this.problems.report("unterminated-string", start, start + 1);
      else this.problems.report("unterminated-heredoc", start, this.text.indexOf("\n", start), this.marker);
    }
    while (this.nested) this.abandon();
    this.tokens.push(EOF, this.text.length, this.text.length);
  }

  /** Whether the character at `at` stands for a byte that is no UTF-8. */
  isBroken(at: number): boolean {
    const { broken } = this;
    if (broken.length === 0) return false;
    let low = 0;
    let high = broken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((broken[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return broken[low] === at;
  }
}
