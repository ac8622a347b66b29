import type { ExprBase, Plain, Scope } from "../expr.js";
import type { List } from "../input-types.js";

declare const itemType: unique symbol;
declare const scopeType: unique symbol;

/** A list whose items are arguments of a call; the last argument of a function that takes any number of them. */
export interface Expanded<out T, out S extends Scope> {
  readonly [itemType]: T;
  readonly [scopeType]: S;
}

class ExpandedList {
  readonly list: List;
  constructor(list: List) {
    this.list = list;
  }
}

/** The list behind {@link expand}, `undefined` for any other argument. */
export function expandedList(argument: unknown): List | undefined {
  return argument instanceof ExpandedList ? argument.list : undefined;
}

/** The value that an argument stands for, one of its items where it is a list of arguments. */
export type Of<A> = A extends Expanded<infer T, Scope> ? T : Plain<A>;

/**
 * The items of a list as the last arguments of a function: HCL's `...`.
 *
 * @example fn.max(expand(sizes))   // HCL: max(var.sizes...)
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#function-calls
 */
export function expand<const T, S extends Scope = never>(
  list: ExprBase<readonly T[] | ReadonlySet<T>, S>,
): Expanded<T, S> {
  // The seam between the list and the type of its items, which exists for the compiler alone.
  return new ExpandedList(list) as never;
}
