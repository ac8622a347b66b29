/** The longest line that is kept, in UTF-16 code units; what is beyond it of a line is dropped. */
export const LONGEST_LINE: number = 1 << 20;

/**
 * Cuts text that comes in pieces into lines. It holds at most one line, and of that no more than {@link LONGEST_LINE}
 * code units, so its memory does not grow with the text.
 */
export class LineSplitter {
  #rest = "";

  /** Takes a piece of text and gives the lines that it completes, without their line ends. */
  push(piece: string): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      this.#append(piece, start, end);
      lines.push(this.#take());
      start = end + 1;
    }
    this.#append(piece, start, piece.length);
    return lines;
  }

  /** The line that no line end follows, when the text ends in one. */
  end(): readonly string[] {
    return this.#rest === "" ? [] : [this.#take()];
  }

  #append(piece: string, start: number, end: number): void {
    const room = LONGEST_LINE - this.#rest.length;
    if (room > 0) this.#rest += piece.slice(start, Math.min(end, start + room));
  }

  #take(): string {
    const line = this.#rest;
    this.#rest = "";
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }
}
