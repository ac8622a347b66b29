import type { Expression, ObjectItem } from "@packwright/hcl/nodes";
import { ANY, BOOL, NUMBER, STRING, type AttributeType, type ValueType } from "./value-type.js";

const NAMED: Readonly<Record<string, ValueType>> = { string: STRING, number: NUMBER, bool: BOOL, any: ANY };

/** The type that a type expression says: `set(string)`; `undefined` for an expression that is no type of HCL's. */
export function readType(node: Expression): ValueType | undefined {
  if (node.kind === "variable") return Object.hasOwn(NAMED, node.name) ? NAMED[node.name] : undefined;
  if (node.kind !== "call" || node.expand === true || node.arguments.length !== 1) return undefined;
  const [argument] = node.arguments;
  if (argument === undefined) return undefined;
  switch (node.name) {
    case "list":
    case "set":
    case "map": {
      const element = readType(argument);
      return element === undefined ? undefined : { kind: node.name, element };
    }
    case "tuple": {
      if (argument.kind !== "tuple") return undefined;
      const elements = argument.items.map((item) => readType(item));
      return elements.every((element) => element !== undefined) ? { kind: "tuple", elements } : undefined;
    }
    case "object":
      return argument.kind === "object" ? readObject(argument.items) : undefined;
    default:
      return undefined;
  }
}

function readObject(items: readonly ObjectItem[]): ValueType | undefined {
  const attributes: Record<string, AttributeType> = {};
  for (const { key, value } of items) {
    const name = key.kind === "object-key" ? key.name : key.kind === "string" ? key.value : undefined;
    const attribute = readAttribute(value);
    if (name === undefined || attribute === undefined) return undefined;
    attributes[name] = attribute;
  }
  return { kind: "object", attributes };
}

/** The type of an attribute: `string`, `optional(string)`, `optional(string, "a")`. */
function readAttribute(node: Expression): AttributeType | undefined {
  if (node.kind !== "call" || node.name !== "optional") {
    const type = readType(node);
    return type === undefined ? undefined : { type };
  }
  const [inner, fallback, ...more] = node.arguments;
  const type = inner === undefined ? undefined : readType(inner);
  if (type === undefined || more.length > 0) return undefined;
  return { type, optional: true, ...(fallback === undefined ? {} : { default: fallback }) };
}
