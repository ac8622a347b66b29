import type { ExprBase, Scope } from "../expressions/expr.js";
import type { Conflict } from "./constraints.js";

/**
 * Types for rules between options that depend on what is given, value by value.
 *
 * The compiler infers the type `O` of the whole options literal; a rule looks at it and puts its message where the
 * option at fault stands, or where one is missing. What a type leaves open (an optional property, a `boolean`) is no
 * fault: the check that runs with the program sees its value. Where `O` is a union, because a condition chose between
 * objects, each of them has to obey.
 */

/**
 * Asks the compiler to infer the literal that it is intersected with as `O`, and demands nothing of it.
 *
 * A conditional type is inferred through both of its branches and is `object` once `O` is known, so that excess
 * properties are still those of the options themselves, with the compiler's own "Did you mean to write …?". With
 * `const O`, its constraint `O | object` keeps the literals.
 */
export type Infer<O> = keyof O extends never ? O : object;

/**
 * The options that `O` mentions at all. Every rule asks for them first: they are the same few unions in most of a
 * program, so that the compiler has the answer at hand, where looking at values is new work for every literal.
 */
export type Mentioned<O> = O extends unknown ? keyof O : never;

/** Values that components take for "not set". */
export type Unset = undefined | null | false | 0 | "" | readonly [];

/** The options among `P` that `O` gives for certain, expressions included. */
export type Given<O, P extends PropertyKey> = P extends keyof O ? Certain<O[P], P> : never;

// Over the value alone, as the compiler keeps what it knows of `true` and has to look anew at every literal.
type Certain<V, P> = Extract<V, Unset> extends never ? P : never;

/** The options among `P` that `O` gives or may give. */
export type Possible<O, P extends PropertyKey> = P extends keyof O ? Uncertain<O[P], P> : never;

type Uncertain<V, P> = Exclude<V, Unset> extends never ? never : P;

/** The options among `P` whose value in `O` is none that only Packer knows. */
type Literal<O, P extends PropertyKey> = P extends keyof O
  ? Extract<O[P], ExprBase<unknown, Scope>> extends never
    ? P
    : never
  : never;

/** Puts a message on the options `P`. */
export type Mark<P extends PropertyKey, M extends string> = [P] extends [never]
  ? unknown
  : { readonly [Q in P]?: Conflict<M> };

/** Demands the options `P`, which are missing, with a message. */
export type Demand<P extends PropertyKey, M extends string> = [P] extends [never]
  ? unknown
  : { readonly [Q in P]: Conflict<M> };

type IsUnion<T, U = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [U] extends [T]
      ? false
      : true
    : never;

/** At most one of the options `G` is given. Where all of them are expressions, the choice may be Packer's. */
export type OnlyOne<O, G extends PropertyKey, M extends string> =
  IsUnion<Mentioned<O> & G> extends true
    ? Mark<
        O extends unknown
          ? IsUnion<Given<O, G>> extends true
            ? Literal<O, Given<O, G>> extends never
              ? never
              : Given<O, G>
            : never
          : never,
        M
      >
    : unknown;

/** One of the options `G` is given; `F` is the one that is said to be missing. */
export type SomeOf<O, F extends G, G extends PropertyKey, M extends string> = keyof O & G extends never
  ? SomePossible<O, F, G, M>
  : Extract<O[keyof O & G], Unset> extends never
    ? unknown
    : SomePossible<O, F, G, M>;

type SomePossible<O, F extends G, G extends PropertyKey, M extends string> = Demand<
  O extends unknown ? (Possible<O, G> extends never ? F : never) : never,
  M
>;

/** The options `A` are given only beside one of `B`. */
export type Needs<O, A extends PropertyKey, B extends PropertyKey, M extends string> = Mentioned<O> &
  A extends never
  ? unknown
  : Mark<O extends unknown ? (Possible<O, B> extends never ? Given<O, A> : never) : never, M>;

/** None of the options `B` is given beside `A`. */
export type Bars<O, A extends PropertyKey, B extends PropertyKey, M extends string> = Mentioned<O> &
  A extends never
  ? unknown
  : Mentioned<O> & B extends never
    ? unknown
    : Mark<O extends unknown ? (Given<O, A> extends never ? never : Given<O, B>) : never, M>;

/** The texts of the list `P` have the form `F`, as far as they are literals. */
export type Items<O, P extends PropertyKey, F extends string, M extends string> = Mentioned<O> &
  P extends never
  ? unknown
  : Mark<
      O extends unknown
        ? P extends keyof O
          ? O[P] extends readonly (infer E)[]
            ? Misshapen<E, F> extends never
              ? never
              : P
            : never
          : never
        : never,
      M
    >;

type Misshapen<E, F> = E extends string ? (string extends E ? never : E extends F ? never : E) : never;

/**
 * Expressions of a few words (`z.enum`) have only such as the option takes. Options of a few words take expressions
 * of any text, as an HCL variable knows no other, so that the compiler by itself sees no fault in them. `C` are those
 * in question, for whoever has listed them.
 */
export type Words<
  O,
  Options,
  M extends string,
  C extends PropertyKey = Choice<Options, Mentioned<O>>,
> = Mentioned<O> & C extends never
  ? unknown
  : Mark<O extends unknown ? WrongWords<O, Options, keyof O & C> : never, M>;

/** Those of the options `P` that take a few words. Only what a literal mentions is looked at. */
export type Choice<Options, P extends PropertyKey> = P extends keyof Options
  ? // Any text comes first: it spares looking at each of some hundred known values of an option.
    string extends Options[P]
    ? never
    : Extract<Options[P], string> extends never
      ? never
      : P
  : never;

type WrongWords<O, Options, P extends keyof O> = P extends keyof Options
  ? WrongWord<O[P], Options[P], P>
  : never;

type WrongWord<V, Option, P> =
  V extends ExprBase<infer T>
    ? [T] extends [string]
      ? string extends T
        ? never
        : [T] extends [Extract<Option, string>]
          ? never
          : P
      : never
    : never;
