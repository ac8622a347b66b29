import * as F from "./frames.js";
import { looksLikeArgument, looksLikeBlock, startsLine } from "./skip.js";
import type { ParserState } from "./state.js";

/** How far the start of a line is looked for: past a name and a few labels. */
const HEADER = 4;

/**
 * An error a few tokens into a line that reads like an argument or a block, inside a bracket that was opened before
 * it: it is the bracket that has no end, and the line is an item of what is around.
 */
export function backToItem(p: ParserState): void {
  const least = Math.max(p.opener + 1, p.index - HEADER);
  for (let at = p.index; at >= least; at--) {
    if (!startsLine(p, at)) continue;
    const inObject = p.frame === F.OBJECT_KEY || p.frame === F.OBJECT_VALUE;
    if (looksLikeBlock(p, at) || (looksLikeArgument(p, at) && !inObject)) goBack(p, at);
    return;
  }
}

/** Makes the token at hand an earlier one, and gives up what was read since. */
function goBack(p: ParserState, index: number): void {
  const start = p.startOf(index);
  const base = p.slot(F.BASE);
  if (p.frame === F.TUPLE || p.frame === F.CALL) {
    while (p.expressions.length > base && (p.expressions.at(-1)?.start ?? 0) >= start) p.expressions.pop();
    p.setSlot(F.DONE, Math.min(p.slot(F.DONE), p.expressions.length));
  }
  p.index = index;
  p.settle();
}
