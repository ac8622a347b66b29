import { attribute, block, string, traversal, tuple } from "@packwright/hcl";
import type { Block, BodyItem } from "@packwright/hcl/nodes";
import type { Options } from "../blocks/component-use.js";
import { DynamicBlocks, type Repetition } from "../blocks/dynamic-blocks.js";
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
      if (entry instanceof DynamicBlocks)
        items.push(dynamicBlock(name, [], entry.repetition, optionItems(entry.content, nested.blocks)));
      else if (isOptions(entry)) items.push(block(name, [], optionItems(entry, nested.blocks)));
    }
  }
  return items;
}

/** `dynamic "type" { … }`, which Packer expands to a block for each item. */
export function dynamicBlock(
  type: string,
  labels: readonly string[],
  { forEach, iterator }: Repetition,
  content: readonly BodyItem[],
): Block {
  return block(
    "dynamic",
    [type],
    [
      attribute("for_each", forEach.node),
      attribute("iterator", traversal(iterator)),
      ...(labels.length === 0 ? [] : [attribute("labels", tuple(labels.map((label) => string(label))))]),
      block("content", [], content),
    ],
  );
}

function isOptions(value: unknown): value is Options {
  return typeof value === "object" && value !== null;
}
