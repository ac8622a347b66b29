import type { Expanded, Of } from "./expand.js";
import type { Expr, ExprBase, Plain, Scope, ScopeOf } from "../expr.js";
import type { ItemOf, List, Many, Mapping, Num, Text, Value } from "../input-types.js";

/** What is left of lists in lists. */
type Leaf<T> = T extends readonly (infer E)[] ? Leaf<E> : T;

/** The type of maps and objects merged: objects have the attributes of all, the later ones' types. */
type Merged<V extends readonly unknown[]> = V extends readonly [infer First, ...infer Rest]
  ? Rest extends readonly []
    ? Of<First>
    : MergedTwo<Of<First>, Merged<Rest>>
  : Readonly<Record<string, V[number] extends infer M ? ItemOf<M> : never>>;

type MergedTwo<A, B> = string extends keyof A | keyof B
  ? Readonly<Record<string, A[keyof A] | B[keyof B]>>
  : Omit<A, keyof B> & B;

/** Functions of lists, sets, maps and objects. */
export interface CollectionFunctions {
  /**
   * Whether every item of a list is true; of an empty one it is. Packer 1.12 and later.
   *
   * @example fn.alltrue([true, isOn])   // HCL: alltrue([true, var.on])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/alltrue
   */
  alltrue<S extends Scope = never>(list: Many<boolean, S>): Expr<boolean, S>;

  /**
   * Whether an item of a list is true. Packer 1.12 and later.
   *
   * @example fn.anytrue([false, isOn])   // HCL: anytrue([false, var.on])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/anytrue
   */
  anytrue<S extends Scope = never>(list: Many<boolean, S>): Expr<boolean, S>;

  /**
   * A list cut into lists of a size.
   *
   * @example fn.chunklist(names, 2)   // HCL: chunklist(var.names, 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/chunklist
   */
  chunklist<const C extends List = never, S extends Scope = never>(
    list: C,
    size: Num<S>,
  ): Expr<readonly (readonly ItemOf<C>[])[], S | ScopeOf<C>>;

  /**
   * The first value that is neither null nor empty text; where there is none it is an error of Packer's.
   *
   * @example fn.coalesce(region, "eu")   // HCL: coalesce(var.region, "eu")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/coalesce
   */
  coalesce<
    const A extends Value | Expanded<unknown, Scope> = never,
    const V extends readonly (Value | Expanded<unknown, Scope>)[] = [],
  >(
    val: A,
    ...vals: V
  ): Expr<Exclude<Of<A | V[number]>, null>, ScopeOf<A | V[number]>>;

  /**
   * The first list that is not empty.
   *
   * @example fn.coalescelist(names, ["a"])   // HCL: coalescelist(var.names, ["a"])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/coalescelist
   */
  coalescelist<
    const A extends List | Expanded<readonly unknown[], Scope> = never,
    const V extends readonly (List | Expanded<readonly unknown[], Scope>)[] = [],
  >(
    val: A,
    ...vals: V
  ): Expr<readonly ItemOf<Of<A | V[number]>>[], ScopeOf<A | V[number]>>;

  /**
   * A list of texts without the empty ones.
   *
   * @example fn.compact(names)   // HCL: compact(var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/compact
   */
  compact<S extends Scope = never>(list: Many<string, S>): Expr<readonly string[], S>;

  /**
   * The items of several lists as one list.
   *
   * @example fn.concat(names, ["a"])   // HCL: concat(var.names, ["a"])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/concat
   */
  concat<
    const A extends List | Expanded<readonly unknown[], Scope> = never,
    const V extends readonly (List | Expanded<readonly unknown[], Scope>)[] = [],
  >(
    seq: A,
    ...seqs: V
  ): Expr<readonly ItemOf<Of<A | V[number]>>[], ScopeOf<A | V[number]>>;

  /**
   * Whether a list or set has an item.
   *
   * @example fn.contains(names, "a")   // HCL: contains(var.names, "a")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/contains
   */
  contains<const C extends List = never, const V extends Value = never>(
    list: C,
    value: V,
  ): Expr<boolean, ScopeOf<C> | ScopeOf<V>>;

  /**
   * A list with each of its items once, where it stood first.
   *
   * @example fn.distinct(names)   // HCL: distinct(var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/distinct
   */
  distinct<const C extends List = never>(list: C): Expr<readonly ItemOf<C>[], ScopeOf<C>>;

  /**
   * The item of a list by its number; behind its end the list begins anew.
   *
   * @example fn.element(names, 0)   // HCL: element(var.names, 0)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/element
   */
  element<const C extends List = never, S extends Scope = never>(
    list: C,
    index: Num<S>,
  ): Expr<ItemOf<C>, S | ScopeOf<C>>;

  /**
   * A list with the items of the lists in it in their place, however deep.
   *
   * @example fn.flatten([names, ["a"]])   // HCL: flatten([var.names, ["a"]])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/flatten
   */
  flatten<const C extends List = never>(list: C): Expr<readonly Leaf<ItemOf<C>>[], ScopeOf<C>>;

  /**
   * The number of the first item that is a value; where there is none it is an error of Packer's.
   *
   * @example fn.index(names, "a")   // HCL: index(var.names, "a")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/index
   */
  index<const C extends List = never, const V extends Value = never>(
    list: C,
    value: V,
  ): Expr<number, ScopeOf<C> | ScopeOf<V>>;

  /**
   * The keys of a map or object, in alphabetical order.
   *
   * @example fn.keys(labels)   // HCL: keys(var.labels)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/keys
   */
  keys<const M extends Mapping = never>(inputMap: M): Expr<readonly string[], ScopeOf<M>>;

  /**
   * The values of a map or object, in the order of their keys.
   *
   * @example fn.values(labels)   // HCL: values(var.labels)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/values
   */
  values<const M extends Mapping = never>(mapping: M): Expr<readonly ItemOf<M>[], ScopeOf<M>>;

  /**
   * How many items, entries or characters there are.
   *
   * @example fn.length(names)   // HCL: length(var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/length
   */
  length<const V extends string | List | Mapping | ExprBase<string, Scope> = never>(
    value: V,
  ): Expr<number, ScopeOf<V>>;

  /**
   * The value of a map at a key, or a default where it has none.
   *
   * @example fn.lookup(labels, "team", "none")   // HCL: lookup(var.labels, "team", "none")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/lookup
   */
  lookup<const M extends Mapping = never, const D extends Value = never, S extends Scope = never>(
    inputMap: M,
    key: Text<S>,
    default_: D,
  ): Expr<ItemOf<M> | Plain<D>, S | ScopeOf<M> | ScopeOf<D>>;

  /**
   * One map or object of several; of two values for a key, the later one counts.
   *
   * @example fn.merge(labels, { team: "platform" })   // HCL: merge(var.labels, { team = "platform" })
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/merge
   */
  merge<const V extends readonly (Mapping | Expanded<object, Scope>)[]>(
    ...maps: V
  ): Expr<Merged<V>, ScopeOf<V[number]>>;

  /**
   * Numbers from a start to before a limit; with one argument, that is the limit, and the start is 0.
   *
   * @example fn.range(1, 10, 3)   // HCL: range(1, 10, 3)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/range
   */
  range<S extends Scope = never>(start: Num<S>, limit?: Num<S>, step?: Num<S>): Expr<readonly number[], S>;

  /**
   * A list in the opposite order.
   *
   * @example fn.reverse(names)   // HCL: reverse(var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/reverse
   */
  reverse<const C extends List = never>(list: C): Expr<readonly ItemOf<C>[], ScopeOf<C>>;

  /**
   * The items that all of some sets have.
   *
   * @example fn.setintersection(names, ["a"])   // HCL: setintersection(var.names, ["a"])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/setintersection
   */
  setintersection<
    const C extends List = never,
    const V extends readonly (List | Expanded<readonly unknown[], Scope>)[] = [],
  >(
    first_set: C,
    ...other_sets: V
  ): Expr<readonly ItemOf<C>[], ScopeOf<C> | ScopeOf<V[number]>>;

  /**
   * The items that any of some sets has.
   *
   * @example fn.setunion(names, ["a"])   // HCL: setunion(var.names, ["a"])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/setunion
   */
  setunion<
    const C extends List = never,
    const V extends readonly (List | Expanded<readonly unknown[], Scope>)[] = [],
  >(
    first_set: C,
    ...other_sets: V
  ): Expr<readonly (ItemOf<C> | ItemOf<Of<V[number]>>)[], ScopeOf<C> | ScopeOf<V[number]>>;

  /**
   * Every combination of an item of each set.
   *
   * @example fn.setproduct(names, ["a", "b"])   // HCL: setproduct(var.names, ["a", "b"])
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/setproduct
   */
  setproduct<
    const A extends List | Expanded<readonly unknown[], Scope> = never,
    const V extends readonly (List | Expanded<readonly unknown[], Scope>)[] = [],
  >(
    set: A,
    ...sets: V
  ): Expr<readonly (readonly ItemOf<Of<A | V[number]>>[])[], ScopeOf<A | V[number]>>;

  /**
   * The items of a list from one number to before another.
   *
   * @example fn.slice(names, 0, 2)   // HCL: slice(var.names, 0, 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/slice
   */
  slice<const C extends List = never, S extends Scope = never>(
    list: C,
    start_index: Num<S>,
    end_index: Num<S>,
  ): Expr<readonly ItemOf<C>[], S | ScopeOf<C>>;

  /**
   * A list of texts in alphabetical order.
   *
   * @example fn.sort(names)   // HCL: sort(var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/sort
   */
  sort<S extends Scope = never>(list: Many<string, S>): Expr<readonly string[], S>;

  /**
   * A map of keys and values, which are as many.
   *
   * @example fn.zipmap(names, sizes)   // HCL: zipmap(var.names, var.sizes)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/collection/zipmap
   */
  zipmap<const C extends List = never, S extends Scope = never>(
    keys: Many<string, S>,
    values: C,
  ): Expr<Readonly<Record<string, ItemOf<C>>>, S | ScopeOf<C>>;
}
