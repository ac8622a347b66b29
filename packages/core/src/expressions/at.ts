import { getAttribute, index, splat as splatNode, splatItem } from "@packwright/hcl";
import { callSite } from "../diagnostics/site.js";
import { Composition } from "./compose.js";
import type { Expr, ExprBase, Plain, Scope, ScopeOf } from "./expr.js";
import { createExpr } from "./expr-value.js";
import { elementOf, listOf } from "./functions/facts.js";
import { inferType } from "./infer-type.js";
import type { List, Mapping } from "./input-types.js";
import { ANY, describeType, NUMBER, STRING, type ValueType } from "./value-type.js";

/** What a collection holds at a key: of a tuple or object, what stands at that very place. */
type At<C, K> =
  Plain<C> extends infer P
    ? K extends keyof P
      ? P[K]
      : P extends readonly (infer E)[]
        ? E
        : P extends object
          ? P[keyof P]
          : never
    : never;

type Key<C, S extends Scope> =
  | (Plain<C> extends readonly unknown[] ? number : string)
  | ExprBase<Plain<C> extends readonly unknown[] ? number : string, S>;

/**
 * The item of a list by its number, counted from 0, or the value of a map by its key.
 *
 * It is a function and no method, as the properties of an expression are the attributes of its value.
 * @example
 * at(disks, 0).name       // HCL: var.disks[0].name
 * at(labels, "team")      // HCL: var.labels["team"]
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#indices-and-attributes
 */
export function at<const C extends List | Mapping, const K extends Key<C, S>, S extends Scope = never>(
  collection: C,
  key: K,
): Expr<At<C, K>, ScopeOf<C> | ScopeOf<K>> {
  const made = new Composition();
  const from = made.add(collection);
  const place = made.add(key);
  const problem = misplaced(from.type, place.type, key);
  if (problem !== undefined) made.refuse({ reason: problem, site: callSite(at) });
  const node = index(from.node, place.node);
  const types = new Map([[from.node, from.type]]);
  return createExpr(
    made.state(
      node,
      inferType(node, (each) => types.get(each)),
    ),
  );
}

function misplaced(of: ValueType, by: ValueType, key: unknown): string | undefined {
  if (of.kind === "string" || of.kind === "number" || of.kind === "bool")
    return `at looks into lists and maps, and this is ${describeType(of)}`;
  if (of.kind === "set") return "the items of a set have no numbers; convert it to a list first";
  const isList = of.kind === "list" || of.kind === "tuple";
  if (isList && typeof key === "number" && !(Number.isSafeInteger(key) && key >= 0))
    return `${String(key)} is no number of an item; they count from 0`;
  const wanted = isList ? NUMBER : STRING;
  if (of.kind === "any" || by.kind === "any" || by.kind === wanted.kind) return undefined;
  return `at takes ${describeType(wanted)} for ${describeType(of)}, and this is ${describeType(by)}`;
}

/** The attribute of what a list holds. */
type Attribute<C, K> = At<C, number> extends infer E ? (K extends keyof E ? E[K] : never) : never;

/**
 * One attribute of every object of a list, as a list.
 *
 * @example
 * splat(disks, "name")    // HCL: var.disks[*].name
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#splat-expressions
 */
export function splat<const C extends List, const K extends keyof At<C, number> & string>(
  list: C,
  attribute: K,
): Expr<readonly Attribute<C, K>[], ScopeOf<C>> {
  const made = new Composition();
  const from = made.add(list);
  const item = elementOf(from.type);
  const type = item.kind === "object" ? item.attributes[attribute]?.type : elementOf(item);
  if (type === undefined) {
    made.refuse({ reason: `the objects of this list have no attribute ${attribute}`, site: callSite(splat) });
  }
  return createExpr(
    made.state(splatNode(from.node, getAttribute(splatItem(), attribute)), listOf(type ?? ANY)),
  );
}
