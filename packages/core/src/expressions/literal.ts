import type { Expression, ObjectExpression } from "@packwright/hcl/nodes";

/**
 * A literal as the value of a program that is written the same way; lists and objects keep what they hold, of which
 * `expression` makes what is no literal.
 */
export function literalOf(node: Expression, expression: (node: Expression) => unknown): unknown {
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
      return numberOf(node.text) ?? expression(node);
    case "bool":
      return node.value;
    case "null":
      return null;
    case "unary": {
      const { operator, operand } = node;
      const value = operator === "-" && operand.kind === "number" ? numberOf(operand.text) : undefined;
      return value === undefined || value === 0 ? expression(node) : -value;
    }
    case "heredoc":
    case "template": {
      let text = "";
      for (const part of node.parts) {
        if (part.kind !== "text") return expression(node);
        text += part.value;
      }
      return text;
    }
    case "tuple":
      return node.items.map((item) => literalOf(item, expression));
    case "object":
      return entriesOf(node, expression) ?? expression(node);
    default:
      return expression(node);
  }
}

/** A number that a double holds exactly, and that is therefore written again as it was read. */
function numberOf(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  const digits = text
    .replace(/[eE].*$/, "")
    .replace(".", "")
    .replace(/^0+/, "")
    .replace(/0+$/, "");
  return digits.length <= 15 || Number.isSafeInteger(value) ? value : undefined;
}

/** The entries of an object whose keys are known, and which an object of JavaScript keeps in their order. */
function entriesOf(
  { items }: ObjectExpression,
  expression: (node: Expression) => unknown,
): Readonly<Record<string, unknown>> | undefined {
  const entries: Record<string, unknown> = {};
  for (const { key, value } of items) {
    const name = key.kind === "object-key" ? key.name : key.kind === "string" ? key.value : undefined;
    if (name === undefined || name === "__proto__" || /^\d+$/.test(name) || Object.hasOwn(entries, name))
      return undefined;
    entries[name] = literalOf(value, expression);
  }
  return entries;
}
