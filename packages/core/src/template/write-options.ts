import { attribute, block, type Attribute, type Block, type BodyItem } from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import type { ComponentUse, Options } from "../blocks/component-use.js";
import { isExpr } from "../expressions/expr-value.js";
import { toNode } from "../expressions/to-node.js";
import type { Unwritable } from "../expressions/written.js";
import type { BlockDefinitions, ComponentDefinition } from "../plugin/component.js";

/** The options of one use of a component as the items of an HCL body, and what they need and lack. */
export interface WrittenUse {
  readonly use: ComponentUse;
  readonly items: readonly BodyItem[];
  readonly uses: readonly Declaration[];
  readonly problems: readonly Unwritable[];
  /** The options whose value exists only inside a build's steps. */
  readonly buildScoped: readonly string[];
}

/** Writes the options of a use, in their order; those that are `undefined` were not given. */
export function writeUse(use: ComponentUse): WrittenUse {
  return { use, ...writeOptions(use.options, use.definition) };
}

/** Writes options that belong to a component; some of them become nested blocks. */
export function writeOptions(options: Options, definition: ComponentDefinition): Omit<WrittenUse, "use"> {
  const writer = new Writer();
  const items = writer.items(options, definition.blocks ?? {}, []);
  return { items, uses: writer.uses, problems: writer.problems, buildScoped: writer.buildScoped };
}

class Writer {
  readonly uses: Declaration[] = [];
  readonly problems: Unwritable[] = [];
  readonly buildScoped: string[] = [];

  items(options: object, blocks: BlockDefinitions, path: readonly string[]): readonly BodyItem[] {
    const items: BodyItem[] = [];
    for (const [name, value] of Object.entries(options) as [string, unknown][]) {
      if (value === undefined) continue;
      const nested = blocks[name];
      if (nested === undefined) items.push(this.#attribute(name, value, [...path, name]));
      else items.push(...this.#blocks(name, value, nested.blocks ?? {}, [...path, name]));
    }
    return items;
  }

  #attribute(name: string, value: unknown, path: readonly string[]): Attribute {
    const written = toNode(value);
    if (written.uses.length > 0) this.uses.push(...written.uses);
    if (written.inBuild && path[0] !== undefined) this.buildScoped.push(path[0]);
    for (const problem of written.problems)
      this.problems.push({ ...problem, path: [...path, ...problem.path] });
    return attribute(name, written.node);
  }

  #blocks(name: string, value: unknown, inner: BlockDefinitions, path: readonly string[]): readonly Block[] {
    if (Array.isArray(value)) {
      return value.flatMap((entry, at) => this.#block(name, entry, inner, [...path, String(at)]));
    }
    return this.#block(name, value, inner, path);
  }

  #block(name: string, value: unknown, inner: BlockDefinitions, path: readonly string[]): readonly Block[] {
    if (typeof value === "object" && value !== null && !isExpr(value)) {
      return [block(name, [], this.items(value, inner, path))];
    }
    this.problems.push({
      path,
      reason: "it is a block of Packer's, which is written as an object, not as a value",
    });
    return [];
  }
}
