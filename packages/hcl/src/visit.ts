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
  number: [],
  bool: [],
  null: [],
  string: [],
  template: ["parts"],
  heredoc: ["parts"],
  tuple: ["items"],
  object: ["items"],
  "object-item": ["leading", "key", "value", "trailing"],
  "object-key": [],
  variable: [],
  "get-attribute": ["object"],
  index: ["collection", "key"],
  splat: ["source", "each"],
  "splat-item": [],
  call: ["arguments"],
  unary: ["operand"],
  binary: ["left", "right"],
  conditional: ["condition", "then", "else"],
  "for-tuple": ["collection", "element", "condition"],
  "for-object": ["collection", "keyResult", "valueResult", "condition"],
  parentheses: ["expression"],
  text: [],
  interpolation: ["expression"],
  "if-directive": ["condition", "then", "else"],
  "for-directive": ["collection", "parts"],
};

/** The children of a node, in the order of their text. */
export function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  // The table above pairs each kind with its own properties; TypeScript cannot follow that pairing through an index.
  const properties = CHILDREN[node.kind] as readonly string[];
  const record = node as unknown as Readonly<Record<string, Node | readonly Node[] | undefined>>;
  for (const property of properties) {
    const child = record[property];
    if (child === undefined) continue;
    if (Array.isArray(child)) found.push(...(child as readonly Node[]));
    else found.push(child as Node);
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
