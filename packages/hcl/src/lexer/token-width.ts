import { countClusters } from "./graphemes.js";
import { STRING, STRING_ESCAPED } from "./token-kind.js";
import type { Tokens } from "./tokens.js";

/** The columns that a token takes, in grapheme clusters. */
export function tokenWidth(tokens: Tokens, index: number): number {
  const { text } = tokens;
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[index] ?? 0;
  const kind = tokens.kinds[index];
  // The quotes of a string are tokens of their own to HCL: nothing combines with them.
  if (kind === STRING || kind === STRING_ESCAPED) return countClusters(text, start + 1, end - 1) + 2;
  return countClusters(text, start, end);
}
