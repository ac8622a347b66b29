import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { unify } from "../evaluate/convert/conversion.js";
import { equals } from "../evaluate/value/equality.js";
import {
  ANY,
  BOOL,
  equalTypes,
  friendlyName,
  listOf,
  NUMBER,
  STRING,
  type Type,
} from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import {
  anyParameter,
  argument,
  ArgumentError,
  FunctionError,
  FunctionPanic,
  type FunctionDefinition,
} from "./definition.js";
import { textLength } from "./strings.js";
import { toInteger } from "./whole-number.js";

function alltrue(list: Value): Value {
  for (const value of list.elements()) {
    if (!value.isKnown) return Value.unknown(BOOL);
    if (!value.isTrue) return Value.FALSE;
  }
  return Value.TRUE;
}

function anytrue(list: Value): Value {
  if (list.elements().some((value) => value.isTrue)) return Value.TRUE;
  return list.elements().some((value) => !value.isKnown) ? Value.unknown(BOOL) : Value.FALSE;
}

function coalesce(args: readonly Value[], type: Type): Value {
  for (const arg of args) {
    const value = convertedOr(arg, type);
    if (!value.isKnown) return Value.unknown(type);
    if (value.isNull || (type.kind === "string" && value.asString() === "")) continue;
    return value;
  }
  throw new FunctionError("no non-null, non-empty-string arguments");
}

function convertedOr(value: Value, type: Type): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw new FunctionPanic(error.message);
  }
}

function coalesceType(args: readonly Value[]): Type {
  const type = unify(
    args.map((value) => value.type),
    true,
  )?.type;
  if (type === undefined) throw new FunctionError("all arguments must have the same type");
  return type;
}

function coalescelistType(args: readonly Value[]): Type {
  const [first] = args;
  if (first === undefined) throw new FunctionError("at least one argument is required");
  for (const { type, isKnown } of args) {
    if (!isKnown) return ANY;
    if (type.kind !== "list" && type.kind !== "tuple") {
      throw new FunctionError("coalescelist arguments must be lists or tuples");
    }
  }
  return args.every(({ type }) => equalTypes(type, first.type)) ? first.type : ANY;
}

function coalescelist(args: readonly Value[], type: Type): Value {
  for (const arg of args) {
    if (!arg.isKnown) return Value.unknown(type);
    if (!arg.isNull && arg.size > 0) return arg;
  }
  throw new FunctionError("no non-null arguments");
}

function compact(list: Value): Value {
  if (!list.isWhollyKnown) return Value.unknown(listOf(STRING));
  return Value.list(
    STRING,
    list.elements().filter((value) => !value.isNull && value.asString() !== ""),
  );
}

function contains(list: Value, wanted: Value): Value {
  const { kind } = list.type;
  if (kind !== "list" && kind !== "tuple" && kind !== "set") {
    throw new FunctionError("argument must be list, tuple, or set");
  }
  const results = list.elements().map((value) => equals(wanted, value));
  if (results.includes(true)) return Value.TRUE;
  return results.includes(undefined) ? Value.unknown(BOOL) : Value.FALSE;
}

function distinct(list: Value, type: Type): Value {
  if (!list.isWhollyKnown) return Value.unknown(type);
  const kept: Value[] = [];
  // Texts and numbers are found by what they are; comparing each with all before it would take too long.
  const seen = new Set<string>();
  for (const value of list.elements()) {
    const key = value.isNull || value.type.kind !== "string" ? undefined : value.asString();
    if (key === undefined ? kept.some((other) => equals(other, value) === true) : seen.has(key)) continue;
    if (key !== undefined) seen.add(key);
    kept.push(value);
  }
  return Value.list(elementOf(type), kept);
}

/** The type of the elements of a collection type. */
export function elementOf(type: Type): Type {
  return "element" in type ? type.element : ANY;
}

const NEGATIVE = "cannot use element function with a negative index";
const EMPTY = "cannot use element function with an empty list";

function elementType([list, index]: readonly Value[]): Type {
  if (list === undefined || index === undefined) return ANY;
  if (index.isKnown && index.asNumber().sign < 0) throw new FunctionError(NEGATIVE);
  const { type } = list;
  if (type.kind === "list") return type.element;
  if (type.kind !== "tuple") throw new FunctionError(`cannot read elements from ${friendlyName(type)}`);
  if (!index.isKnown) return ANY;
  const at = indexOf(index);
  if (type.elements.length === 0) throw new FunctionError(EMPTY);
  return type.elements[at % type.elements.length] ?? ANY;
}

function indexOf(value: Value): number {
  try {
    return toInteger(value);
  } catch (error) {
    if (error instanceof FunctionError) throw new FunctionError(`invalid index: ${error.message}`);
    throw error;
  }
}

function element(list: Value, index: Value, type: Type): Value {
  const at = indexOf(index);
  if (at < 0) throw new FunctionError(NEGATIVE);
  if (!list.isKnown) return Value.unknown(type);
  if (list.size === 0) throw new FunctionError(EMPTY);
  return (list.elements()[at % list.size] ?? Value.unknown(type)).withMarks(list.marks);
}

function indexFunction(list: Value, wanted: Value): Value {
  if (list.type.kind !== "list" && list.type.kind !== "tuple") {
    throw new FunctionError("argument must be a list or tuple");
  }
  if (list.size === 0) throw new FunctionError("cannot search an empty list");
  for (const [i, value] of list.elements().entries()) {
    const result = equals(value, wanted);
    if (result === undefined) return Value.unknown(NUMBER);
    if (result) return Value.number(i);
  }
  throw new FunctionError("item not found");
}

function lengthType([value]: readonly Value[]): Type {
  if (value?.type.kind === "number" || value?.type.kind === "bool") {
    throw new FunctionError("argument must be a string, a collection type, or a structural type");
  }
  return NUMBER;
}

function length(value: Value): Value {
  const { kind } = value.type;
  if (kind === "tuple" || kind === "object") return Value.number(value.size);
  if (kind === "any" || !value.isKnown) return Value.unknown(NUMBER);
  if (kind === "string") return Value.number(textLength(value.asString()));
  // Unknown elements of a set may turn out to be the same one.
  if (kind === "set" && value.size > 1 && !value.isWhollyKnown) return Value.unknown(NUMBER);
  return Value.number(value.size);
}

function lookupType([map, key, otherwise]: readonly Value[]): Type {
  const type = map?.type;
  if (type?.kind === "map") {
    try {
      if (otherwise !== undefined) convert(otherwise, type.element);
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      throw new ArgumentError(2, "the default value must have the same type as the map elements");
    }
    return type.element;
  }
  if (type?.kind !== "object") throw new ArgumentError(0, "lookup() requires a map as the first argument");
  if (key?.isKnown !== true) return ANY;
  return type.attributes.get(key.unmark().asString()) ?? otherwise?.type ?? ANY;
}

function lookup(args: readonly Value[], type: Type): Value {
  const [map, key] = [argument(args, 0), argument(args, 1)];
  const marks = [map.marks, key.marks];
  const bare = map.unmark();
  if (!bare.isWhollyKnown) return Value.unknown(type).withMarks(...marks);
  const found = bare.entries().get(key.unmark().asString());
  return (found ?? convert(argument(args, 2), type)).withMarks(...marks);
}

export const COLLECTION_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  alltrue: {
    parameters: [{ name: "list", type: listOf(BOOL) }],
    result: BOOL,
    notNull: true,
    call: (args) => alltrue(argument(args, 0)),
  },
  anytrue: {
    parameters: [{ name: "list", type: listOf(BOOL) }],
    result: BOOL,
    notNull: true,
    call: (args) => anytrue(argument(args, 0)),
  },
  coalesce: {
    parameters: [],
    variadic: anyParameter("vals", { allowUnknown: true, allowDynamic: true, allowNull: true }),
    result: coalesceType,
    call: coalesce,
  },
  coalescelist: {
    parameters: [],
    variadic: anyParameter("vals", { allowUnknown: true, allowDynamic: true, allowNull: true }),
    result: coalescelistType,
    notNull: true,
    call: coalescelist,
  },
  compact: {
    parameters: [{ name: "list", type: listOf(STRING) }],
    result: listOf(STRING),
    notNull: true,
    call: (args) => compact(argument(args, 0)),
  },
  contains: {
    parameters: [anyParameter("list"), anyParameter("value")],
    result: BOOL,
    notNull: true,
    call: (args) => contains(argument(args, 0), argument(args, 1)),
  },
  distinct: {
    parameters: [{ name: "list", type: listOf(ANY) }],
    result: (args) => argument(args, 0).type,
    notNull: true,
    call: (args, type) => distinct(argument(args, 0), type),
  },
  element: {
    parameters: [anyParameter("list", { allowMarked: true }), { name: "index", type: NUMBER }],
    result: elementType,
    call: (args, type) => element(argument(args, 0), argument(args, 1), type),
  },
  index: {
    parameters: [anyParameter("list"), anyParameter("value")],
    result: NUMBER,
    notNull: true,
    call: (args) => indexFunction(argument(args, 0), argument(args, 1)),
  },
  length: {
    parameters: [anyParameter("value", { allowDynamic: true, allowUnknown: true })],
    result: lengthType,
    notNull: true,
    call: (args) => length(argument(args, 0)),
  },
  lookup: {
    parameters: [
      anyParameter("inputMap", { allowMarked: true }),
      { name: "key", type: STRING, allowMarked: true },
      anyParameter("default", { allowMarked: true }),
    ],
    result: lookupType,
    call: lookup,
  },
};
