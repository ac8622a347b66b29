import type { BodyItem } from "../nodes.js";
import { rangeOf } from "./address.js";
import { linesAround, type Splice } from "./splice.js";

/** Takes away the lines of an item, the comments right above it included, and a blank line that would be doubled. */
export function removeItem(text: string, item: BodyItem): Splice {
  const range = rangeOf(item);
  let start = range.start;
  for (const comment of [...(item.leading ?? [])].reverse()) {
    const place = rangeOf(comment);
    // A comment with a blank line below it speaks of more than this item.
    if (/\n[ \t\r]*\n/.test(text.slice(place.end - 1, start))) break;
    start = place.start;
  }
  const lines = linesAround(text, start, range.end);
  const blankBefore = lines.from === 0 || /(?:^|\n|\{[ \t]*)[ \t\r]*\n$/.test(text.slice(0, lines.from));
  const blankBehind = /^[ \t\r]*\n/.exec(text.slice(lines.to));
  const end = blankBefore && blankBehind !== null ? lines.to + blankBehind[0].length : lines.to;
  return { start: lines.from, end, text: "" };
}
