import { numberToString, parseNumber } from "../value/number-text.js";
import {
  equalTypes,
  isCollection,
  isPrimitive,
  type PrimitiveType,
  type Type,
  withoutOptional,
} from "../value/type.js";
import { Value } from "../value/value.js";
import { collectionConversion } from "./collections.js";
import { mismatchMessage } from "./mismatch.js";
import { replaceAny } from "./replace-any.js";
import { type Conversion, ConversionError, type Rules, type Unified } from "./rules.js";
import { unifyTypes } from "./unify.js";
import { objectConversion, mapToObject, tupleConversion } from "./structures.js";

const RULES: Rules = {
  between: conversionBetween,
  unify,
  mismatch: (given, wanted) => mismatchMessage(RULES, given, wanted),
};

/** The type that values of all these types can become together; `undefined` when there is none. */
export function unify(types: readonly Type[], unsafe: boolean): Unified | undefined {
  return unifyTypes(RULES, types, unsafe);
}

/**
 * The value as one of another type.
 *
 * @throws ConversionError with what is required: `a number is required`
 * @example convert(Value.string("5"), NUMBER) // the number 5
 */
export function convert(value: Value, wanted: Type): Value {
  if (equalTypes(value.type, withoutOptional(wanted))) return value;
  const conversion = conversionBetween(value.type, wanted, true);
  if (conversion === undefined) throw new ConversionError(RULES.mismatch(value.type, wanted));
  return conversion(value);
}

/**
 * The conversion from one type to another; `undefined` when there is none. `unsafe` ones may fail for some values, as
 * that of strings to numbers.
 */
export function conversionBetween(from: Type, to: Type, unsafe: boolean): Conversion | undefined {
  const known = knownConversion(from, to, unsafe);
  if (known === undefined) return undefined;
  const exact = withoutOptional(to);
  return (value) => {
    const bare = value.unmark();
    return convertBare(bare).withMarks(value.marks);
  };

  function convertBare(value: Value): Value {
    if (to.kind === "any") return value;
    if (!value.isKnown) {
      const unknown = Value.unknown(replaceAny(RULES, value.type, exact));
      return value.isDefinitelyNotNull ? unknown.refineNotNull() : unknown;
    }
    if (value.isNull) return Value.null(replaceAny(RULES, value.type, exact));
    return known === undefined ? value : known(value);
  }
}

/** The conversion of values that are known and not null. */
function knownConversion(from: Type, to: Type, unsafe: boolean): Conversion | undefined {
  if (to.kind === "any") return (value) => value;
  if (from.kind === "any") return unsafe ? (value) => convert(value, to) : undefined;
  if (isPrimitive(from) && isPrimitive(to)) return primitiveConversion(from, to, unsafe);
  if (to.kind === "object" && from.kind === "object") return objectConversion(RULES, from, to, unsafe);
  if (to.kind === "tuple" && from.kind === "tuple") return tupleConversion(RULES, from, to, unsafe);
  if (isCollection(to)) return collectionConversion(RULES, from, to, unsafe);
  if (to.kind === "object" && from.kind === "map")
    return unsafe ? mapToObject(RULES, from, to, unsafe) : undefined;
  return undefined;
}

function primitiveConversion(
  from: PrimitiveType,
  to: PrimitiveType,
  unsafe: boolean,
): Conversion | undefined {
  if (to.kind === "string") {
    if (from.kind === "number") return (value) => Value.string(numberToString(value.asNumber()));
    if (from.kind === "bool") return (value) => Value.string(value.isTrue ? "true" : "false");
    return undefined;
  }
  if (!unsafe || from.kind !== "string") return undefined;
  return to.kind === "number" ? stringToNumber : stringToBool;
}

function stringToNumber(value: Value): Value {
  const number = parseNumber(value.asString());
  if (number === undefined) throw new ConversionError("a number is required");
  return Value.number(number);
}

function stringToBool(value: Value): Value {
  const text = value.asString();
  if (text === "true" || text === "1") return Value.TRUE;
  if (text === "false" || text === "0") return Value.FALSE;
  const lower = text.toLowerCase();
  if (lower === "true" || lower === "false") {
    throw new ConversionError(`a bool is required; to convert from string, use lowercase "${lower}"`);
  }
  throw new ConversionError("a bool is required");
}

export { ConversionError };
export type { Conversion, Unified };
