import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { body, printExpression, toJson } from "@packwright/hcl";
import type { Attribute, Block, Body, Expression } from "@packwright/hcl/nodes";
import { PACKER_JSON } from "./packer-json.js";

/** Blocks whose order among each other Packer gives no meaning. */
const UNORDERED = new Set(["variable", "local", "data", "source"]);

/**
 * The SHA-256 of what a template says, as 64 hexadecimal digits: of its blocks without comments, attributes and
 * declarations in alphabetical order, texts whichever way they are spelled.
 */
export function hashOf(blocks: Iterable<Block>): string {
  return bytesToHex(sha256(utf8ToBytes(toJson(canonicalBody(body([...blocks]), true), PACKER_JSON))));
}

function canonicalBody({ items }: Body, isRoot = false): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const item of items) {
    if (item.kind === "attribute") {
      attributes.push({ kind: "attribute", name: item.name, value: canonicalValue(item.value) });
    } else {
      const { type, labels } = item;
      blocks.push({ kind: "block", type, labels, body: canonicalBody(item.body) });
    }
  }
  attributes.sort((a, b) => compare(a.name, b.name));
  if (!isRoot) return body([...attributes, ...blocks]);
  const declared = blocks.filter(({ type }) => UNORDERED.has(type));
  const others = blocks.filter(({ type }) => !UNORDERED.has(type));
  return body([...attributes, ...declared.sort((a, b) => compare(addressOf(a), addressOf(b))), ...others]);
}

/** Entries of an object whose keys are names have no order either. */
function canonicalValue(node: Expression): Expression {
  if (node.kind === "tuple") return { kind: "tuple", items: node.items.map((item) => canonicalValue(item)) };
  if (node.kind !== "object") return node;
  const items = node.items.map(({ key, value }) => ({
    name: key.kind === "object-key" ? key.name : printExpression(key),
    item: { kind: "object-item", key, value: canonicalValue(value) } as const,
  }));
  return {
    kind: "object",
    items: items.sort((a, b) => compare(a.name, b.name)).map(({ item }) => item),
  };
}

function addressOf({ type, labels }: Block): string {
  return [type, ...labels.map(({ value }) => value)].join("\0");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
