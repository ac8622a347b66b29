import type { ExprBase, Plain, Scope, ScopeOf, Settled } from "./expr.js";

/** Values of a program that expressions are made of: literals, expressions, and lists and objects of both. */
export type Value<S extends Scope = Scope> =
  | ExprBase<unknown, S>
  | string
  | number
  | boolean
  | null
  | readonly Value<S>[]
  | { readonly [key: string]: Value<S> };

/** The type of a value, literals kept: expressions unwrapped, lists and objects as {@link Plain} has them. */
export type Kept<V> = V extends string | number | boolean | null ? V : Plain<V>;

/** A list or set, or an expression of one. */
export type List<S extends Scope = Scope> =
  ExprBase<readonly unknown[] | ReadonlySet<unknown>, S> | readonly Value<S>[];

/** A map or object, or an expression of one. */
export type Mapping<S extends Scope = Scope> = ExprBase<object, S> | { readonly [key: string]: Value<S> };

/** What a list, set, map or object holds. */
export type ItemOf<C> =
  Plain<C> extends readonly (infer E)[] | ReadonlySet<infer E>
    ? E
    : Plain<C> extends object
      ? Plain<C>[keyof Plain<C>]
      : never;

/** The item of a list or entry of a map as an expression. */
export type Item<C> = Settled<ItemOf<C>, ScopeOf<C>>;

/** Text, or an expression of it. */
export type Text<S extends Scope> = string | ExprBase<string, S>;

/** A number, also one that is written as text, or an expression of one. */
export type Num<S extends Scope> = number | `${number}` | ExprBase<number, S>;

/** A list or set of one type, or an expression of one. */
export type Many<T, S extends Scope> =
  ExprBase<readonly T[] | ReadonlySet<T>, S> | readonly (T | ExprBase<T, S>)[];
