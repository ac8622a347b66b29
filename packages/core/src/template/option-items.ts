import { attribute, block, type BodyItem } from "@packwright/hcl";
import type { Options } from "../blocks/component-use.js";
import { toNode } from "../expressions/to-node.js";
import type { BlockDefinitions } from "../plugin/component.js";

/** Options as the items of an HCL body, in their order; some of them are nested blocks. */
export function optionItems(options: Options, blocks: BlockDefinitions | undefined): readonly BodyItem[] {
  const items: BodyItem[] = [];
  for (const name of Object.keys(options)) {
    const value = options[name];
    if (value === undefined) continue;
    const nested = blocks?.[name];
    if (nested === undefined) {
      items.push(attribute(name, toNode(value)));
      continue;
    }
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (isOptions(entry)) items.push(block(name, [], optionItems(entry, nested.blocks)));
    }
  }
  return items;
}

function isOptions(value: unknown): value is Options {
  return typeof value === "object" && value !== null;
}
