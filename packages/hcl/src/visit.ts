import type { Node, NodeKind, NodeOf } from "./nodes.js";

/** The properties of a node that hold child nodes, in the order of their text. */
type ChildProperty<N extends Node> = {
  [P in keyof N]-?: Exclude<N[P], undefined> extends Node | readonly Node[] ? P : never;
}[keyof N];

/** The one table of children: a new kind of node, or a new child of one, does not compile until it is named here. */
export const CHILDREN: { readonly [K in NodeKind]: readonly ChildProperty<NodeOf<K>>[] } = {
  body: ["items", "dangling"],
  attribute: ["leading", "value", "trailing"],
  block: ["leading", "labels", "body", "trailing"],
  label: [],
  comment: [],
  number: ["leading", "trailing"],
  bool: ["leading", "trailing"],
  null: ["leading", "trailing"],
  string: ["leading", "trailing"],
  template: ["leading", "parts", "trailing"],
  heredoc: ["leading", "parts", "trailing"],
  tuple: ["leading", "items", "dangling", "trailing"],
  object: ["leading", "items", "dangling", "trailing"],
  "object-item": ["leading", "key", "value", "trailing"],
  "object-key": [],
  variable: ["leading", "trailing"],
  "get-attribute": ["leading", "object", "trailing"],
  index: ["leading", "collection", "key", "trailing"],
  splat: ["leading", "source", "each", "trailing"],
  "splat-item": ["leading", "trailing"],
  call: ["leading", "arguments", "trailing"],
  unary: ["leading", "operand", "trailing"],
  binary: ["leading", "left", "right", "trailing"],
  conditional: ["leading", "condition", "then", "else", "trailing"],
  "for-tuple": ["leading", "collection", "element", "condition", "trailing"],
  "for-object": ["leading", "collection", "keyResult", "valueResult", "condition", "trailing"],
  parentheses: ["leading", "expression", "trailing"],
  text: [],
  interpolation: ["expression"],
  "if-directive": ["condition", "then", "else"],
  "for-directive": ["collection", "parts"],
};

type ChildName = (typeof CHILDREN)[NodeKind][number];
/** Any node as the table reads it: what it names, where a node has it, holds nodes in those kinds that it names it for. */
type Parent = { readonly kind: NodeKind } & { readonly [P in ChildName]?: unknown };

const isList: (child: Node | readonly Node[]) => child is readonly Node[] = Array.isArray;

/** The children of a node, in the order of their text. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  const names: readonly ChildName[] = CHILDREN[node.kind];
  const parent: Parent = node;
  for (const name of names) {
    // The type of the table pairs each kind with properties that hold nodes; no index of TypeScript's follows that.
    const child = parent[name] as Node | readonly Node[] | undefined;
    if (child === undefined) continue;
    if (isList(child)) found.push(...child);
    else found.push(child);
  }
  return found;
}

/**
 * Calls `enter` for a node and everything below it, parents first, in the order of the text; the children of a node
 * are passed over when `enter` returns `false`. It keeps its own stack, so depth costs no call stack.
 */
export function visit(root: Node, enter: (node: Node) => boolean | undefined): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) === false) continue;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) stack.push(child);
    }
  }
}
