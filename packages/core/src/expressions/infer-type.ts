import type { Binary, Expression } from "@packwright/hcl/nodes";
import { functionFacts } from "./functions/table.js";
import { common, elementOf, listOf, mapOf, resultOf } from "./functions/facts.js";
import { ANY, BOOL, NUMBER, STRING, type ValueType } from "./value-type.js";

/** Tells the types of nodes that are known by themselves, such as those of values spliced into an expression. */
export type KnownTypes = (node: Expression) => ValueType | undefined;

/** The type of an expression as far as its tree tells it; `any` where only Packer knows. */
export function inferType(node: Expression, known: KnownTypes): ValueType {
  const own = known(node);
  if (own !== undefined) return own;
  switch (node.kind) {
    case "number":
      return NUMBER;
    case "bool":
      return BOOL;
    case "string":
    case "heredoc":
      return STRING;
    case "template": {
      const [only] = node.parts;
      // A lone interpolation keeps the type of its value.
      return node.parts.length === 1 && only?.kind === "interpolation"
        ? inferType(only.expression, known)
        : STRING;
    }
    case "tuple":
      return { kind: "tuple", elements: node.items.map((item) => inferType(item, known)) };
    case "object": {
      const attributes: Record<string, { readonly type: ValueType }> = {};
      for (const { key, value } of node.items) {
        if (key.kind !== "object-key" && key.kind !== "string") return ANY;
        attributes[key.kind === "string" ? key.value : key.name] = { type: inferType(value, known) };
      }
      return { kind: "object", attributes };
    }
    case "get-attribute":
      return entryOf(inferType(node.object, known), node.name);
    case "index": {
      const { key } = node;
      const name = key.kind === "string" ? key.value : key.kind === "number" ? key.text : undefined;
      return entryOf(inferType(node.collection, known), name);
    }
    case "call": {
      const facts = functionFacts(node.name);
      if (facts === undefined || node.expand === true) return ANY;
      return resultOf(
        facts,
        node.arguments.map((argument) => inferType(argument, known)),
      );
    }
    case "unary":
      return node.operator === "!" ? BOOL : NUMBER;
    case "binary":
      return typeOfBinary(node);
    case "conditional":
      return common([inferType(node.then, known), inferType(node.else, known)]);
    case "for-tuple":
      return listOf(inferType(node.element, known));
    case "for-object":
      return node.group === true
        ? mapOf(listOf(inferType(node.valueResult, known)))
        : mapOf(inferType(node.valueResult, known));
    case "parentheses":
      return inferType(node.expression, known);
    case "null":
    case "variable":
    case "splat":
    case "splat-item":
      return ANY;
  }
}

function typeOfBinary({ operator }: Binary): ValueType {
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return NUMBER;
    default:
      return BOOL;
  }
}

/** The type of an attribute, entry or item, `undefined` for one that is not known by name. */
function entryOf(type: ValueType, name: string | undefined): ValueType {
  if (name === undefined) return elementOf(type);
  if (type.kind === "object")
    return Object.hasOwn(type.attributes, name) ? (type.attributes[name]?.type ?? ANY) : ANY;
  if (type.kind === "tuple") return type.elements[Number(name)] ?? ANY;
  return elementOf(type);
}
