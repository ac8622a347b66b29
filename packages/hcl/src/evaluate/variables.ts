import type { Expression, Node, Variable } from "../nodes.js";
import { childrenOf } from "../visit.js";

/** The variables that an expression takes from its scope, in the order of their text; those of its own loops are none. */
export function freeVariables(expression: Expression): readonly Variable[] {
  const found: Variable[] = [];
  collect(expression, new Set(), found);
  return found;
}

function collect(node: Node, bound: ReadonlySet<string>, found: Variable[]): void {
  switch (node.kind) {
    case "variable":
      if (!bound.has(node.name)) found.push(node);
      return;
    case "for-tuple":
    case "for-object":
    case "for-directive": {
      const { collection } = node;
      const inner = new Set([
        ...bound,
        node.valueName,
        ...(node.keyName === undefined ? [] : [node.keyName]),
      ]);
      collect(collection, bound, found);
      for (const child of childrenOf(node)) if (child !== collection) collect(child, inner, found);
      return;
    }
    default:
      for (const child of childrenOf(node)) collect(child, bound, found);
  }
}
