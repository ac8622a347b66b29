import * as T from "../lexer/token-kind.js";

/** The brackets passed over while searching: the closers that are waited for, and how many of each kind. */
export class Nest {
  private readonly closers: number[] = [];
  private readonly counts: Int32Array = new Int32Array(T.KIND_COUNT);

  clear(): void {
    for (const closer of this.closers) this.counts[closer] = 0;
    this.closers.length = 0;
  }

  get isEmpty(): boolean {
    return this.closers.length === 0;
  }

  /** Whether a token closes nothing that was opened on the way, and so is the business of what is around. */
  isForeign(kind: T.TokenKind): boolean {
    return kind === T.EOF || this.closers.length === 0 || (T.isCloser(kind) && this.counts[kind] === 0);
  }

  pass(kind: T.TokenKind): void {
    const closer = T.closerOf(kind);
    if (closer !== T.EOF) {
      this.closers.push(closer);
      this.counts[closer] = (this.counts[closer] ?? 0) + 1;
    } else if (T.isCloser(kind) && this.counts[kind] !== 0) {
      // What was opened inside and not closed is given up with it.
      for (let last = this.closers.pop(); last !== undefined; last = this.closers.pop()) {
        this.counts[last] = (this.counts[last] ?? 0) - 1;
        if (last === kind) break;
      }
    }
  }
}
