import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { unify } from "../evaluate/convert/conversion.js";
import {
  ANY,
  equalTypes,
  friendlyName,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  tupleOf,
  type Type,
} from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { type Marks, unite, Value } from "../evaluate/value/value.js";
import { elementOf } from "./collections.js";
import {
  anyParameter,
  argument,
  ArgumentError,
  FunctionError,
  FunctionPanic,
  type FunctionDefinition,
} from "./definition.js";
import { sliceBounds, sliceType } from "./slice.js";
import { integerAs } from "./whole-number.js";

function chunklist(given: Value, size: Value): Value {
  const count = integerAs(size.unmark(), (why) => new FunctionError(`invalid size: ${why}`));
  if (count < 0) throw new FunctionError("the size argument must be positive");
  const list = given.unmark();
  const all = list.elements();
  const chunks: Value[] = [];
  const step = count === 0 ? Math.max(1, all.length) : count;
  for (let at = 0; at < all.length; at += step) {
    chunks.push(Value.list(elementOf(list.type), all.slice(at, at + step)));
  }
  return Value.list(list.type, chunks).withMarks(given.marks, size.marks);
}

function concatType(args: readonly Value[]): Type {
  if (args.length === 0) throw new FunctionError("at least one argument is required");
  const types = args.map(({ type }) => type);
  if (types.every(({ kind }) => kind === "list")) {
    const common = unify(types, true)?.type;
    if (common !== undefined) return common;
  }
  const elements: Type[] = [];
  for (const [i, arg] of args.entries()) {
    const { type } = arg;
    if (type.kind === "tuple") elements.push(...type.elements);
    else if (type.kind !== "list") {
      throw new ArgumentError(i, `all arguments must be lists or tuples; got ${friendlyName(type)}`);
    } else if (!arg.isKnown) return ANY;
    else elements.push(...arg.elements().map(() => type.element));
  }
  return tupleOf(elements);
}

function concat(args: readonly Value[], type: Type): Value {
  const marks: (Marks | undefined)[] = [];
  const values: Value[] = [];
  for (const [i, arg] of args.entries()) {
    const sequence = type.kind === "list" ? convertedArgument(arg, type, i) : arg;
    marks.push(sequence.marks);
    values.push(...sequence.unmark().elements());
  }
  const result = type.kind === "list" ? Value.list(type.element, values) : Value.tuple(values);
  return result.withMarks(...marks);
}

function convertedArgument(value: Value, type: Type, index: number): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof ConversionError) throw new ArgumentError(index, error.message);
    throw error;
  }
}

interface Flat {
  readonly values: Value[];
  marks: Marks | undefined;
  isKnown: boolean;
}

function flatten(given: Value, into: Flat = { values: [], marks: undefined, isKnown: true }): Flat {
  into.marks = unite(into.marks, given.marks);
  for (const value of given.unmark().elements()) {
    const { kind } = value.type;
    if (value.isDynamic) into.isKnown = false;
    if (value.isNull || (kind !== "list" && kind !== "set" && kind !== "tuple")) {
      into.values.push(value);
    } else if (!value.isKnown) {
      into.isKnown = false;
      into.marks = unite(into.marks, value.marks);
    } else {
      flatten(value, into);
    }
  }
  return into;
}

function flattenType([given]: readonly Value[]): Type {
  if (given?.isWhollyKnown !== true) return ANY;
  const { kind } = given.type;
  if (kind !== "list" && kind !== "set" && kind !== "tuple") {
    throw new FunctionError("can only flatten lists, sets and tuples");
  }
  return tupleOf(flatten(given).values.map(({ type }) => type));
}

function keysType([given]: readonly Value[]): Type {
  const type = given?.type;
  if (type?.kind === "map") return listOf(STRING);
  if (type?.kind === "object") return tupleOf([...type.attributes.keys()].map(() => STRING));
  throw new ArgumentError(0, "must have map or object type");
}

function keys(given: Value): Value {
  const { type } = given;
  if (type.kind === "object") {
    return Value.tuple([...type.attributes.keys()].map((key) => Value.string(key))).withMarks(given.marks);
  }
  if (!given.isKnown) return Value.unknown(listOf(STRING)).withMarks(given.marks);
  const all = [...given.unmark().entries().keys()].map((key) => Value.string(key));
  return Value.list(STRING, all).withMarks(given.marks);
}

function valuesType([given]: readonly Value[]): Type {
  const type = given?.type;
  if (type?.kind === "map") return listOf(type.element);
  if (type?.kind === "object") return tupleOf([...type.attributes.values()]);
  throw new FunctionError("values() requires a map as the first argument");
}

function mergeType(args: readonly Value[]): Type {
  const attributes = new Map<string, Type>();
  let areKeysKnown = true;
  for (const arg of args) {
    const { type } = arg;
    if (type.kind === "any") return ANY;
    if (type.kind !== "map" && type.kind !== "object") {
      throw new FunctionError(`arguments must be maps or objects, got ${quoted(friendlyName(type))}`);
    }
    if (arg.isNull) continue;
    if (type.kind === "object") for (const [name, inner] of type.attributes) attributes.set(name, inner);
    else if (!arg.isKnown) areKeysKnown = false;
    else for (const key of arg.entries().keys()) attributes.set(key, type.element);
  }
  const [first] = args;
  if (first === undefined) return objectOf([]);
  if (args.every(({ type }) => equalTypes(type, first.type))) return first.type;
  return areKeysKnown ? objectOf(attributes) : ANY;
}

function merge(args: readonly Value[], type: Type): Value {
  const entries = args.flatMap((arg) => [...arg.entries()]);
  const marks = args.map((arg) => (arg.isNull ? undefined : arg.marks));
  const merged = type.kind === "map" ? Value.map(type.element, entries) : Value.object(entries);
  return merged.withMarks(...marks);
}

function reverseType([given]: readonly Value[]): Type {
  const type = given?.type ?? ANY;
  if (type.kind === "tuple") return tupleOf(type.elements.toReversed());
  if (type.kind === "list" || type.kind === "set") return listOf(type.element);
  throw new ArgumentError(0, `can only reverse list or tuple values, not ${friendlyName(type)}`);
}

/** A tuple or a list, as the type of the result says. */
function sequence(type: Type, values: readonly Value[]): Value {
  return type.kind === "tuple" ? Value.tuple(values) : Value.list(elementOf(type), values);
}

function zipmapType(args: readonly Value[]): Type {
  const [names, { type }] = [argument(args, 0), argument(args, 1)];
  if (type.kind === "list") return mapOf(type.element);
  if (type.kind !== "tuple") throw new FunctionError("values argument must be a list or tuple value");
  if (!names.isWhollyKnown) return ANY;
  checkCounts(names.size, type.elements.length);
  const attributes = names.elements().map((name, i) => {
    if (name.isNull) throw new FunctionError(`keys list has null value at index ${i}`);
    return [name.asString(), type.elements[i] ?? ANY] as const;
  });
  return objectOf(attributes);
}

function checkCounts(keyCount: number, valueCount: number): void {
  if (keyCount === valueCount) return;
  throw new FunctionError(`number of keys (${keyCount}) does not match number of values (${valueCount})`);
}

function zipmap(args: readonly Value[], type: Type): Value {
  const [names, values] = [argument(args, 0), argument(args, 1)];
  const marks = unite(names.marks, values.marks, ...names.elements().map((name) => name.marks));
  if (!names.isWhollyKnown) return Value.unknown(type).withMarks(marks);
  checkCounts(names.size, values.size);
  const all = values.elements();
  const entries = names.elements().map((name, i) => {
    if (name.isNull) throw new FunctionPanic("value is null");
    return [name.asString(), all[i] ?? Value.DYNAMIC] as const;
  });
  const result = type.kind === "map" ? Value.map(type.element, entries) : Value.object(entries);
  return result.withMarks(marks);
}

export const SEQUENCE_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  chunklist: {
    parameters: [
      { name: "list", type: listOf(ANY), allowMarked: true },
      { name: "size", type: NUMBER, allowMarked: true },
    ],
    result: (args) => listOf(argument(args, 0).type),
    notNull: true,
    call: (args) => chunklist(argument(args, 0), argument(args, 1)),
  },
  concat: {
    parameters: [],
    variadic: anyParameter("seqs", { allowMarked: true }),
    result: concatType,
    notNull: true,
    call: concat,
  },
  flatten: {
    parameters: [anyParameter("list", { allowMarked: true })],
    result: flattenType,
    notNull: true,
    call: (args, type) => {
      const { values, marks, isKnown } = flatten(argument(args, 0));
      return (isKnown ? Value.tuple(values) : Value.unknown(type)).withMarks(marks);
    },
  },
  keys: {
    parameters: [anyParameter("inputMap", { allowUnknown: true, allowMarked: true })],
    result: keysType,
    notNull: true,
    call: (args) => keys(argument(args, 0)),
  },
  merge: {
    parameters: [],
    variadic: anyParameter("maps", { allowDynamic: true, allowNull: true, allowMarked: true }),
    result: mergeType,
    notNull: true,
    call: merge,
  },
  reverse: {
    parameters: [anyParameter("list", { allowMarked: true })],
    result: reverseType,
    notNull: true,
    call: (args, type) => {
      const list = argument(args, 0);
      return sequence(type, list.unmark().elements().toReversed()).withMarks(list.marks);
    },
  },
  slice: {
    parameters: [
      anyParameter("list", { allowMarked: true }),
      { name: "start_index", type: NUMBER },
      { name: "end_index", type: NUMBER },
    ],
    result: sliceType,
    notNull: true,
    call: (args, type) => {
      const list = argument(args, 0);
      const [start, end] = sliceBounds(args);
      return sequence(type, list.unmark().elements().slice(start, end)).withMarks(list.marks);
    },
  },
  values: {
    parameters: [anyParameter("mapping", { allowMarked: true })],
    result: valuesType,
    notNull: true,
    call: (args, type) => {
      const map = argument(args, 0);
      return sequence(type, map.unmark().elements()).withMarks(map.marks);
    },
  },
  zipmap: {
    parameters: [
      { name: "keys", type: listOf(STRING), allowMarked: true },
      anyParameter("values", { allowMarked: true }),
    ],
    result: zipmapType,
    notNull: true,
    call: zipmap,
  },
};
