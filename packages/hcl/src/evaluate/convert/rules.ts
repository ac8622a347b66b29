import type { Type } from "../value/type.js";
import type { Value } from "../value/value.js";

/** A value that cannot be converted; the message says what is required instead. */
export class ConversionError extends Error {}

/** Turns a value of one type into one of another, or throws a {@link ConversionError}. */
export type Conversion = (value: Value) => Value;

/** A type that several can be converted to, and for each of them how; `undefined` for one that is it already. */
export interface Unified {
  readonly type: Type;
  readonly conversions: readonly (Conversion | undefined)[];
}

/** What converting one kind of type asks about the types in it. */
export interface Rules {
  /** The conversion from one type to another; `undefined` when there is none. */
  readonly between: (from: Type, to: Type, unsafe: boolean) => Conversion | undefined;
  /** The type that values of some types can become together. */
  readonly unify: (types: readonly Type[], unsafe: boolean) => Unified | undefined;
  /** Why there is no conversion. */
  readonly mismatch: (given: Type, wanted: Type) => string;
}
