import type { ValueType } from "./value-type.js";

/** Whether Packer would convert a value of one type to another; text may hold anything, so it is let through. */
export function isConvertible(from: ValueType, to: ValueType): boolean {
  if (from.kind === "any" || to.kind === "any") return true;
  if (to.kind === "string") return isPrimitive(from);
  if (to.kind === "number" || to.kind === "bool") return from.kind === to.kind || from.kind === "string";
  switch (to.kind) {
    case "list":
    case "set":
      if (from.kind === "tuple") return from.elements.every((element) => isConvertible(element, to.element));
      return (from.kind === "list" || from.kind === "set") && isConvertible(from.element, to.element);
    case "map":
      if (from.kind === "object") {
        return Object.values(from.attributes).every(({ type }) => isConvertible(type, to.element));
      }
      return from.kind === "map" && isConvertible(from.element, to.element);
    case "tuple":
      return from.kind === "tuple" || from.kind === "list" || from.kind === "set";
    case "object":
      return from.kind === "object" || from.kind === "map";
  }
}

function isPrimitive(type: ValueType): boolean {
  return type.kind === "string" || type.kind === "number" || type.kind === "bool";
}
