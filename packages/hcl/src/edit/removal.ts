import type { BodyItem } from "../nodes.js";
import { rangeOf } from "./address.js";
import { linesAround, type Splice } from "./splice.js";

/** Takes away the lines of an item, the comments right above it included, and a blank line that would be doubled. */
export function removeItem(text: string, item: BodyItem): Splice {
  const lines = linesAround(text, startWithComments(text, item), rangeOf(item).end);
  const blankBefore =
    lines.from === 0 || /(?:^\ufeff?|\n|\{[ \t]*)[ \t\r]*\n$/.test(text.slice(0, lines.from));
  const blankBehind = /^[ \t\r]*\n/.exec(text.slice(lines.to));
  const end = blankBefore && blankBehind !== null ? lines.to + blankBehind[0].length : lines.to;
  return { start: lines.from, end, text: "" };
}

/** Where an item starts, the comments right above it included. */
export function startWithComments(text: string, item: BodyItem): number {
  let { start } = rangeOf(item);
  for (const comment of [...(item.leading ?? [])].reverse()) {
    const place = rangeOf(comment);
    // A comment with a blank line below it speaks of more than this item, one behind a { of the block.
    if (/\n[ \t\r]*\n/.test(text.slice(place.end - 1, start))) break;
    if (text.slice(text.lastIndexOf("\n", place.start - 1) + 1, place.start).trim() !== "") break;
    start = place.start;
  }
  return start;
}
