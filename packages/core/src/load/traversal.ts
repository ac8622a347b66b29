import { visit } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";

/** A name and what is asked of it: `var.disks[0].size`. */
export interface Traversal {
  readonly node: Expression;
  readonly root: string;
  /** The names and numbers behind the root; `undefined` for an index that only Packer knows. */
  readonly steps: readonly (string | undefined)[];
  /** The indexes that are expressions. */
  readonly keys: readonly Expression[];
}

/** The traversal that a node is; `undefined` when something else than a name is at its root. */
export function traversalOf(node: Expression): Traversal | undefined {
  const steps: (string | undefined)[] = [];
  const keys: Expression[] = [];
  let at = node;
  for (;;) {
    if (at.kind === "get-attribute") {
      steps.unshift(at.name);
      at = at.object;
    } else if (at.kind === "index") {
      const { key } = at;
      const name = key.kind === "string" ? key.value : key.kind === "number" ? key.text : undefined;
      if (name === undefined) keys.unshift(key);
      steps.unshift(name);
      at = at.collection;
    } else break;
  }
  return at.kind === "variable" ? { node, root: at.name, steps, keys } : undefined;
}

/** Whether an expression refers to `root.name` anywhere. */
export function refersTo(node: Expression, root: string, name: string): boolean {
  let found = false;
  visit(node, (inner) => {
    if (inner.kind === "get-attribute" || inner.kind === "index") {
      const traversal = traversalOf(inner);
      if (traversal?.root === root && traversal.steps[0] === name) found = true;
    }
    return !found;
  });
  return found;
}
