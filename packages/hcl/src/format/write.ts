import type { Tokens } from "../lexer/tokens.js";

const SPACE = 32;

/** How much larger than the file its layout may be: deep nesting makes it grow with the square of the depth. */
const LARGEST_GROWTH = 100;
const ALWAYS_ALLOWED = 1 << 24;

/** How many pieces wait to be joined: enough to be quick, and few beside a large file on one line. */
const WAITING = 4096;

/** Whether the layout is of a size that a file of this size can have. */
export function isWritable(tokens: Tokens, spaces: Int32Array): boolean {
  let size = tokens.text.length;
  for (let i = 0; i < tokens.count; i++) size += spaces[i] ?? 0;
  return size <= ALWAYS_ALLOWED || size <= tokens.text.length * LARGEST_GROWTH;
}

/** The text of the tokens with so many spaces before each; what stays as it is, is copied in one piece. */
export function writeTokens(tokens: Tokens, spaces: Int32Array): string {
  const { text, starts, ends, count } = tokens;
  let written = "";
  let pieces: string[] = [];
  // `from`…`end` of the text has been passed and goes out unchanged.
  let from = 0;
  let end = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i] ?? 0;
    const wanted = spaces[i] ?? 0;
    if (start - end !== wanted || !isSpaces(text, end, start)) {
      if (end > from) pieces.push(text.slice(from, end));
      if (wanted > 0) pieces.push(" ".repeat(wanted));
      from = start;
      if (pieces.length > WAITING) {
        written += pieces.join("");
        pieces = [];
      }
    }
    end = ends[i] ?? 0;
  }
  if (end > from) pieces.push(text.slice(from, end));
  written += pieces.join("");
  return written === text ? text : written;
}

function isSpaces(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== SPACE) return false;
  return true;
}
