import { forObject, forTuple } from "@packwright/hcl";
import { callSite } from "../diagnostics/site.js";
import { Composition } from "./compose.js";
import type { ExprBase, Plain, Scope, ScopeOf, Settled } from "./expr.js";
import { createSettled } from "./expr-value.js";
import { listOf, mapOf } from "./functions/facts.js";
import type { Item, List, Mapping, Value } from "./input-types.js";
import { Loop, type LoopNames } from "./loop.js";

/** The key of an item: its number in a list, its name in a map, itself in a set. */
export type ItemKey<C> = Settled<
  Plain<C> extends readonly unknown[] ? number : Plain<C> extends ReadonlySet<infer E> ? E : string,
  ScopeOf<C>
>;

/** A function over the items of a collection. */
export type OfItem<C, R> = (item: Item<C>, key: ItemKey<C>) => R;

/** What {@link forEach} can do beyond making a list of all items. */
export interface ForEachOptions<C, S extends Scope = Scope> extends LoopNames {
  /** Which items are taken; all of them without it. */
  readonly if?: OfItem<C, ExprBase<boolean, S>>;
  /** The key of each result, which makes a map of them; two of the same are an error of Packer's. */
  readonly key?: OfItem<C, ExprBase<string | number, S> | string>;
  /** Makes lists of the results that have the same key. */
  readonly group?: true;
}

/** What comes of results of the type `R` when the options `K` are given. */
export type ForEachResult<R, K> = "key" extends K
  ? Readonly<Record<string, "group" extends K ? readonly R[] : R>>
  : readonly R[];

/**
 * A list with something for each item of a list or map that only Packer knows; with `key`, a map. What the program
 * knows is better mapped with the methods of arrays.
 *
 * @param each gives the result for an item and its key: its number in a list, its name in a map
 * @example
 * forEach(disks, (disk) => text`mkdir -p /mnt/${disk.name}`)
 * // [for item in var.disks : "mkdir -p /mnt/${item.name}"]
 * forEach(disks, (disk) => disk.size, { as: "disk", key: (disk) => disk.name, if: (disk) => hcl<boolean>`${disk.size} > 10` })
 * // { for disk in var.disks : disk.name => disk.size if disk.size > 10 }
 * forEach(labels, (value, key) => text`${key}=${value}`)
 * // [for key, value in var.labels : "${key}=${value}"]
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#for-expressions
 */
export function forEach<
  const C extends List | Mapping,
  const R extends Value,
  K extends keyof ForEachOptions<unknown> = never,
  S extends Scope = never,
>(
  collection: C,
  each: OfItem<C, R>,
  // Only the keys of the options are inferred; they tell what comes out.
  options: ForEachOptions<C, S> & { readonly [P in K]?: unknown } = {},
): Settled<ForEachResult<Plain<R>, K>, ScopeOf<C> | ScopeOf<R> | S> {
  const chosen: ForEachOptions<C> = options;
  const made = new Composition();
  const from = made.add(collection);
  const loop = new Loop("forEach", from.type, chosen, made);
  const key = chosen.key === undefined ? undefined : loop.run(chosen.key);
  const result = loop.run(each);
  const condition = chosen.if === undefined ? undefined : loop.run(chosen.if).node;
  const isGrouped = chosen.group === true;
  if (isGrouped && key === undefined) {
    made.refuse({
      reason: "forEach groups its results by their key, and has none",
      detail: "Give it one: { key: (item) => …, group: true }.",
      site: callSite(forEach),
    });
  }
  const names = loop.names();
  if (key === undefined) {
    return createSettled(made.state(forTuple(names, from.node, result.node, condition), listOf(result.type)));
  }
  const node = forObject(
    names,
    from.node,
    { key: key.node, value: result.node, group: isGrouped },
    condition,
  );
  return createSettled(made.state(node, mapOf(isGrouped ? listOf(result.type) : result.type)));
}
