/** A Huffman code: for each symbol its bits, the first one lowest, and how many they are; 0 for symbols that do not occur. */
export interface HuffmanCode {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

interface Leaf {
  readonly symbol: number;
  readonly weight: number;
}

/** The best code with no more than `longest` bits a symbol, chosen among equally good ones as Go's compressor chooses. */
export function huffmanCode(weights: ArrayLike<number>, longest: number): HuffmanCode {
  const codes = new Uint16Array(weights.length);
  const lengths = new Uint8Array(weights.length);
  const leaves: Leaf[] = [];
  for (let symbol = 0; symbol < weights.length; symbol++) {
    const weight = weights[symbol] ?? 0;
    if (weight > 0) leaves.push({ symbol, weight });
  }
  if (leaves.length <= 2) {
    for (const [i, { symbol }] of leaves.entries()) {
      codes[symbol] = i;
      lengths[symbol] = 1;
    }
    return { codes, lengths };
  }
  leaves.sort((left, right) => left.weight - right.weight || left.symbol - right.symbol);
  let rest = leaves;
  let code = 0;
  for (const [length, count] of lengthCounts(leaves, Math.min(longest, leaves.length - 1)).entries()) {
    code <<= 1;
    if (count === 0) continue;
    const chunk = rest.slice(rest.length - count).sort((left, right) => left.symbol - right.symbol);
    rest = rest.slice(0, rest.length - count);
    for (const { symbol } of chunk) {
      codes[symbol] = reversed(code++, length);
      lengths[symbol] = length;
    }
  }
  return { codes, lengths };
}

/**
 * How many symbols get each number of bits, by package-merge: in each level the leaves stand among pairs of items of the level
 * below, a pair before a leaf of the same weight.
 */
function lengthCounts(leaves: readonly Leaf[], longest: number): readonly number[] {
  const levels: boolean[][] = [];
  let below: readonly number[] = [];
  for (let level = 1; level <= longest; level++) {
    const weights: number[] = [];
    const areLeaves: boolean[] = [];
    for (let leaf = 0, pair = 0; leaf < leaves.length || pair * 2 + 1 < below.length;) {
      const own = leaves[leaf]?.weight ?? Number.POSITIVE_INFINITY;
      const paired =
        (below[pair * 2] ?? Number.POSITIVE_INFINITY) + (below[pair * 2 + 1] ?? Number.POSITIVE_INFINITY);
      const isLeaf = own < paired;
      weights.push(isLeaf ? own : paired);
      areLeaves.push(isLeaf);
      if (isLeaf) leaf++;
      else pair++;
    }
    levels.push(areLeaves);
    below = weights;
  }
  const counts: number[] = [0];
  let wanted = 2 * leaves.length - 2;
  let above: number | undefined;
  for (const areLeaves of levels.toReversed()) {
    const chosen = areLeaves.slice(0, wanted).filter(Boolean).length;
    if (above !== undefined) counts.push(above - chosen);
    above = chosen;
    wanted = (wanted - chosen) * 2;
  }
  counts.push(above ?? 0);
  return counts;
}

/** The lowest `length` bits in the other order. */
export function reversed(bits: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result = (result << 1) | ((bits >> i) & 1);
  return result;
}
