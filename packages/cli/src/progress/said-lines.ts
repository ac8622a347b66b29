import type { PackerEvent } from "@packwright/runner";

/** What an event has to show in a log; the summary at the end is made from the result. */
export function linesOf(event: PackerEvent): readonly string[] {
  if (event.type !== "said" || event.source === undefined) return [];
  const { source } = event;
  return event.text.split("\n").map((line) => `${source} | ${line}`);
}
