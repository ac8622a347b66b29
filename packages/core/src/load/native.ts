import { objectKey } from "@packwright/hcl";
import type { Expression, ObjectItem } from "@packwright/hcl/nodes";

/**
 * An expression of HCL's JSON syntax as it is written in the native one: text that is nothing but an expression is that
 * expression, which has the same value, and keys need no quotes.
 */
export function native(node: Expression): Expression {
  switch (node.kind) {
    case "template": {
      const [only, ...more] = node.parts;
      const isWhole = only?.kind === "interpolation" && only.strip === undefined && more.length === 0;
      return isWhole ? only.expression : node;
    }
    case "tuple":
      return { ...node, items: node.items.map(native) };
    case "object":
      return { ...node, items: node.items.map(nativeItem) };
    default:
      return node;
  }
}

function nativeItem({ key, value, ...item }: ObjectItem): ObjectItem {
  return {
    ...item,
    colon: false,
    key: key.kind === "string" ? objectKey(key.value) : key,
    value: native(value),
  };
}
