import type { JsonNode } from "@packwright/hcl";
import type { Expression, ObjectItem, TemplatePart } from "@packwright/hcl/nodes";
import { numberOf } from "./convert.js";
import type { OnProblem } from "./problem.js";

const REMEDY = "Write the value itself: text, a number, true, false, null, a list or an object.";

/** A part of a file, as a syntax tree has it. */
export interface Located {
  readonly start?: number;
  readonly end?: number;
}

/** A value, and where its parts stand. */
export interface ReadValue {
  readonly value: unknown;
  readonly at: Located;
  readonly parts: ReadonlyMap<string, ReadValue>;
}

/** The value of an expression of literals; whatever has to be worked out is reported as what it is. */
export function readLiteral(node: Expression, report: OnProblem, keys: readonly string[] = []): ReadValue {
  const one = (value: unknown): ReadValue => ({ value, at: node, parts: new Map() });
  const refuse = (what: string): ReadValue => {
    report({
      keys,
      code: "unsupported",
      summary: `${what} has to be worked out, which is not done here`,
      detail: REMEDY,
    });
    return one(undefined);
  };
  switch (node.kind) {
    case "string":
    case "bool":
      return one(node.value);
    case "number":
      return one(numberOf(node.text));
    case "null":
      return one(null);
    case "unary": {
      const { value } = node.operator === "-" ? readLiteral(node.operand, () => undefined) : one(undefined);
      return typeof value === "number" || typeof value === "bigint"
        ? one(-value)
        : refuse(`an operator (${node.operator})`);
    }
    case "parentheses":
      return readLiteral(node.expression, report, keys);
    case "template":
    case "heredoc": {
      const text = textOf(node.parts);
      return text === undefined ? refuse("text with ${ } or %{ } in it") : one(text);
    }
    case "tuple": {
      const items = node.items.map((item, at) => readLiteral(item, report, [...keys, String(at)]));
      return {
        value: items.map(({ value }) => value),
        at: node,
        parts: new Map(items.map((item, at) => [String(at), item])),
      };
    }
    case "object":
      return objectValue(node.items, node, report, keys);
    case "variable":
    case "get-attribute":
    case "index":
    case "splat":
    case "splat-item":
      report({
        keys,
        code: "unsupported",
        summary: "a value for a variable looks at nothing else",
        detail: REMEDY,
      });
      return one(undefined);
    case "call":
      report({
        keys,
        code: "unsupported",
        summary: `a value for a variable calls no function, and this one calls ${node.name}()`,
        detail: REMEDY,
      });
      return one(undefined);
    case "binary":
      return refuse(`an operator (${node.operator})`);
    case "conditional":
      return refuse("a condition");
    case "for-tuple":
    case "for-object":
      return refuse("a for expression");
  }
}

function objectValue(
  items: readonly ObjectItem[],
  at: Located,
  report: OnProblem,
  keys: readonly string[],
): ReadValue {
  const parts = new Map<string, ReadValue>();
  for (const { key, value } of items) {
    const name = key.kind === "object-key" ? key.name : readLiteral(key, report, keys).value;
    // What was refused is reported already; a number is a key by its digits.
    if (typeof name !== "string" && typeof name !== "number") continue;
    parts.set(String(name), readLiteral(value, report, [...keys, String(name)]));
  }
  return { value: Object.fromEntries([...parts].map(([name, part]) => [name, part.value])), at, parts };
}

function textOf(parts: readonly TemplatePart[]): string | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "text") return undefined;
    text += part.value;
  }
  return text;
}

/** The value of a JSON node: text in var files is what it is, `${` too. */
export function readJsonLiteral(node: JsonNode): ReadValue {
  switch (node.kind) {
    case "json-string":
    case "json-bool":
      return { value: node.value, at: node, parts: new Map() };
    case "json-number":
      return { value: numberOf(node.text), at: node, parts: new Map() };
    case "json-null":
      return { value: null, at: node, parts: new Map() };
    case "json-array": {
      const items = node.items.map((item) => readJsonLiteral(item));
      return {
        value: items.map(({ value }) => value),
        at: node,
        parts: new Map(items.map((item, at) => [String(at), item])),
      };
    }
    case "json-object": {
      const parts = new Map(node.properties.map(({ name, value }) => [name.value, readJsonLiteral(value)]));
      return {
        value: Object.fromEntries([...parts].map(([name, part]) => [name, part.value])),
        at: node,
        parts,
      };
    }
  }
}

/** The place of the part that keys lead to, or of the last one on the way to it. */
export function placeOf(value: ReadValue, keys: readonly string[]): Located {
  let found = value;
  for (const key of keys) {
    const part = found.parts.get(key);
    if (part === undefined) break;
    found = part;
  }
  return found.at;
}
