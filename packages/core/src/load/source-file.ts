import type { SourceText } from "@packwright/hcl";
import type { Block, Body, BodyItem, Expression, Located, Node } from "@packwright/hcl/nodes";
import type { Position, Site } from "../diagnostics/site.js";

/** A file that was read, which tells where its nodes stand. */
export class SourceFile {
  readonly name: string;
  /** Whether it is written in HCL's JSON syntax, where only a schema tells blocks from arguments. */
  readonly isJson: boolean;
  /** Whether it is a template of the time before HCL, whose values Packer converts more freely. */
  readonly isLegacy: boolean;
  readonly #source: SourceText;

  constructor(name: string, source: SourceText, isJson: boolean, isLegacy: boolean = false) {
    this.name = name;
    this.isLegacy = isLegacy;
    this.isJson = isJson;
    this.#source = source;
  }

  /** The place of an offset: columns count UTF-16 code units, as editors do, not HCL's graphemes. */
  position(offset: number): Position {
    const line = this.#source.lineAt(offset);
    return { file: this.name, line, column: offset - this.#source.lineStart(line) + 1 };
  }

  /** The place of a node, and of what keys lead to from it: options of a block, entries of objects, items of lists. */
  site(node: Located & { readonly kind: Node["kind"] }): Site {
    return { place: (keys) => this.position(startOf(follow(node as Node, keys))) };
  }
}

function startOf(node: Located): number {
  return node.start ?? 0;
}

/** The node that keys lead to; where they lead nowhere, the last one on the way. */
function follow(node: Node, keys: readonly string[]): Located {
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  switch (node.kind) {
    case "block":
      return node.type === "dynamic" ? followBlocks([node], node, keys) : followBody(node.body, node, keys);
    case "body":
      return followBody(node, node, keys);
    case "attribute":
      return follow(node.value, keys);
    case "object": {
      const item = node.items.find(({ key: name }) => keyOf(name) === key);
      return item === undefined ? node : follow(item.value, rest);
    }
    case "tuple": {
      const item = node.items[Number(key)];
      return item === undefined ? node : follow(item, rest);
    }
    default:
      return node;
  }
}

function followBody(body: Body, around: Node, keys: readonly string[]): Located {
  const [key, ...rest] = keys;
  const found = body.items.filter((item) => nameOf(item) === key);
  const [first] = found;
  if (first === undefined) return around;
  if (first.kind === "attribute") return follow(first.value, rest);
  return followBlocks(
    found.filter((item): item is Block => item.kind === "block"),
    first,
    rest,
  );
}

/** The name that an item has among options; that of a repeated block is the one of the blocks it makes. */
function nameOf(item: BodyItem): string | undefined {
  if (item.kind === "attribute") return item.name;
  return item.type === "dynamic" ? item.labels[0]?.value : item.type;
}

/** Into the block with a number, or into the only one that there can be. */
function followBlocks(blocks: readonly Block[], first: Block, keys: readonly string[]): Located {
  const [key = "", ...rest] = keys;
  const isNumber = /^\d+$/.test(key);
  const chosen = isNumber ? (blocks[Number(key)] ?? first) : first;
  const inner = isNumber ? rest : keys;
  if (inner.length === 0) return chosen;
  const content =
    chosen.type === "dynamic"
      ? chosen.body.items.find((item): item is Block => item.kind === "block" && item.type === "content")
      : chosen;
  return content === undefined ? chosen : followBody(content.body, chosen, inner);
}

function keyOf(key: Expression | { readonly kind: "object-key"; readonly name: string }): string | undefined {
  if (key.kind === "object-key") return key.name;
  return key.kind === "string" ? key.value : undefined;
}
