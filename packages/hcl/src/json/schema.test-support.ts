import type { Block, Body } from "../nodes.js";
import type { SourceText } from "../source.js";
import { located } from "../parser/located.test-support.js";
import type { JsonBlockSchema, JsonBodySchema } from "./parse-body.js";

/** The schema that native bodies make together: what is no block of theirs is an argument. */
export function schemaOf(bodies: readonly Body[]): JsonBodySchema {
  const blocks = new Map<string, Block[]>();
  for (const item of bodies.flatMap(({ items }) => items)) {
    if (item.kind === "block") blocks.set(item.type, [...(blocks.get(item.type) ?? []), item]);
  }
  const schemas = [...blocks].map(([type, list]): [string, JsonBlockSchema] => [
    type,
    {
      labels: (list[0]?.labels ?? []).map((_, at) => `label ${String(at + 1)}`),
      body: schemaOf(list.map(({ body }) => body)),
    },
  ]);
  return { attributes: "any", blocks: Object.fromEntries(schemas) };
}

/** A body read from JSON in the form of the reference's: places of the JSON text, none below a string. */
export function locatedJson(body: Body, source: SourceText): unknown {
  return settle(located(body, source));
}

/** The reference's body, what differs by design put in one form: the order of attributes is not told by HCL. */
export function settle(node: unknown, below = false): unknown {
  if (Array.isArray(node)) return node.map((each) => settle(each, below));
  if (typeof node !== "object" || node === null) return node;
  const fields = new Map<string, unknown>(Object.entries(node));
  const kind = fields.get("kind");
  const isBlock = kind === "block" || kind === "body";
  const parts = fields.get("parts");
  const [only] = Array.isArray(parts) && parts.length === 1 ? (parts as readonly unknown[]) : [];
  if (kind === "template" && isInterpolation(only)) {
    // A string that is nothing but one sequence is the expression in it, with the place of the string.
    return within(settle(only.expression, true), fields.get("range"), below);
  }
  if (kind === "parentheses")
    return within(settle(fields.get("expression"), true), fields.get("range"), below);
  const isText = kind === "string" || kind === "template" || kind === "unary";
  const kept = [...fields].filter(
    ([key]) => key !== "colon" && key !== "constant" && !(key === "range" && (isBlock || below)),
  );
  const settled = kept.map(([key, value]): [string, unknown] => [
    key,
    key === "items" && kind === "body" ? ordered(value) : settle(value, below || (isText && key !== "range")),
  ]);
  return Object.fromEntries(settled);
}

function within(inner: unknown, range: unknown, below: boolean): unknown {
  return below || typeof inner !== "object" ? inner : { ...inner, range };
}

interface InterpolationLike {
  readonly kind: "interpolation";
  readonly expression: unknown;
}

function isInterpolation(node: unknown): node is InterpolationLike {
  return typeof node === "object" && node !== null && "kind" in node && node.kind === "interpolation";
}

interface ItemLike {
  readonly kind: string;
  readonly name?: string;
  readonly type?: string;
}

/** Attributes by name, then the blocks, type by type, each type in its order. */
function ordered(items: unknown): unknown {
  const list = items as readonly ItemLike[];
  const keyOf = ({ kind, name = "", type = "" }: ItemLike): string => `${kind} ${name}${type}`;
  return list
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
    .map((each) => settle(each));
}
