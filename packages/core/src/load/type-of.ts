import type { Expression } from "@packwright/hcl";
import type { DataBlock } from "../blocks/declaration.js";
import { createExpr } from "../expressions/expr-value.js";
import { ANY, BOOL, NUMBER, STRING, type ValueType } from "../expressions/value-type.js";
import { typeOfValue } from "../variables/local.js";
import { typeOfSchema } from "../variables/schema-type.js";
import { literalOf } from "./literal.js";
import type { Names } from "./names.js";
import { traversalOf } from "./traversal.js";

/** The type of an expression as far as its names tell it; `any` where only Packer knows. */
export function typeOf(node: Expression, names: Names): ValueType {
  switch (node.kind) {
    case "template": {
      const [only] = node.parts;
      // A lone interpolation keeps the type of its value.
      return node.parts.length === 1 && only?.kind === "interpolation"
        ? typeOf(only.expression, names)
        : STRING;
    }
    case "heredoc":
      return STRING;
    case "number":
      return NUMBER;
    case "tuple":
    case "object":
      return typeOfValue(
        literalOf(node, (inner) =>
          inner === node
            ? createExpr({ node, type: ANY, uses: [], problems: [], inBuild: false })
            : createExpr({ node: inner, type: typeOf(inner, names), uses: [], problems: [], inBuild: false }),
        ),
      );
    case "parentheses":
      return typeOf(node.expression, names);
    case "unary":
      return node.operator === "!" ? BOOL : NUMBER;
    case "binary":
      return /^[-+*/%]$/.test(node.operator) ? NUMBER : BOOL;
    case "variable":
    case "get-attribute":
    case "index": {
      const reference = traversalOf(node);
      return reference === undefined ? ANY : typeOfReference(reference.root, reference.steps, names);
    }
    default:
      return ANY;
  }
}

/** The type of what a reference leads to. */
export function typeOfReference(
  root: string,
  steps: readonly (string | undefined)[],
  names: Names,
): ValueType {
  const [first, second] = steps;
  if (first === undefined) return ANY;
  if (root === "var") return follow(names.variable(first)?.type ?? ANY, steps.slice(1));
  if (root === "local") {
    return follow(names.localType(first), steps.slice(1));
  }
  if (root === "data" && second !== undefined) {
    const found = names.data(first, second);
    return found === undefined || found === "cycle" ? ANY : follow(dataType(found), steps.slice(2));
  }
  return ANY;
}

function follow(type: ValueType, steps: readonly (string | undefined)[]): ValueType {
  let inner = type;
  for (const step of steps) {
    if (inner.kind === "list" || inner.kind === "set" || inner.kind === "map") inner = inner.element;
    else if (step === undefined) return ANY;
    else if (inner.kind === "object") inner = own(inner.attributes, step)?.type ?? ANY;
    else if (inner.kind === "tuple") inner = inner.elements[Number(step)] ?? ANY;
    else return ANY;
  }
  return inner;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The type of the result of a data source; `any` of one whose outputs are not described. */
function dataType({ use }: DataBlock): ValueType {
  const outputs = use.definition.outputs?.();
  return outputs === undefined ? ANY : typeOfSchema(outputs).type;
}
