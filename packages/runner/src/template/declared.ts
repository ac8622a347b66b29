import { childrenOf, type Block, type Body, type Node } from "@packwright/hcl";

/** A variable that a template declares. */
export interface Declared {
  readonly name: string;
  readonly hasDefault: boolean;
  readonly isSensitive: boolean;
  /** The literal strings and numbers of its default. */
  readonly defaults: readonly string[];
}

/** The variables of a file in HCL. */
export function declaredIn(body: Body): readonly Declared[] {
  return body.items.flatMap((item) =>
    item.kind === "block" && item.type === "variable" ? [declared(item)] : [],
  );
}

function declared({ labels, body }: Block): Declared {
  const attributes = new Map(
    body.items.flatMap((item) => (item.kind === "attribute" ? [[item.name, item.value] as const] : [])),
  );
  const value = attributes.get("default");
  const sensitive = attributes.get("sensitive");
  return {
    name: labels[0]?.value ?? "",
    hasDefault: value !== undefined,
    isSensitive: sensitive?.kind === "bool" && sensitive.value,
    defaults: value === undefined ? [] : literalsOf(value),
  };
}

function literalsOf(node: Node): readonly string[] {
  if (node.kind === "string") return [node.value];
  if (node.kind === "number") return [node.text];
  return childrenOf(node).flatMap(literalsOf);
}
