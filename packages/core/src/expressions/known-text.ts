import type { Expression } from "@packwright/hcl/nodes";
import { literalOf } from "./literal.js";

/**
 * The text of an expression, where no more than the expression is needed to know it: a string, and the JSON of a literal
 * that `jsonencode` gives. Packer sorts the keys of that, which changes nothing that is said about it.
 */
export function knownText(node: Expression): string | undefined {
  if (node.kind === "string") return node.value;
  if (node.kind !== "call" || node.name !== "jsonencode" || node.expand === true) return undefined;
  const [argument, ...more] = node.arguments;
  if (argument === undefined || more.length > 0) return undefined;
  const others: Expression[] = [];
  const value = literalOf(argument, (other) => others.push(other));
  return others.length > 0 ? undefined : JSON.stringify(value);
}
