import { isIdentifier, traversal } from "@packwright/hcl";
import { DynamicBlocks, type Repetition } from "../blocks/dynamic-blocks.js";
import type { Expr, ExprBase, Plain } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import { copyEntries, isPlainObject, snapshot } from "../expressions/snapshot.js";
import { write } from "../expressions/to-node.js";
import { ANY, NUMBER, STRING, type ValueType } from "../expressions/value-type.js";
import { createStep, type PostProcessor, type Provisioner } from "./step.js";
import { typeOfValue } from "../expressions/type-of-value.js";
import type { LocalValue } from "../variables/local.js";

/** The item of a collection that a block is repeated for. */
export interface DynamicItem<T> {
  /** The key of a map's entry, the number of a list's item, counted from 0. */
  readonly key: Expr<string>;
  readonly value: Expr<T>;
}

/** What a collection holds. */
type ItemOf<C> = C extends readonly (infer E)[] ? E : C extends object ? C[keyof C] : never;

/** A list, a map, or an expression of one. */
export type DynamicCollection =
  | ExprBase<readonly unknown[] | Readonly<Record<string, unknown>>>
  | readonly LocalValue[]
  | { readonly [key: string]: LocalValue };

/** How many `dynamic` are being made inside each other, so that the items of each have a name of their own. */
let depth = 0;

/**
 * One block, or one step, for each item of a collection that only Packer knows: a `dynamic` block. Lists that the
 * program knows are better mapped.
 *
 * It stands where the block or step itself would stand, and has its type. Packer expands it in sources, in builds and
 * in the blocks inside them, and not in data sources.
 *
 * @param make gives the options of the block, or the step, for an item
 * @param options.iterator the name of the item in HCL; `each` unless said otherwise
 * @throws TypeError when `make` gives neither a step nor the options of a block
 * @example
 * source.googlecompute("web", { …, disk_attachment: [dynamic(disks, ({ value }) => ({ volume_size: value.size }))] })
 * // dynamic "disk_attachment" {
 * //   for_each = var.disks
 * //   iterator = each
 * //   content {
 * //     volume_size = each.value.size
 * //   }
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#dynamic-blocks
 */
export function dynamic<const C extends DynamicCollection, const R extends object>(
  collection: C,
  make: (item: DynamicItem<ItemOf<Plain<C>>>) => R,
  options: { readonly iterator?: string } = {},
): R {
  const iterator = options.iterator ?? (depth === 0 ? "each" : `each${String(depth + 1)}`);
  if (!isIdentifier(iterator)) {
    throw new TypeError(
      `the iterator ${JSON.stringify(iterator)} is no name; use letters, digits, _ and -, a letter or _ first`,
    );
  }
  const held = snapshot(collection);
  const repetition: Repetition = Object.freeze({ forEach: write(held), iterator });
  const type = typeOfValue(held);
  depth++;
  let made: R;
  try {
    made = make({
      key: reference(iterator, "key", type.kind === "list" || type.kind === "tuple" ? NUMBER : STRING),
      value: reference(iterator, "value", itemType(type)),
    });
  } finally {
    depth--;
  }
  return repeat(made, repetition);
}

function reference<T>(iterator: string, name: string, type: ValueType): Expr<T> {
  return createExpr({ node: traversal(iterator, name), type, uses: [], problems: [], inBuild: false });
}

function itemType(type: ValueType): ValueType {
  return type.kind === "list" || type.kind === "set" || type.kind === "map" ? type.element : ANY;
}

/** The seam: what stands for many blocks has the type of one, so that it goes wherever that goes and obeys its rules. */
function repeat<R extends object>(made: R, repetition: Repetition): R {
  if (isStep(made)) return createStep(made.kind, { ...made.use, repetition, isPlain: false }) as object as R;
  if (!isPlainObject(made))
    throw new TypeError("dynamic repeats a step, or a block's options as an object; this is neither");
  return new DynamicBlocks(repetition, copyEntries(made) as Readonly<Record<string, unknown>>) as object as R;
}

function isStep(value: object): value is Provisioner | PostProcessor {
  return "use" in value && "kind" in value;
}
