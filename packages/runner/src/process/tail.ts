const LIMIT = 1 << 16;

/** The last part of a text that comes in pieces, however long the whole is. */
export class Tail {
  #text = "";

  push(piece: string): void {
    this.#text += piece;
    // Cut now and then, not at every piece, so that a long text does not cost its square.
    if (this.#text.length > 2 * LIMIT) this.#text = this.#text.slice(-LIMIT);
  }

  get text(): string {
    return this.#text.slice(-LIMIT);
  }
}
