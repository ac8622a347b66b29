import {
  type CollectionType,
  constraintName,
  equalTypes,
  isCollection,
  type ObjectType,
  type Type,
} from "../value/type.js";
import { quoted } from "../value/text-order.js";
import { type Rules } from "./rules.js";

/** Why a value of one type cannot become one of another, as HCL's messages say it: what is required. */
export function mismatchMessage(rules: Rules, given: Type, wanted: Type): string {
  if (given.kind === "object" && wanted.kind === "object") return objectMismatch(rules, given, wanted);
  if (isCollection(wanted)) {
    const isStructure = given.kind === (wanted.kind === "map" ? "object" : "tuple");
    if (isStructure && wanted.element.kind === "any")
      return `all ${wanted.kind} elements must have the same type`;
    if (isStructure) return elementMismatch(rules, given, wanted);
    if (isCollection(given)) return collectionMismatch(rules, given, wanted);
  }
  return `${constraintName(wanted)} required`;
}

function objectMismatch(rules: Rules, given: ObjectType, wanted: ObjectType): string {
  const missing = [...wanted.attributes.keys()].filter(
    (name) => !given.attributes.has(name) && !wanted.optional.has(name),
  );
  if (missing.length > 0) return missingAttributes(missing);
  for (const unsafe of [true, false]) {
    for (const [name, type] of wanted.attributes) {
      const attribute = given.attributes.get(name);
      if (attribute === undefined || equalTypes(attribute, type)) continue;
      if (rules.between(attribute, type, unsafe) !== undefined) continue;
      return `attribute ${quoted(name)}: ${mismatchMessage(rules, attribute, type)}`;
    }
  }
  return "incorrect object attributes";
}

function missingAttributes(names: readonly string[]): string {
  const all = names.map(quoted);
  const last = all.at(-1) ?? "";
  if (all.length === 1) return `attribute ${last} is required`;
  if (all.length === 2) return `attributes ${all.join(" and ")} are required`;
  return `attributes ${all.slice(0, -1).join(", ")}, and ${last} are required`;
}

/** Which element of a tuple or an object cannot be one of the collection. */
function elementMismatch(rules: Rules, given: Type, wanted: CollectionType): string {
  const elements: readonly (readonly [string, Type])[] =
    given.kind === "tuple"
      ? given.elements.map((type, i) => [String(i), type])
      : given.kind === "object"
        ? [...given.attributes].map(([name, type]) => [quoted(name), type])
        : [];
  for (const [name, type] of elements) {
    if (equalTypes(type, wanted.element)) continue;
    if (rules.between(type, wanted.element, true) !== undefined) continue;
    return `element ${name}: ${mismatchMessage(rules, type, wanted.element)}`;
  }
  return `all elements must be ${constraintName(wanted.element)}`;
}

function collectionMismatch(rules: Rules, given: CollectionType, wanted: CollectionType): string {
  if ((given.kind === "map") !== (wanted.kind === "map")) return `${constraintName(wanted)} required`;
  return `incorrect ${wanted.kind} element type: ${mismatchMessage(rules, given.element, wanted.element)}`;
}
