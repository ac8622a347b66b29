/** The types of expressions: `Expr<T, Scope>` is a value that Packer computes, `Input<T>` one that may be either. */

declare const valueType: unique symbol;
declare const scopeType: unique symbol;

/**
 * Where an expression has a value: `"build"` only in the steps of a build, `never` everywhere.
 *
 * What makes expressions asks for a `Scope`; the types of expressions take it as it comes, as the compiler would
 * compare it in every signature that names one.
 */
export type Scope = "build";

/**
 * An expression without the properties of its value; what functions take when they only pass it on.
 *
 * Both type parameters are covariant, so an expression that is valid everywhere is valid inside a build, and one
 * that needs a build's context is refused outside of it.
 */
export interface ExprBase<out T, out S = never> {
  readonly [valueType]: T;
  readonly [scopeType]: S;
}

/** The attributes of an expression whose value is an object with known attributes. */
export type Fields<T, S> = T extends readonly unknown[] | string | number | boolean | null | undefined
  ? unknown
  : T extends object
    ? string extends keyof T
      ? unknown
      : { readonly [K in keyof T]-?: Expr<Exclude<T[K], undefined>, S> }
    : unknown;

/**
 * A value that Packer computes when it reads the template: a variable, a local, `build.ID`, a text with parts.
 *
 * Expressions of objects have the object's attributes as properties: `disk.name`.
 */
export type Expr<T, S = never> = ExprBase<T, S> & Fields<T, S>;

/**
 * An expression from which nothing is inferred: what is expected of a result says no more of the arguments than they
 * do, and the compiler would look for it in every text that an option takes. It shows as the expression that it is,
 * where `NoInfer` would stay around it.
 */
export type Settled<T, S> = Expr<T, S> extends infer E ? E : never;

/**
 * What an option takes: the value itself, an expression of it, or lists and objects that hold either.
 *
 * Numbers may be written as text, as Packer reads `"25"` and `25` alike; a plain string is never an expression.
 */
export type Input<T, S extends Scope = never> =
  | ExprBase<T, S>
  | (T extends string | boolean
      ? T
      : T extends number
        ? T | `${T}`
        : T extends readonly (infer E)[]
          ? readonly Input<E, S>[]
          : T extends object
            ? { readonly [K in keyof T]: Input<T[K], S> }
            : T);

/** The type of the value that an input stands for: expressions unwrapped, literals widened. */
export type Plain<V> =
  // By its property, as the compiler infers `unknown` from an expression with attributes against ExprBase<…, Scope>.
  V extends { readonly [valueType]: infer T }
    ? T
    : V extends string
      ? string
      : V extends number
        ? number
        : V extends boolean
          ? boolean
          : V extends null
            ? null
            : V extends readonly (infer E)[]
              ? readonly Plain<E>[]
              : { readonly [K in keyof V]: Plain<V[K]> };

/** The scope of a value: that of the expressions in it, `never` for literals. */
export type ScopeOf<V> = V extends { readonly [scopeType]: infer S extends Scope }
  ? S
  : V extends readonly (infer E)[]
    ? ScopeOf<E>
    : V extends object
      ? ScopeOf<V[keyof V]>
      : never;
