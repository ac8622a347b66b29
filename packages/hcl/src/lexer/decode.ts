/** A text read from bytes, with what is needed to speak of the bytes again. */
export interface Decoded {
  readonly text: string;
  /** UTF-16 offsets of characters that stand for a single byte that is no UTF-8, in order. */
  readonly broken: readonly number[];
  /** Every character that stands for bytes of another length than its own in UTF-8: offset and bytes, in turn. */
  readonly replaced: readonly number[];
}

const NONE: readonly number[] = [];

/** A JavaScript string is its own decoding. */
export function decodedText(text: string): Decoded {
  return { text, broken: NONE, replaced: NONE };
}

const REPLACEMENT = 0xfffd;

/**
 * Reads UTF-8 as HCL's scanner does: a byte that cannot start or continue a sequence is broken on its own; a
 * sequence of the right form that names no character (overlong, a surrogate) is let through. Both become U+FFFD.
 * A byte order mark is kept, as the first character.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const units = new Uint16Array(bytes.length);
  const broken: number[] = [];
  const replaced: number[] = [];
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units[count++] = byte;
      at++;
      continue;
    }
    const width = sequenceWidth(bytes, at, byte);
    if (width === 1) {
      broken.push(count);
      replaced.push(count, 1);
      units[count++] = REPLACEMENT;
    } else {
      const code = codePoint(bytes, at, width);
      if (code < 0) {
        replaced.push(count, width);
        units[count++] = REPLACEMENT;
      } else if (code > 0xffff) {
        units[count++] = 0xd7c0 + (code >> 10);
        units[count++] = 0xdc00 + (code & 0x3ff);
      } else {
        units[count++] = code;
      }
    }
    at += width;
  }
  return { text: textOf(units, count), broken, replaced };
}

/** How many bytes the sequence at `at` has; 1 when it is broken. */
function sequenceWidth(bytes: Uint8Array, at: number, lead: number): number {
  const width = lead >= 0xf8 || lead < 0xc0 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  for (let i = 1; i < width; i++) {
    // Behind the end there is no byte, and no byte continues nothing.
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 1;
  }
  return width;
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** The code point of a well-formed sequence, `-1` when there is no such character. */
function codePoint(bytes: Uint8Array, at: number, width: number): number {
  let code = (bytes[at] ?? 0) & (0xff >> (width + 1));
  for (let i = 1; i < width; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return surrogate || code > 0x10ffff || code < (LEAST[width] ?? 0) ? -1 : code;
}

const CHUNK = 0x2000;

function textOf(units: Uint16Array, count: number): string {
  const pieces: string[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    pieces.push(String.fromCharCode(...units.subarray(from, Math.min(from + CHUNK, count))));
  }
  return pieces.join("");
}

/** How many bytes `text` between two offsets takes in UTF-8; a lone surrogate takes the three of U+FFFD. */
export function byteLength(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes += 1;
    } else if (unit < 0x800) {
      bytes += 2;
    } else if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      at++;
    } else {
      bytes += 3;
    }
  }
  return bytes;
}
