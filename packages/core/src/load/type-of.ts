import type { Expression } from "@packwright/hcl/nodes";
import type { DataBlock } from "../blocks/declaration.js";
import { inferType } from "../expressions/infer-type.js";
import { ANY, type ValueType } from "../expressions/value-type.js";
import { typeOfSchema } from "../variables/schema-type.js";
import type { Names } from "./names.js";
import { traversalOf } from "./traversal.js";

/** The type of an expression as far as its tree and what it refers to tell it; `any` where only Packer knows. */
export function typeOf(node: Expression, names: Names): ValueType {
  return inferType(node, (inner) => {
    if (inner.kind !== "get-attribute" && inner.kind !== "index") return undefined;
    const { root, steps } = traversalOf(inner) ?? {};
    return root !== undefined && steps !== undefined && ROOTS.includes(root)
      ? typeOfReference(root, steps, names)
      : undefined;
  });
}

const ROOTS = ["var", "local", "data"];

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
