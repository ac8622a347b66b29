import type { z } from "zod";
import type { Expr, Plain, ScopeOf } from "../expr.js";
import type { Value } from "../input-types.js";

/** A type in HCL's words: `string`, `list(number)`, `map(set(string))`. */
export type TypeName = "string" | "number" | "bool" | "any" | `${"list" | "set" | "map"}(${string})`;

/** The type of the values that a type's name or a schema stands for. */
export type Target<T> = T extends string ? Named<T> : T extends z.core.$ZodType ? z.core.output<T> : never;

type Named<N extends string> = N extends "string"
  ? string
  : N extends "number"
    ? number
    : N extends "bool"
      ? boolean
      : N extends `${"list" | "set"}(${infer E})`
        ? readonly Named<E>[]
        : N extends `map(${infer E})`
          ? Readonly<Record<string, Named<E>>>
          : unknown;

/** Functions of types and errors. */
export interface TypeFunctions {
  /**
   * A value of another type: `"number"`, `"set(string)"`, or what a zod schema says.
   *
   * A value that can never be of the type is a diagnostic, another one that is not, an error of Packer's.
   *
   * @example fn.convert(names, "set(string)")   // HCL: convert(var.names, set(string))
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/conversion/convert
   */
  convert<const V extends Value = never, const T extends TypeName | z.core.$ZodType = never>(
    value: V,
    type: T,
  ): Expr<Target<T>, ScopeOf<V>>;

  /**
   * Whether an expression has a value, as against an error.
   *
   * @example fn.can(fn.parseint(region, 10))   // HCL: can(parseint(var.region, 10))
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/conversion/can
   */
  can<const V extends Value = never>(expression: V): Expr<boolean, ScopeOf<V>>;

  /**
   * The value of the first expression that has one, as against an error.
   *
   * @example fn.try(fn.parseint(region, 10), 0)   // HCL: try(parseint(var.region, 10), 0)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/conversion/try
   */
  try<const A extends Value = never, const V extends readonly Value[] = []>(
    expression: A,
    ...expressions: V
  ): Expr<Plain<A | V[number]>, ScopeOf<A | V[number]>>;
}
