import type { ExprBase, Scope } from "../expressions/expr.js";
import type { Conflict } from "./constraints.js";

/**
 * Types for rules between options that depend on what is given, value by value.
 *
 * The compiler infers the type `O` of the whole options literal; a rule looks at it and puts its message where the
 * option at fault stands, or where one is missing. What a type leaves open (an optional property, a `boolean`) is no
 * fault: the check that runs with the program sees its value.
 */

/**
 * Asks the compiler to infer the literal that it is intersected with as `O`, and demands nothing of it.
 *
 * A conditional type is inferred through both of its branches and is `object` once `O` is known, so that excess
 * properties are still those of the options themselves, with the compiler's own "Did you mean to write …?".
 */
export type Infer<O> = [O] extends [never] ? O : object;

/** Values that components take for "not set". */
type Unset = undefined | null | false | 0 | "" | readonly [];

/** The options among `P` that `O` gives for certain, expressions included. */
export type Given<O, P extends PropertyKey> = P extends keyof O
  ? Record<never, never> extends Pick<O, P>
    ? never
    : [Extract<O[P], Unset>] extends [never]
      ? number extends O[P]
        ? never
        : P
      : never
  : never;

/** The options among `P` that `O` gives or may give. */
export type Possible<O, P extends PropertyKey> = P extends keyof O
  ? [Exclude<O[P], Unset>] extends [never]
    ? never
    : P
  : never;

/** The options among `P` that `O` gives as literals. */
type Literal<O, P extends PropertyKey> = P extends keyof O
  ? [Extract<O[P], ExprBase<unknown, Scope>>] extends [never]
    ? P
    : never
  : never;

/** Puts a message on the options `P`. */
export type Mark<P extends PropertyKey, M extends string> = [P] extends [never]
  ? unknown
  : { readonly [Q in P]?: Conflict<M> };

/** Demands an option that is not there, with a message. */
type Demand<P extends PropertyKey, M extends string> = [P] extends [never]
  ? unknown
  : { readonly [Q in P]: Conflict<M> };

type IsUnion<T, U = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [U] extends [T]
      ? false
      : true
    : never;

/** At most one of the options `G` is given. Two of them that are both expressions may leave the choice to Packer. */
export type OnlyOne<O, G extends PropertyKey, M extends string> = Mark<
  O extends unknown
    ? IsUnion<Given<O, G>> extends true
      ? [Literal<O, Given<O, G>>] extends [never]
        ? never
        : Given<O, G>
      : never
    : never,
  M
>;

/** One of the options `G` is given; the first, `F`, is the one that is said to be missing. */
export type SomeOf<O, F extends G, G extends PropertyKey, M extends string> = Demand<
  O extends unknown ? ([Possible<O, G>] extends [never] ? F : never) : never,
  M
>;

/** The option `A` is given only beside one of `B`. */
export type Needs<O, A extends PropertyKey, B extends PropertyKey, M extends string> = Mark<
  O extends unknown ? ([Possible<O, B>] extends [never] ? Given<O, A> : never) : never,
  M
>;

/** None of the options `B` is given beside `A`. */
export type Bars<O, A extends PropertyKey, B extends PropertyKey, M extends string> = Mark<
  O extends unknown ? ([Given<O, A>] extends [never] ? never : Given<O, B>) : never,
  M
>;
