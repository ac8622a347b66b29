import { ANY, BOOL, NUMBER, STRING, type ValueType } from "../value-type.js";

/** The type of a result, which may follow from those of the arguments. */
export type ResultType = ValueType | ((args: readonly ValueType[]) => ValueType);

/** What there is to know about a function of Packer's to call it rightly. */
export interface FunctionFacts {
  /** The parameters in their order, by the names that Packer's messages give them. */
  readonly parameters: readonly Parameter[];
  /** How many of the parameters may be left out, from the last on. */
  readonly optional: number;
  /** What the arguments behind the parameters are, of a function that takes any number of them. */
  readonly rest?: Parameter;
  /** How many of them there have to be. */
  readonly least: number;
  readonly result: ResultType;
  /** The version of Packer that brought it, where that is later than HCL itself came. */
  readonly since?: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: ValueType;
}

type Parameters = Readonly<Record<string, ValueType>>;

interface More {
  readonly since?: string;
  /** How many parameters may be left out. */
  readonly optional?: number;
  /** The arguments of which there may be any number, and how many there have to be. */
  readonly rest?: Parameters;
  readonly least?: number;
}

/** One row of the table: `takes({ str: STRING, prefix: STRING }, BOOL)`. */
export function takes(parameters: Parameters, result: ResultType, more: More = {}): FunctionFacts {
  const [rest] = Object.entries(more.rest ?? {});
  return {
    parameters: Object.entries(parameters).map(([name, type]) => ({ name, type })),
    optional: more.optional ?? 0,
    least: more.least ?? 0,
    result,
    ...(rest === undefined ? {} : { rest: { name: rest[0], type: rest[1] } }),
    ...(more.since === undefined ? {} : { since: more.since }),
  };
}

/** The type of a call, as far as those of its arguments tell it. */
export function resultOf({ result }: FunctionFacts, args: readonly ValueType[]): ValueType {
  return typeof result === "function" ? result(args) : result;
}

/** `lookup(inputMap, key, default)` */
export function signatureOf(name: string, { parameters, optional, rest }: FunctionFacts): string {
  const names = parameters.map((parameter, at) =>
    at >= parameters.length - optional ? `${parameter.name}?` : parameter.name,
  );
  return `${name}(${[...names, ...(rest === undefined ? [] : [`${rest.name}...`])].join(", ")})`;
}

// ------------------------------------------------------------------------------------------- types of the table

export const listOf = (element: ValueType): ValueType => ({ kind: "list", element });
export const setOf = (element: ValueType): ValueType => ({ kind: "set", element });
export const mapOf = (element: ValueType): ValueType => ({ kind: "map", element });

export const STRINGS: ValueType = listOf(STRING);
export const NUMBERS: ValueType = listOf(NUMBER);
export const BOOLS: ValueType = listOf(BOOL);
export const LIST: ValueType = listOf(ANY);
export const MAP: ValueType = mapOf(ANY);

/** The type of what a collection holds, where all of it is of one type. */
export function elementOf(type: ValueType | undefined): ValueType {
  switch (type?.kind) {
    case "list":
    case "set":
    case "map":
      return type.element;
    case "tuple":
      return common(type.elements);
    case "object":
      return common(Object.values(type.attributes).map((attribute) => attribute.type));
    default:
      return ANY;
  }
}

/** The one type that several are, `any` when they differ. */
export function common(types: readonly (ValueType | undefined)[]): ValueType {
  const [first = ANY, ...others] = types;
  const text = JSON.stringify(first);
  return others.every((type) => JSON.stringify(type) === text) ? first : ANY;
}
