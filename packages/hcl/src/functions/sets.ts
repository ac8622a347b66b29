import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { unify } from "../evaluate/convert/conversion.js";
import { equals } from "../evaluate/value/equality.js";
import { ANY, listOf, setOf, tupleOf, type Type } from "../evaluate/value/type.js";
import { unite, Value } from "../evaluate/value/value.js";
import { elementOf } from "./collections.js";
import { anyParameter, ArgumentError, FunctionError, type FunctionDefinition } from "./definition.js";

function setType(args: readonly Value[]): Type {
  const elements = args
    .filter((arg) => !(arg.isKnown && arg.size === 0 && elementOf(arg.type).kind === "any"))
    .map((arg) => elementOf(arg.type));
  if (elements.length === 0) return setOf(ANY);
  const common = unify(elements, true)?.type;
  if (common === undefined) throw new FunctionError("given sets must all have compatible element types");
  return setOf(common);
}

function convertedArgument(value: Value, type: Type, index: number): Value {
  try {
    return convert(value, type);
  } catch (error) {
    if (error instanceof ConversionError) throw new ArgumentError(index, error.message);
    throw error;
  }
}

/** An operation of sets; one that leaves elements out has no known result while an element is unknown. */
const setOperation = (
  operation: (left: readonly Value[], right: readonly Value[]) => readonly Value[],
  allowUnknown: boolean,
): FunctionDefinition => ({
  parameters: [{ name: "first_set", type: setOf(ANY), allowDynamic: true }],
  variadic: { name: "other_sets", type: setOf(ANY), allowDynamic: true },
  result: setType,
  notNull: true,
  call: (args, type) => {
    const sets = args.map((arg, i) => convertedArgument(arg, type, i));
    if (!allowUnknown && sets.some((set) => !set.isWhollyKnown)) return Value.unknown(type);
    const elements = sets.map((set) => set.elements()).reduce(operation);
    return Value.set(elementOf(type), elements);
  },
});

function productType(args: readonly Value[]): Type {
  if (args.length < 2) throw new FunctionError("at least two arguments are required");
  const elements = args.map(({ type }, i) => {
    if (type.kind === "set" || type.kind === "list") return type.element;
    if (type.kind !== "tuple") throw new ArgumentError(i, "a set or a list is required");
    if (type.elements.length === 0) return ANY;
    const common = unify(type.elements, true)?.type;
    if (common === undefined) throw new ArgumentError(i, "all elements must be of the same type");
    return common;
  });
  const isOrdered = args.every(({ type }) => type.kind !== "set");
  return isOrdered ? listOf(tupleOf(elements)) : setOf(tupleOf(elements));
}

/** Products with more elements than these are refused; they would fill the memory. */
const LARGEST_PRODUCT = 1_000_000;

function setproduct(args: readonly Value[], type: Type): Value {
  const marks = unite(...args.map((arg) => arg.marks));
  const element = elementOf(type);
  const isOpen = args.some(
    (arg) => !arg.isKnown || (arg.type.kind === "set" && arg.size > 1 && !arg.isWhollyKnown),
  );
  if (isOpen || element.kind !== "tuple") return Value.unknown(type).withMarks(marks);
  const total = args.reduce((product, arg) => product * arg.size, 1);
  if (total > LARGEST_PRODUCT) throw new FunctionError(`the product would have ${total} elements`);
  let rows: readonly (readonly Value[])[] = [[]];
  for (const [i, arg] of args.entries()) {
    const column = arg
      .unmark()
      .elements()
      .map((value) => convert(value, element.elements[i] ?? ANY));
    rows = rows.flatMap((row) => column.map((value) => [...row, value]));
  }
  const tuples = rows.map((row) => Value.tuple(row));
  const result = type.kind === "list" ? Value.list(element, tuples) : Value.set(element, tuples);
  return result.withMarks(marks);
}

export const SET_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  setintersection: setOperation(
    (left, right) => left.filter((value) => right.some((other) => equals(value, other) === true)),
    false,
  ),
  setproduct: {
    parameters: [],
    variadic: anyParameter("sets", { allowMarked: true, allowUnknown: true }),
    result: productType,
    notNull: true,
    call: setproduct,
  },
  setunion: setOperation((left, right) => [...left, ...right], true),
};
