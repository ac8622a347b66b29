import { findTokens, type Token } from "./deflate-matches.js";
import { type HuffmanCode, huffmanCode, reversed } from "./huffman.js";

const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTH_BASE = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224,
  255,
];
const DISTANCE_EXTRA = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const DISTANCE_BASE = DISTANCE_EXTRA.map((extra, i) => (i < 4 ? i : (2 + (i & 1)) << extra));
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const END = 256;
const FIRST_LENGTH = 257;
const LITERALS = 286;
const BLOCK_TOKENS = 1 << 14;
const LARGEST_STORED = 65_535;

class BitWriter {
  readonly bytes: number[] = [];
  private bits = 0;
  private count = 0;

  write(value: number, width: number): void {
    for (let i = 0; i < width; i++) {
      this.bits |= ((value >> i) & 1) << this.count;
      if (++this.count === 8) this.align();
    }
  }

  /** Fills the byte up with zeros. */
  align(): void {
    if (this.count === 0) return;
    this.bytes.push(this.bits);
    this.bits = 0;
    this.count = 0;
  }

  stored(content: Uint8Array, isLast: boolean): void {
    this.write(isLast ? 1 : 0, 3);
    this.align();
    this.write(content.length, 16);
    this.write(~content.length & 0xffff, 16);
    for (const byte of content) this.bytes.push(byte);
  }
}

const FIXED: HuffmanCode = fixedCode();
const FIXED_DISTANCES: HuffmanCode = {
  codes: Uint16Array.from({ length: 30 }, (_, i) => reversed(i, 5)),
  lengths: new Uint8Array(30).fill(5),
};

function fixedCode(): HuffmanCode {
  const codes = new Uint16Array(LITERALS);
  const lengths = new Uint8Array(LITERALS);
  for (let i = 0; i < LITERALS; i++) {
    const [code, length] =
      i < 144 ? [i + 48, 8] : i < 256 ? [i + 256, 9] : i < 280 ? [i - 256, 7] : [i - 88, 8];
    codes[i] = reversed(code, length);
    lengths[i] = length;
  }
  return { codes, lengths };
}

/** Bytes compressed as Go's flate does it by default, flushed, then closed: the same bytes as Packer's. */
export function deflate(bytes: Uint8Array): readonly number[] {
  const out = new BitWriter();
  const tokens = findTokens(bytes);
  let start = 0;
  for (let from = 0; from < tokens.length; from += BLOCK_TOKENS) {
    const block = tokens.slice(from, from + BLOCK_TOKENS);
    const size = block.reduce<number>(
      (sum, token) => sum + (typeof token === "number" ? 1 : token.length),
      0,
    );
    writeBlock(out, block, bytes.subarray(start, start + size));
    start += size;
  }
  out.stored(new Uint8Array(), false);
  out.stored(new Uint8Array(), true);
  return out.bytes;
}

/** The last of some bases that is not above a value. */
function codeOf(bases: readonly number[], value: number): number {
  let code = bases.length - 1;
  while (code > 0 && (bases[code] ?? 0) > value) code--;
  return code;
}

function trimmed(weights: Uint32Array): number {
  let count = weights.length;
  while (count > 0 && weights[count - 1] === 0) count--;
  return count;
}

function bitsOf(weights: Uint32Array, { lengths }: HuffmanCode): number {
  return weights.reduce((sum, weight, i) => sum + weight * (lengths[i] ?? 0), 0);
}

/** Writes a block in the form that is the smallest: as it is, with the code that needs no telling, or with one of its own. */
function writeBlock(out: BitWriter, tokens: readonly Token[], content: Uint8Array): void {
  const literals = new Uint32Array(LITERALS);
  const distances = new Uint32Array(30);
  const count = (weights: Uint32Array, at: number): void => {
    weights[at] = (weights[at] ?? 0) + 1;
  };
  for (const token of tokens) {
    if (typeof token === "number") count(literals, token);
    else {
      count(literals, FIRST_LENGTH + codeOf(LENGTH_BASE, token.length - 3));
      count(distances, codeOf(DISTANCE_BASE, token.distance - 1));
    }
  }
  count(literals, END);
  const literalCount = trimmed(literals);
  if (trimmed(distances) === 0) distances[0] = 1;
  const distanceCount = trimmed(distances);
  const own = huffmanCode(literals, 15);
  const ownDistances = huffmanCode(distances, 15);
  const header = codeLengths([
    ...own.lengths.subarray(0, literalCount),
    ...ownDistances.lengths.subarray(0, distanceCount),
  ]);
  const isStorable = content.length <= LARGEST_STORED;
  const extra = isStorable ? extraBits(literals, distances) : 0;
  const fixedSize = 3 + bitsOf(literals, FIXED) + bitsOf(distances, FIXED_DISTANCES) + extra;
  const ownSize = header.size + bitsOf(literals, own) + bitsOf(distances, ownDistances) + extra;
  const isOwn = ownSize < fixedSize;
  if (isStorable && (content.length + 5) * 8 < Math.min(ownSize, fixedSize)) {
    out.stored(content, false);
    return;
  }
  out.write(isOwn ? 4 : 2, 3);
  if (isOwn) header.write(out, literalCount, distanceCount);
  writeTokens(out, tokens, isOwn ? own : FIXED, isOwn ? ownDistances : FIXED_DISTANCES);
}

function extraBits(literals: Uint32Array, distances: Uint32Array): number {
  const lengths = LENGTH_EXTRA.reduce((sum, extra, i) => sum + extra * (literals[FIRST_LENGTH + i] ?? 0), 0);
  return DISTANCE_EXTRA.reduce((sum, extra, i) => sum + extra * (distances[i] ?? 0), lengths);
}

function writeTokens(
  out: BitWriter,
  tokens: readonly Token[],
  literals: HuffmanCode,
  distances: HuffmanCode,
): void {
  const symbol = ({ codes, lengths }: HuffmanCode, at: number): void => {
    out.write(codes[at] ?? 0, lengths[at] ?? 0);
  };
  for (const token of tokens) {
    if (typeof token === "number") {
      symbol(literals, token);
      continue;
    }
    const length = codeOf(LENGTH_BASE, token.length - 3);
    symbol(literals, FIRST_LENGTH + length);
    out.write(token.length - 3 - (LENGTH_BASE[length] ?? 0), LENGTH_EXTRA[length] ?? 0);
    const distance = codeOf(DISTANCE_BASE, token.distance - 1);
    symbol(distances, distance);
    out.write(token.distance - 1 - (DISTANCE_BASE[distance] ?? 0), DISTANCE_EXTRA[distance] ?? 0);
  }
  symbol(literals, END);
}

interface Header {
  readonly size: number;
  readonly write: (out: BitWriter, literalCount: number, distanceCount: number) => void;
}

/** A symbol of the header: a length, or how often one is repeated, with the bits that say so. */
type HeaderSymbol = readonly [symbol: number, extra: number, width: number];

/** The lengths of a block's own codes, as the block tells them: runs shortened, and in a code of their own. */
function codeLengths(lengths: readonly number[]): Header {
  const symbols = runs(lengths);
  const weights = new Uint32Array(19);
  for (const [symbol] of symbols) weights[symbol] = (weights[symbol] ?? 0) + 1;
  const code = huffmanCode(weights, 7);
  let count = 19;
  while (count > 4 && weights[CODE_ORDER[count - 1] ?? 0] === 0) count--;
  const extra = symbols.reduce((sum, [, , width]) => sum + width, 0);
  return {
    size: 3 + 5 + 5 + 4 + 3 * count + bitsOf(weights, code) + extra,
    write: (out, literalCount, distanceCount) => {
      out.write(literalCount - 257, 5);
      out.write(distanceCount - 1, 5);
      out.write(count - 4, 4);
      for (const symbol of CODE_ORDER.slice(0, count)) out.write(code.lengths[symbol] ?? 0, 3);
      for (const [symbol, value, width] of symbols) {
        out.write(code.codes[symbol] ?? 0, code.lengths[symbol] ?? 0);
        out.write(value, width);
      }
    },
  };
}

function runs(lengths: readonly number[]): readonly HeaderSymbol[] {
  const symbols: HeaderSymbol[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let count = 1;
    while (lengths[at + count] === length) count++;
    at += count;
    if (length !== 0) {
      symbols.push([length, 0, 0]);
      for (count--; count >= 3; count -= Math.min(6, count)) symbols.push([16, Math.min(6, count) - 3, 2]);
    } else {
      for (; count >= 11; count -= Math.min(138, count)) symbols.push([18, Math.min(138, count) - 11, 7]);
      if (count >= 3) {
        symbols.push([17, count - 3, 3]);
        count = 0;
      }
    }
    for (; count > 0; count--) symbols.push([length, 0, 0]);
  }
  return symbols;
}
