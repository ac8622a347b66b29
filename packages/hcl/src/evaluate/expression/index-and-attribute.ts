import type { GetAttribute, Index } from "../../nodes.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { type Range, rangeOf } from "../diagnostic.js";
import { type Context, report, evaluateNode } from "../scope.js";
import { HclNumber } from "../value/number.js";
import { quoted } from "../value/text-order.js";
import {
  friendlyName,
  isPrimitive,
  type ListType,
  type MapType,
  NUMBER,
  STRING,
  type TupleType,
} from "../value/type.js";
import { Value } from "../value/value.js";

export function evaluateGetAttribute(node: GetAttribute, context: Context): Value {
  const object = evaluateNode(node.object, context);
  return getAttribute(object, node.name, (summary, detail) => {
    report(context, summary, detail, stepRange(node.object.end, node.end, context));
  });
}

export function evaluateIndex(node: Index, context: Context): Value {
  const collection = evaluateNode(node.collection, context);
  const key = evaluateNode(node.key, context);
  return index(collection, key, (summary, detail) => {
    report(context, summary, detail, stepRange(node.collection.end, node.end, context));
  });
}

/** The range of a `.name` or `[key]`: from behind what it is a step from, white space passed over. */
export function stepRange(
  from: number | undefined,
  end: number | undefined,
  { scope }: Context,
): Range | undefined {
  if (from === undefined || end === undefined) return undefined;
  const text = scope.source?.text;
  let start = from;
  while (text !== undefined && start < end && /\s/.test(text.charAt(start))) start++;
  return rangeOf({ start, end });
}

/** Is told what is wrong, and where it can only be said. */
export type Report = (summary: string, detail: string) => void;

/** The attribute of an object, or the element of a map, by name. */
export function getAttribute(object: Value, name: string, fail: Report): Value {
  if (object.isNull) {
    fail(
      "Attempt to get attribute from null value",
      "This value is null, so it does not have any attributes.",
    );
    return Value.DYNAMIC;
  }
  const { type } = object;
  const bare = object.unmark();
  const key = name.normalize("NFC");
  switch (type.kind) {
    case "object": {
      const attribute = type.attributes.get(key);
      if (attribute === undefined) {
        fail("Unsupported attribute", `This object does not have an attribute named ${quoted(name)}.`);
        return Value.DYNAMIC;
      }
      return (bare.entries().get(key) ?? Value.unknown(attribute)).withMarks(object.marks);
    }
    case "map": {
      const element = bare.entries().get(key);
      if (element !== undefined) return element.withMarks(object.marks);
      if (!bare.isKnown) return Value.unknown(type.element).withMarks(object.marks);
      fail("Missing map element", `This map does not have an element with the key ${quoted(name)}.`);
      return Value.DYNAMIC;
    }
    case "any":
      return Value.DYNAMIC.withMarks(object.marks);
    default:
      fail("Unsupported attribute", noAttributes(object, name));
      return Value.DYNAMIC;
  }
}

function noAttributes({ type }: Value, name: string): string {
  if (isPrimitive(type)) return `Can't access attributes on a primitive-typed value (${friendlyName(type)}).`;
  if (type.kind === "list" && type.element.kind === "object") {
    return type.element.attributes.has(name)
      ? `Can't access attributes on a list of objects. Did you mean to access attribute ${quoted(name)} for a specific element of the list, or across all elements of the list?`
      : "Can't access attributes on a list of objects. Did you mean to access an attribute for a specific element of the list, or across all elements of the list?";
  }
  if (type.kind === "set" && type.element.kind === "object") {
    return "Can't access attributes on a set of objects. Did you mean to access an attribute across all elements of the set?";
  }
  return "This value does not have any attributes.";
}

const INVALID = "Invalid index";
const NO_ELEMENT = "The given key does not identify an element in this collection value";

/** The element of a collection at a key. */
export function index(collection: Value, key: Value, fail: Report): Value {
  if (collection.isNull) {
    fail("Attempt to index null value", "This value is null, so it does not have any indices.");
    return Value.DYNAMIC;
  }
  if (key.isNull) {
    fail(INVALID, "Can't use a null value as an indexing key.");
    return Value.DYNAMIC;
  }
  const { type } = collection;
  if (key.type.kind === "any" || type.kind === "any") return Value.DYNAMIC.withMarks(collection.marks);
  switch (type.kind) {
    case "list":
    case "tuple":
      return indexSequence(collection, type, key, fail);
    case "map":
      return indexMap(collection, type, key, fail);
    case "object":
      return indexObject(collection, key, fail);
    case "set":
      fail(
        INVALID,
        "Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set.",
      );
      return Value.DYNAMIC;
    default:
      fail(INVALID, "This value does not have any indices.");
      return Value.DYNAMIC;
  }
}

function convertKey(key: Value, wanted: typeof NUMBER, fail: Report): Value | undefined {
  try {
    return convert(key, wanted);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    fail(INVALID, `${NO_ELEMENT}: ${error.message}.`);
    return undefined;
  }
}

function indexSequence(collection: Value, type: ListType | TupleType, given: Value, fail: Report): Value {
  const key = convertKey(given, NUMBER, fail);
  if (key === undefined) return Value.DYNAMIC;
  const isUnknown = !key.isKnown || (type.kind === "list" && !collection.isKnown);
  if (isUnknown) {
    return Value.unknown(type.kind === "list" ? type.element : undefined).withMarks(collection.marks);
  }
  const number = key.asNumber();
  const isWhole =
    number.isInteger && number.sign >= 0 && number.compare(HclNumber.integer(collection.size)) < 0;
  if (isWhole) {
    const at = number.toNumber();
    const unknown = Value.unknown(type.kind === "list" ? type.element : type.elements[at]);
    return (collection.elements()[at] ?? unknown).withMarks(collection.marks, key.marks);
  }
  fail(INVALID, `${NO_ELEMENT}${whyNoElement(collection, number)}`);
  return Value.DYNAMIC;
}

function whyNoElement(collection: Value, number: HclNumber): string {
  if (!number.isInteger) {
    return ": indexing a sequence requires a whole number, but the given index has a fractional part.";
  }
  if (number.sign < 0) return ": a negative number is not a valid index for a sequence.";
  // HCL says why only up to the first index that is too large.
  if (collection.marks !== undefined || number.compare(HclNumber.integer(collection.size)) > 0) return ".";
  return collection.size === 0
    ? ": the collection has no elements."
    : ": the given index is greater than or equal to the length of the collection.";
}

function indexMap(collection: Value, type: MapType, given: Value, fail: Report): Value {
  const key = convertKey(given, STRING, fail);
  if (key === undefined) return Value.DYNAMIC;
  if (!key.isKnown || !collection.isKnown) return Value.unknown(type.element).withMarks(collection.marks);
  const element = collection.entries().get(key.asString());
  if (element !== undefined) return element.withMarks(collection.marks, key.marks);
  fail(INVALID, `${NO_ELEMENT}.`);
  return Value.DYNAMIC;
}

function indexObject(collection: Value, given: Value, fail: Report): Value {
  const key = convertKey(given, STRING, fail);
  if (key === undefined) return Value.DYNAMIC;
  if (!key.isKnown || collection.type.kind !== "object") return Value.DYNAMIC.withMarks(collection.marks);
  const name = key.asString();
  const attribute = collection.type.attributes.get(name);
  if (attribute === undefined) {
    const isNumber = given.type.kind === "number";
    const why = isNumber
      ? " An object only supports looking up attributes by name, not by numeric index."
      : "";
    fail(INVALID, `${NO_ELEMENT}.${why}`);
    return Value.DYNAMIC;
  }
  return (collection.entries().get(name) ?? Value.unknown(attribute)).withMarks(collection.marks);
}
