/**
 * Types for rules between options. They look only at the keys of the options literal, so that checking stays linear,
 * and a broken rule shows its message as the type that the compiler expected.
 *
 * `K` is a union of keys ({@link Keys}), or the type of the literal ({@link Literal}).
 */

/** A type that no value has; its message is what the compiler prints. */
export interface Conflict<M extends string> {
  // A list, as two messages on one option would otherwise be two literals, which the compiler makes `never` of.
  readonly "packwright: these options do not go together": readonly M[];
}

type IsUnion<T, U = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [U] extends [T]
      ? false
      : true
    : never;

/**
 * The keys that a rule looks at, those that are given for certain and those that may be: the keys `K` themselves, or,
 * where `K` is the type of a literal, those of each object in it. There are several when a condition chose between
 * them, `{ ...(local ? { script } : { inline }) }`, and optional ones when options were handed on from elsewhere.
 */
type KeySets<K> = [K] extends [PropertyKey] ? [K, K] : K extends unknown ? [Certain<K>, Possible<K>] : never;

type Certain<O> = { [P in keyof O]-?: object extends Pick<O, P> ? never : P }[keyof O];

/** The compiler gives the objects of a union each other's keys, as `undefined`. */
type Possible<O> = { [P in keyof O]-?: [O[P]] extends [undefined] ? never : P }[keyof O];

type IsAny<T> = [T] extends [never] ? false : true;
type Several<Sets, G> = Sets extends [infer K, unknown] ? IsUnion<Extract<K, G>> : never;
type Some<Sets, G> = Sets extends [unknown, infer K] ? IsAny<Extract<K, G>> : never;
type SomeBeside<Sets, A, G> = Sets extends [infer C, infer K]
  ? A extends C
    ? IsAny<Extract<K, G>>
    : never
  : never;
type CertainBeside<Sets, A, G> = Sets extends [infer C, unknown]
  ? A extends C
    ? IsAny<Extract<C, G>>
    : never
  : never;

/** At most one of the options `G` is among the keys `K`. */
export type AtMostOne<K, G extends string, M extends string> =
  true extends Several<KeySets<K>, G> ? { readonly [P in G]?: Conflict<M> } : unknown;

/** One of the options `G` is among the keys `K`. */
export type AtLeastOne<K, G extends string, M extends string> =
  false extends Some<KeySets<K>, G> ? Conflict<M> : unknown;

/** The option `A` is among the keys only beside one of `B`. */
export type Requires<K, A extends string, B extends string, M extends string> =
  false extends SomeBeside<KeySets<K>, A, B> ? { readonly [P in A]?: Conflict<M> } : unknown;

/** None of the options `B` is among the keys beside `A`. */
export type Excludes<K, A extends string, B extends string, M extends string> =
  true extends CertainBeside<KeySets<K>, A, B> ? { readonly [P in B]?: Conflict<M> } : unknown;

/**
 * Rules over the keys `K` of an options literal whose possible keys are `All`.
 *
 * A key that does not exist makes the compiler infer all of them; the rules then stay out of the way of its own
 * "Did you mean to write …?".
 */
export type WhenKnown<All, K, Rules> = [All] extends [K] ? unknown : Rules;

/** Asks the compiler to infer the keys of the literal that it is intersected with. */
export type Keys<K extends PropertyKey> = { readonly [P in K]?: unknown };

/** Asks the compiler to infer the type of the literal that it is intersected with, and adds nothing to it. */
export type Literal<O> = [O] extends [never] ? O : unknown;
