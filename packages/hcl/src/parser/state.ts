import type { Problems } from "../lexer/problems.js";
import * as T from "../lexer/token-kind.js";
import type { Tokens } from "../lexer/tokens.js";
import type { BodyItem, Comment, Expression, ObjectItem, ObjectKey } from "../nodes.js";
import { Nest } from "./nest.js";
import type { RawPart } from "./template-parts.js";

/** How many pieces of text are remembered, a power of two: fewer for a short text. How long they may be. */
const SHARED = 512;
const SHARED_SHORT = 16;
const SHORT_TEXT = 2048;
const LONGEST_SHARED = 40;

/** Six numbers a frame: its kind, the token that opened it, and four whose meaning is the kind's. */
const STRIDE = 6;

/**
 * Frames a page: few on the first, as most texts nest little. A list that doubles would leave as much garbage as it
 * holds, and nobody collects that while one text is read.
 */
const FIRST_PAGE = 32;
const PAGE = 1024;

/** The comments before an entry of an object, until it is complete. */
export interface EntryComments {
  readonly start: number;
  readonly comments: readonly Comment[];
}

/**
 * Where the parser is, and what it has begun. Nesting lives in arrays, not on the call stack, so that no depth of it
 * can exhaust the stack; a frame is a few numbers, so that it cannot exhaust the memory either.
 */
export class ParserState {
  readonly text: string;
  readonly tokens: Tokens;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problems: Problems;
  readonly hasComments: boolean;

  /** The token at hand. */
  index: number;
  /** Its kind; a comment that ends its line counts as a newline where newlines count. */
  kind: T.TokenKind;
  /** Whether newlines count here. */
  newlines: boolean;
  /** The token before the one at hand, comments and passed-over newlines aside. */
  previous: number;
  /** Comments before this token have found their node. */
  commentFloor: number;

  /** The expression just read, and where its text starts and ends. */
  value: Expression;
  start: number;
  end: number;

  /** Finished operands, items, keys and parts of what is still open. */
  readonly expressions: Expression[];
  readonly bodyItems: BodyItem[];
  readonly items: ObjectItem[];
  readonly keys: (Expression | ObjectKey)[];
  readonly itemComments: EntryComments[];
  readonly parts: RawPart[];
  /** How many open brackets wait for each kind of closer. */
  readonly awaited: Int32Array;

  /** What is passed over while a place to go on is looked for. */
  readonly nest: Nest;
  private readonly shared: string[];
  private readonly pages: Int32Array[];
  private page: number;
  /** The page of the topmost frame, and its offset there; negative when there is none. */
  private frames: Int32Array;
  private top: number;

  constructor(tokens: Tokens, problems: Problems, newlines: boolean) {
    this.text = tokens.text;
    this.tokens = tokens;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.problems = problems;
    this.hasComments = tokens.hasComments;
    this.index = 0;
    this.kind = T.EOF;
    this.newlines = newlines;
    this.previous = -1;
    this.commentFloor = 0;
    this.value = { kind: "null" };
    this.start = 0;
    this.end = 0;
    this.expressions = [];
    this.bodyItems = [];
    this.items = [];
    this.keys = [];
    this.itemComments = [];
    this.parts = [];
    this.awaited = new Int32Array(T.KIND_COUNT);
    this.nest = new Nest();
    this.shared = new Array<string>(this.text.length < SHORT_TEXT ? SHARED_SHORT : SHARED).fill("");
    this.frames = new Int32Array(STRIDE * FIRST_PAGE);
    this.pages = [this.frames];
    this.page = 0;
    this.top = -STRIDE;
    this.settle();
  }

  // ------------------------------------------------------------------------------------------------- tokens

  /** Goes to the next token that counts. */
  advance(): void {
    this.previous = this.index;
    if (this.kinds[this.index] !== T.EOF) this.index++;
    this.settle();
  }

  /** Passes over what does not count at the present place. */
  settle(): void {
    const { kinds, newlines } = this;
    let index = this.index;
    let kind = kinds[index] ?? T.EOF;
    while (kind === T.COMMENT || ((kind === T.NEWLINE || kind === T.COMMENT_LINE) && !newlines)) {
      kind = kinds[++index] ?? T.EOF;
    }
    this.index = index;
    this.kind = kind === T.COMMENT_LINE ? T.NEWLINE : kind;
  }

  startOf(index: number): number {
    return this.starts[index] ?? 0;
  }

  endOf(index: number): number {
    return this.ends[index] ?? 0;
  }

  textOf(index: number): string {
    return this.slice(this.startOf(index), this.endOf(index));
  }

  /**
   * A piece of the text. The names and short values of a configuration are few and come again and again: each is kept
   * once, by a table that forgets what it has no room for, which saves more time and memory than it takes.
   */
  slice(start: number, end: number): string {
    const { text } = this;
    const length = end - start;
    if (length > LONGEST_SHARED || length === 0) return text.slice(start, end);
    const hash =
      text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + text.charCodeAt(start + (length >> 1)) * 3;
    const slot = (hash + length * 131) & (this.shared.length - 1);
    const known = this.shared[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    const piece = text.slice(start, end);
    this.shared[slot] = piece;
    return piece;
  }

  /** Whether the token at hand is this word. */
  isWord(word: string): boolean {
    const start = this.startOf(this.index);
    return (
      this.kind === T.IDENT &&
      this.endOf(this.index) - start === word.length &&
      this.text.startsWith(word, start)
    );
  }

  // ------------------------------------------------------------------------------------------------- frames

  push(kind: number, opener: number, a: number, b: number, c = 0, d = 0): void {
    let top = this.top + STRIDE;
    if (top === this.frames.length) {
      this.frames = this.pages[++this.page] ??= new Int32Array(STRIDE * PAGE);
      top = 0;
    }
    const { frames } = this;
    frames[top] = kind;
    frames[top + 1] = opener;
    frames[top + 2] = a;
    frames[top + 3] = b;
    frames[top + 4] = c;
    frames[top + 5] = d;
    this.top = top;
  }

  pop(): void {
    this.top -= STRIDE;
    if (this.top < 0 && this.page > 0) {
      this.frames = this.pages[--this.page] ?? this.frames;
      this.top = this.frames.length - STRIDE;
    }
  }

  /** Opens a bracket: a frame that waits for a closer. Newlines are as in slot 3 again once it is closed. */
  open(
    kind: number,
    opener: number,
    closer: T.TokenKind,
    base: number,
    newlines: boolean,
    done = 0,
    extra = 0,
  ): void {
    this.push(kind, opener, base, newlines ? 1 : 0, done, extra);
    this.awaited[closer] = (this.awaited[closer] ?? 0) + 1;
  }

  /** Closes the bracket on top; what follows it is not looked at yet. */
  close(closer: T.TokenKind): void {
    this.newlines = this.frames[this.top + 3] === 1;
    this.awaited[closer] = (this.awaited[closer] ?? 0) - 1;
    this.pop();
  }

  /** The kind of the topmost frame. */
  get frame(): number {
    return this.frames[this.top] ?? 0;
  }

  set frame(kind: number) {
    this.frames[this.top] = kind;
  }

  get opener(): number {
    return this.frames[this.top + 1] ?? 0;
  }

  /** A number of the topmost frame, `slot` from 2 to 5. */
  slot(slot: number): number {
    return this.frames[this.top + slot] ?? 0;
  }

  setSlot(slot: number, value: number): void {
    this.frames[this.top + slot] = value;
  }

  /** How many frames are open. */
  get depth(): number {
    const below = this.page === 0 ? 0 : FIRST_PAGE + (this.page - 1) * PAGE;
    return below + this.top / STRIDE + 1;
  }
}
