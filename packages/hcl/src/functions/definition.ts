import type { Expression } from "../nodes.js";
import type { Context } from "../evaluate/scope.js";
import { conforms } from "../evaluate/value/equality.js";
import { ANY, type Type } from "../evaluate/value/type.js";
import { InconsistentTypes, type Marks, unite, Value } from "../evaluate/value/value.js";

/** A parameter of a function: what its arguments are converted to, and which of them the function itself deals with. */
export interface Parameter {
  readonly name: string;
  readonly type: Type;
  readonly allowNull?: boolean;
  readonly allowUnknown?: boolean;
  /** Values of unknown type are given to the function; otherwise its result is one. */
  readonly allowDynamic?: boolean;
  /** Marks are given to the function; otherwise its result gets those of all its arguments. */
  readonly allowMarked?: boolean;
}

/** A function of values. */
export interface ValueFunction {
  readonly parameters: readonly Parameter[];
  /** What any number of further arguments are. */
  readonly variadic?: Parameter;
  /** The type of the result, or what tells it from the arguments, some of which may be unknown. */
  readonly result: Type | ((args: readonly Value[]) => Type);
  /** Whether the result is never null. */
  readonly notNull?: boolean;
  readonly call: (args: readonly Value[], result: Type) => Value;
}

/** An argument before it is evaluated; `value` is there when it comes of a last argument that was expanded with `...`. */
export interface GivenArgument {
  readonly node: Expression;
  readonly value: Value | undefined;
}

/** A function that is given its arguments as expressions: `try`, `can`, `convert`. */
export interface ExpressionFunction {
  readonly parameters: readonly { readonly name: string }[];
  readonly variadic?: { readonly name: string };
  readonly evaluate: (args: readonly GivenArgument[], context: Context) => Value;
}

export type FunctionDefinition = ValueFunction | ExpressionFunction;

/** Functions by name. */
export type FunctionTable = ReadonlyMap<string, FunctionDefinition>;

/** The failure of a call; the message is what HCL says behind `Call to function "…" failed:`. */
export class FunctionError extends Error {}

/** The failure of a call that the host leaves no way to answer; Packer itself might. */
export class UnavailableError extends FunctionError {
  /** What the host lacks: `files`, `secrets.vault`. */
  readonly needs: string;
  constructor(needs: string, message: string) {
    super(message);
    this.needs = needs;
  }
}

/** A failure that HCL's own implementation has by panicking; its message then ends without a period. */
export class FunctionPanic extends FunctionError {
  constructor(message: string) {
    super(`panic in function implementation: ${message}`);
  }
}

/** The failure of a call that one argument is to blame for. */
export class ArgumentError extends FunctionError {
  readonly index: number;
  constructor(index: number, message: string) {
    super(message);
    this.index = index;
  }
}

/** The argument at a place. */
export function argument(args: readonly Value[], index: number): Value {
  const value = args[index];
  if (value === undefined) throw new FunctionError(`argument ${index + 1} is missing`);
  return value;
}

/**
 * Calls a function with arguments that are already of its parameters' types.
 *
 * @throws FunctionError when the function fails
 */
export function callFunction(definition: ValueFunction, given: readonly Value[]): Value {
  const { parameters, variadic } = definition;
  const markSets: (Marks | undefined)[] = [];
  const args = given.map((value, i) => {
    const parameter = parameters[i] ?? variadic;
    if (parameter?.allowMarked === true) return value;
    markSets.push(value.marksDeep());
    return value.unmarkDeep();
  });
  const marks = unite(...markSets);
  for (const [i, value] of args.entries()) {
    const parameter = parameters[i] ?? variadic;
    if (parameter === undefined) continue;
    if (value.isNull && parameter.allowNull !== true) throw new ArgumentError(i, "argument must not be null");
    if (value.type.kind === "any") {
      if (parameter.allowDynamic !== true) return Value.DYNAMIC.withMarks(marks);
    } else if (!conforms(value.type, parameter.type)) {
      throw new ArgumentError(i, "the argument is of a wrong type");
    }
  }
  const type = typeof definition.result === "function" ? definition.result(args) : definition.result;
  const isUndecided = args.some((value, i) => {
    const parameter = parameters[i] ?? variadic;
    return !value.isKnown && parameter?.allowUnknown !== true;
  });
  const result = isUndecided ? Value.unknown(type) : called(definition, args, type);
  return (definition.notNull === true ? result.refineNotNull() : result).withMarks(marks);
}

function called(definition: ValueFunction, args: readonly Value[], type: Type): Value {
  try {
    return definition.call(args, type);
  } catch (error) {
    // Some functions of HCL's library put elements together that do not go together, and panic.
    if (error instanceof InconsistentTypes) throw new FunctionPanic(error.message);
    throw error;
  }
}

/** A parameter of any type. */
export function anyParameter(name: string, options: Omit<Parameter, "name" | "type"> = {}): Parameter {
  return { name, type: ANY, ...options };
}
