import { equals } from "./equality.js";
import { formatGeneral } from "./number-format.js";
import { compareText, quoted } from "./text-order.js";
import type { Value } from "./value.js";

/** The elements of a set: each once, in the order in which HCL goes through sets. */
export function normalSet(elements: readonly Value[]): readonly Value[] {
  const byHash = new Map<string, Value[]>();
  for (const element of elements) {
    const hash = hashText(element);
    const bucket = byHash.get(hash);
    if (bucket === undefined) byHash.set(hash, [element]);
    else if (!bucket.some((other) => equals(other, element) === true)) bucket.push(element);
  }
  return [...byHash.values()].flat().sort(compareElements);
}

/** Numbers by size, strings by code point, `false` before `true`, others by a text of them; unknowns, then nulls, last. */
function compareElements(left: Value, right: Value): number {
  if (left.isNull || right.isNull) return Number(left.isNull) - Number(right.isNull);
  if (!left.isKnown || !right.isKnown) return Number(right.isKnown) - Number(left.isKnown);
  switch (left.type.kind) {
    case "string":
      return compareText(left.asString(), right.asString());
    case "bool":
      return Number(left.isTrue) - Number(right.isTrue);
    case "number":
      return left.asNumber().compare(right.asNumber());
    default:
      return compareText(hashText(left), hashText(right));
  }
}

/** The digits of a number that count for the order of sets that hold it in their elements. */
const DIGITS = 10;

/** A text that is the same for equal values, which HCL orders sets of collections by. */
function hashText(value: Value): string {
  if (!value.isKnown) return "?";
  if (value.isNull) return "~";
  switch (value.type.kind) {
    case "number":
      return formatGeneral(value.asNumber(), DIGITS);
    case "bool":
      return value.isTrue ? "T" : "F";
    case "string":
      return quoted(value.asString());
    case "map":
      return `{${[...value.entries()].map(([key, element]) => `${quoted(key)}:${hashText(element)};`).join("")}}`;
    case "list":
    case "set":
      return `[${hashAll(value)}]`;
    default:
      return `<${hashAll(value)}>`;
  }
}

function hashAll(value: Value): string {
  return value
    .elements()
    .map((element) => `${hashText(element)};`)
    .join("");
}
