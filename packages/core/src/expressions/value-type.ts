import { call, object, objectItem, traversal, tuple } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";

/** The type of a value as HCL knows it (cty's types); `any` where it is not known before Packer runs. */
export type ValueType =
  | { readonly kind: "string" | "number" | "bool" | "any" }
  | { readonly kind: "list" | "set" | "map"; readonly element: ValueType }
  | { readonly kind: "tuple"; readonly elements: readonly ValueType[] }
  | { readonly kind: "object"; readonly attributes: Readonly<Record<string, AttributeType>> };

/** The type of an object's attribute; an optional one may be left out of values. */
export interface AttributeType {
  readonly type: ValueType;
  readonly optional?: boolean;
  /** The value of an optional attribute that is left out, as an expression of literals. */
  readonly default?: Expression;
}

export const STRING: ValueType = { kind: "string" };
export const NUMBER: ValueType = { kind: "number" };
export const BOOL: ValueType = { kind: "bool" };
export const ANY: ValueType = { kind: "any" };

/** The type expression of a variable's `type`: `list(object({ name = string, size = optional(number) }))`. */
export function typeExpression(type: ValueType): Expression {
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
    case "any":
      return traversal(type.kind);
    case "list":
    case "set":
    case "map":
      return call(type.kind, [typeExpression(type.element)]);
    case "tuple":
      return call("tuple", [tuple(type.elements.map((element) => typeExpression(element)))]);
    case "object":
      return call("object", [
        object(
          Object.entries(type.attributes).map(([name, entry]) => objectItem(name, attributeType(entry))),
        ),
      ]);
  }
}

function attributeType(entry: AttributeType): Expression {
  const type = typeExpression(entry.type);
  if (entry.optional !== true) return type;
  return call("optional", entry.default === undefined ? [type] : [type, entry.default]);
}

/** The type in words, as messages name it: `a string`, `a list of numbers`. */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "bool":
      return "true or false";
    case "any":
      return "any value";
    case "list":
    case "set":
      return `a ${type.kind} of ${plural(type.element)}`;
    case "map":
      return `a map of ${plural(type.element)}`;
    case "tuple":
      return "a list";
    case "object":
      return "an object";
  }
}

function plural(type: ValueType): string {
  switch (type.kind) {
    case "string":
    case "number":
    case "list":
    case "set":
    case "map":
    case "object":
      return `${type.kind}s`;
    case "bool":
      return "booleans";
    case "any":
      return "values";
    case "tuple":
      return "lists";
  }
}
