import { comment } from "@packwright/hcl";
import type { Attribute, Block } from "@packwright/hcl/nodes";

/** A block or an attribute with a comment above it, a line for each line of the text. */
export function remarked<T extends Block | Attribute>(item: T, text: string | undefined): T {
  if (text === undefined) return item;
  const leading = text.split(/\r\n|\r|\n/).map((line) => comment(` ${line}`.trimEnd()));
  return { ...item, leading: [...(item.leading ?? []), ...leading] };
}
