/**
 * Types for rules between options. They look only at the keys of the options literal, so that checking stays linear,
 * and a broken rule shows its message as the type that the compiler expected.
 */

/** A type that no value has; its message is what the compiler prints. */
export interface Conflict<M extends string> {
  readonly "packwright: these options do not go together": M;
}

type IsUnion<T, U = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [U] extends [T]
      ? false
      : true
    : never;

/** At most one of the options `G` is among the keys `K`. */
export type AtMostOne<K, G extends string, M extends string> =
  IsUnion<Extract<K, G>> extends true ? { readonly [P in Extract<K, G>]: Conflict<M> } : unknown;

/** One of the options `G` is among the keys `K`. */
export type AtLeastOne<K, G extends string, M extends string> = [Extract<K, G>] extends [never]
  ? Conflict<M>
  : unknown;

/** The option `A` is among the keys only beside one of `B`. */
export type Requires<K, A extends string, B extends string, M extends string> = A extends K
  ? [Extract<K, B>] extends [never]
    ? { readonly [P in A]: Conflict<M> }
    : unknown
  : unknown;

/** None of the options `B` is among the keys beside `A`. */
export type Excludes<K, A extends string, B extends string, M extends string> = A extends K
  ? [Extract<K, B>] extends [never]
    ? unknown
    : { readonly [P in Extract<K, B>]: Conflict<M> }
  : unknown;

/**
 * Rules over the keys `K` of an options literal whose possible keys are `All`.
 *
 * A key that does not exist makes the compiler infer all of them; the rules then stay out of the way of its own
 * "Did you mean to write …?".
 */
export type WhenKnown<All, K, Rules> = [All] extends [K] ? unknown : Rules;

/** Asks the compiler to infer the keys of the literal that it is intersected with. */
export type Keys<K extends PropertyKey> = { readonly [P in K]?: unknown };
