import { FunctionError } from "./definition.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}

/** The least code points of sequences of two, three and four bytes; shorter forms of them are not UTF-8. */
const LEAST = [0, 0x80, 0x800, 0x10000];

/** UTF-8 as text; `undefined` when it is none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++] ?? 0;
    const more =
      first < 0x80 ? 0 : first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : -1;
    if (more < 0 || first >= 0xf8) return undefined;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let i = 0; i < more; i++) {
      const next = bytes[at++] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    if (code < (LEAST[more] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    codes.push(code);
    if (codes.length >= 4096) {
      pieces.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return pieces.join("") + String.fromCodePoint(...codes);
}

/** Bytes in base 64, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const left = bytes.length - at;
    pieces.push(ALPHABET.charAt(group >> 18), ALPHABET.charAt((group >> 12) & 63));
    pieces.push(
      left > 1 ? ALPHABET.charAt((group >> 6) & 63) : "=",
      left > 2 ? ALPHABET.charAt(group & 63) : "=",
    );
  }
  return pieces.join("");
}

/** A place in a text that is not base 64. */
export class Base64Error extends FunctionError {
  readonly offset: number;
  constructor(offset: number) {
    super(`illegal base64 data at input byte ${offset}`);
    this.offset = offset;
  }
}

/** The bytes of a text in base 64; line breaks in it do not count, padding has to be there. */
export function fromBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  const source = utf8(text);
  let group = 0;
  let count = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source[at] ?? 0;
    if (code === 10 || code === 13) continue;
    const value = code === 61 ? -1 : ALPHABET.indexOf(String.fromCharCode(code));
    if (code === 61 && count >= 2) {
      finish(source, at, group, count, bytes);
      return Uint8Array.from(bytes);
    }
    if (value < 0) throw new Base64Error(at);
    group = (group << 6) | value;
    if (++count < 4) continue;
    bytes.push(group >> 16, (group >> 8) & 255, group & 255);
    group = 0;
    count = 0;
  }
  if (count > 0) throw new Base64Error(source.length - count);
  return Uint8Array.from(bytes);
}

/** Takes the last one or two bytes in, and checks that nothing but padding follows. */
function finish(source: Uint8Array, padding: number, group: number, count: number, into: number[]): void {
  let at = padding + 1;
  const skip = (): void => {
    while (source[at] === 10 || source[at] === 13) at++;
  };
  skip();
  if (count === 2) {
    if (at === source.length) throw new Base64Error(source.length);
    if (source[at] !== 61) throw new Base64Error(at);
    at++;
    skip();
  }
  if (at < source.length) throw new Base64Error(at);
  into.push(count === 2 ? group >> 4 : group >> 10);
  if (count === 3) into.push((group >> 2) & 255);
}

/** Bytes in hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
