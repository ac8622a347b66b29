import { comment, getAttribute, variable, type ForNames } from "@packwright/hcl";
import type { Comment, Expression, ForObject, ForTuple } from "@packwright/hcl/nodes";

/** The names that the loops around a node bind. */
export type Bound = readonly string[];

/** The name at the front of `a.b.c`. */
export function rootOf(node: Expression): string | undefined {
  let at = node;
  while (at.kind === "get-attribute") at = at.object;
  return at.kind === "variable" ? at.name : undefined;
}

/** A reference without its places in the text. */
export function bareTraversal(node: Expression): Expression {
  if (node.kind === "get-attribute") return getAttribute(bareTraversal(node.object), node.name);
  return node.kind === "variable" ? variable(node.name) : node;
}

/** How many attributes a reference asks for: 2 in `a.b.c`. */
export function depthOf(node: Expression): number {
  return node.kind === "get-attribute" ? 1 + depthOf(node.object) : 0;
}

/** The names that a `for` binds, to make another one of. */
export function namesOf(node: Pick<ForTuple | ForObject, "keyName" | "valueName">): ForNames {
  return { value: node.valueName, ...(node.keyName === undefined ? {} : { key: node.keyName }) };
}

/** The names that are bound inside of a `for`. */
export function bind(node: Pick<ForTuple | ForObject, "keyName" | "valueName">, bound: Bound): Bound {
  return node.keyName === undefined ? [...bound, node.valueName] : [...bound, node.keyName, node.valueName];
}

/** Comments behind the last item, without their places. */
export function dangling(comments: readonly Comment[] | undefined): {
  readonly dangling?: readonly Comment[];
} {
  return comments === undefined ? {} : { dangling: comments.map(bareComment) };
}

/** A comment without its place. */
export function bareComment({ text, style }: Comment): Comment {
  return comment(text, style);
}
