import { compareText } from "./value/text-order.js";

/** Names that differ by this many letters are too different to be meant. */
const TOO_FAR = 3;
/** Longer names than these are no misspellings worth measuring. */
const LONGEST = 100;

/** ` Did you mean "x"?` with the nearest of some names, or nothing when none is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  if (name.length > LONGEST) return "";
  let nearest: string | undefined;
  let least = TOO_FAR;
  for (const candidate of [...names].sort(compareText)) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}

/** How many letters have to be changed, added or removed. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
