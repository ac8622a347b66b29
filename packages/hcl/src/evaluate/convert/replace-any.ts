import { ANY, type ObjectType, objectOf, type Type, tupleOf } from "../value/type.js";
import type { Rules } from "./rules.js";

/** The wanted type with its parts that are any replaced by those of the type at hand. */
export function replaceAny(rules: Rules, given: Type, wanted: Type): Type {
  if (given.kind === "any") return wanted;
  switch (wanted.kind) {
    case "any":
      return given;
    case "list":
    case "set":
    case "map":
      return { kind: wanted.kind, element: replaceAny(rules, elementOf(rules, given), wanted.element) };
    case "object":
      return replaceInObject(rules, given, wanted);
    case "tuple": {
      const elements = given.kind === "tuple" ? given.elements : [];
      return tupleOf(wanted.elements.map((element, i) => replaceAny(rules, elements[i] ?? ANY, element)));
    }
    default:
      return wanted;
  }
}

function elementOf(rules: Rules, given: Type): Type {
  if ("element" in given) return given.element;
  if (given.kind === "tuple") return rules.unify(given.elements, true)?.type ?? ANY;
  return given.kind === "object" ? (rules.unify([...given.attributes.values()], true)?.type ?? ANY) : ANY;
}

function replaceInObject(rules: Rules, given: Type, wanted: ObjectType): Type {
  const attributes = [...wanted.attributes].map(([name, type]) => {
    if (given.kind === "map") return [name, replaceAny(rules, given.element, type)] as const;
    const attribute = given.kind === "object" ? given.attributes.get(name) : undefined;
    return [name, attribute === undefined ? type : replaceAny(rules, attribute, type)] as const;
  });
  return objectOf(attributes);
}
