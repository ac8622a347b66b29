import { equalTypes, hasAny, type Type } from "./type.js";
import type { Value } from "./value.js";

/**
 * Whether two values are equal; `undefined` when that depends on what is unknown. Marks do not count, types do: `1` and
 * `"1"` differ. Nulls are equal whatever their types.
 */
export function equals(left: Value, right: Value): boolean | undefined {
  if (left.isNull && right.isDefinitelyNotNull) return false;
  if (right.isNull && left.isDefinitelyNotNull) return false;
  if (!left.isKnown || !right.isKnown) return equalsUnknown(left, right);
  if (left.isNull || right.isNull) return left.isNull && right.isNull;
  if (hasUnknownType(left) || hasUnknownType(right)) {
    return conforms(left.type, right.type) || conforms(right.type, left.type) ? undefined : false;
  }
  return equalTypes(left.type, right.type) && equalContents(left, right);
}

function equalsUnknown(left: Value, right: Value): boolean | undefined {
  const [known, unknown] = left.isKnown ? [left, right] : [right, left];
  if (!known.isKnown || known.isNull || hasAny(unknown.type)) return undefined;
  return equalTypes(known.type, unknown.type) ? undefined : false;
}

/** Whether something in a value is of unknown type. */
function hasUnknownType(value: Value): boolean {
  if (value.isNull) return false;
  if (!value.isKnown) return hasAny(value.type);
  return value.elements().some(hasUnknownType);
}

function equalContents(left: Value, right: Value): boolean | undefined {
  switch (left.type.kind) {
    case "string":
      return left.asString() === right.asString();
    case "bool":
      return left.isTrue === right.isTrue;
    case "number":
      return left.asNumber().compare(right.asNumber()) === 0;
    case "map":
    case "object":
      return equalEntries(left, right);
    case "set":
      return equalSets(left, right);
    default:
      return equalElements(left.elements(), right.elements());
  }
}

function equalEntries(left: Value, right: Value): boolean | undefined {
  if (left.size !== right.size) return false;
  const pairs: (readonly [Value, Value])[] = [];
  for (const [key, element] of left.entries()) {
    const other = right.entries().get(key);
    if (other === undefined) return false;
    pairs.push([element, other]);
  }
  return equalPairs(pairs);
}

function equalElements(left: readonly Value[], right: readonly Value[]): boolean | undefined {
  if (left.length !== right.length) return false;
  return equalPairs(left.map((element, i) => [element, right[i] ?? element]));
}

function equalPairs(pairs: readonly (readonly [Value, Value])[]): boolean | undefined {
  for (const [left, right] of pairs) {
    const result = equals(left, right);
    if (result !== true) return result;
  }
  return true;
}

function equalSets(left: Value, right: Value): boolean | undefined {
  const all = [...left.elements(), ...right.elements()];
  if (all.some((element) => !element.isKnown)) return undefined;
  return equalElements(left.elements(), right.elements()) === true;
}

/** Whether a value of type `given` can stand where `wanted` is asked for, without conversion. */
export function conforms(given: Type, wanted: Type): boolean {
  if (wanted.kind === "any") return true;
  if (given.kind === "any" || given.kind !== wanted.kind) return false;
  switch (given.kind) {
    case "list":
    case "set":
    case "map":
      return "element" in wanted && conforms(given.element, wanted.element);
    case "tuple": {
      if (wanted.kind !== "tuple" || given.elements.length !== wanted.elements.length) return false;
      return wanted.elements.every((element, i) => conforms(given.elements[i] ?? element, element));
    }
    case "object": {
      if (wanted.kind !== "object" || given.attributes.size !== wanted.attributes.size) return false;
      return [...wanted.attributes].every(([name, type]) => {
        const attribute = given.attributes.get(name);
        return attribute !== undefined && conforms(attribute, type);
      });
    }
    default:
      return true;
  }
}

/** Whether two values are the same in every respect: type, marks, what is unknown in them. */
export function identical(left: Value, right: Value): boolean {
  if (!equalTypes(left.type, right.type) || left.state !== right.state) return false;
  if (left.isRefinedNotNull !== right.isRefinedNotNull) return false;
  if (!sameMarks(left, right)) return false;
  if (left.state !== "known") return true;
  if (left.size !== right.size) return false;
  if (left.type.kind === "map" || left.type.kind === "object") {
    return [...left.entries()].every(([key, element]) => {
      const other = right.entries().get(key);
      return other !== undefined && identical(element, other);
    });
  }
  const others = right.elements();
  const elements = left.elements();
  if (elements.length > 0) return elements.every((element, i) => identical(element, others[i] ?? element));
  return equalContents(left, right) === true;
}

function sameMarks(left: Value, right: Value): boolean {
  const size = left.marks?.size ?? 0;
  if (size !== (right.marks?.size ?? 0)) return false;
  return [...(left.marks ?? [])].every((mark) => right.hasMark(mark));
}
