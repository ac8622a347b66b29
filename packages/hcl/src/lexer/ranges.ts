/** A set of code points as sorted ranges: `bounds` holds the first and the last of each, in turn. */
export type CodePointRanges = Int32Array;

/** Reads the encoding of `generated/`: ranges as `gap` or `gap:length`, base 36, separated by spaces. */
export function decodeRanges(encoded: string): CodePointRanges {
  const items = encoded.split(" ");
  const bounds = new Int32Array(items.length * 2);
  let at = 0;
  let last = 0;
  for (const item of items) {
    const colon = item.indexOf(":");
    const first = last + Number.parseInt(colon < 0 ? item : item.slice(0, colon), 36);
    last = colon < 0 ? first : first + Number.parseInt(item.slice(colon + 1), 36);
    bounds[at++] = first;
    bounds[at++] = last;
  }
  return bounds;
}

export function inRanges(bounds: CodePointRanges, code: number): boolean {
  let low = 0;
  let high = bounds.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code < (bounds[middle * 2] ?? 0)) high = middle;
    else if (code > (bounds[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}
