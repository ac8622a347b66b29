import type { Expression } from "@packwright/hcl";

/** The value of an expression that consists of literals alone; anything else is none that can be known here. */
export function literal(node: Expression): unknown {
  switch (node.kind) {
    case "number":
      return Number(node.text);
    case "bool":
    case "string":
      return node.value;
    case "null":
      return null;
    case "heredoc":
    case "template":
      return node.parts.map((part) => (part.kind === "text" ? part.value : notLiteral(part.kind))).join("");
    case "tuple":
      return node.items.map((item) => literal(item));
    case "object":
      return Object.fromEntries(
        node.items.map(({ key, value }) => [
          key.kind === "object-key" ? key.name : String(literal(key)),
          literal(value),
        ]),
      );
    default:
      return notLiteral(node.kind);
  }
}

function notLiteral(kind: string): never {
  throw new RangeError(`a ${kind} is no literal`);
}
