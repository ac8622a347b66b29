import { attribute, block, type BodyItem } from "@packwright/hcl";
import { toNode } from "../expressions/to-node.js";
import type { BlockDefinitions } from "../plugin/component.js";

/** Options as the items of an HCL body, in their order; some of them are nested blocks. */
export function optionItems(options: object, blocks: BlockDefinitions | undefined): readonly BodyItem[] {
  const items: BodyItem[] = [];
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    if (value === undefined) continue;
    const nested = blocks?.[name];
    if (nested === undefined) {
      items.push(attribute(name, toNode(value)));
      continue;
    }
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (typeof entry === "object" && entry !== null) {
        items.push(block(name, [], optionItems(entry as object, nested.blocks)));
      }
    }
  }
  return items;
}
