import { JSON_SPELLING } from "../escape.js";
import type { Block, Body, Commented, Expression, ObjectItem } from "../nodes.js";
import { printFlat, printParts } from "../print/expression.js";
import { printJson, type JsonObject, type JsonValue } from "./value.js";

/** What HCL's JSON syntax needs to know about a language and the tree does not say. */
export interface JsonLanguage {
  /**
   * Whether an attribute is read as it stands, not as a template: literal text, and type expressions as text. `path`
   * holds the types of the blocks around it, outermost first.
   */
  readonly isLiteral?: (path: readonly string[], attribute: string) => boolean;
  /** Whether the order among blocks of this type has a meaning; they become a list, which no tool reorders. */
  readonly isOrdered?: (path: readonly string[], type: string) => boolean;
}

/**
 * Prints a body in HCL's JSON syntax: a block is an object under its type and labels, several are a list, an
 * expression is a `"${…}"` string. Comments of blocks become `"//"` properties; JSON has no place for others.
 *
 * @see https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function toJson(body: Body, language: JsonLanguage = {}): string {
  return printJson(bodyValue(body, [], language));
}

function bodyValue(
  body: Body,
  path: readonly string[],
  language: JsonLanguage,
  owner?: Commented,
): JsonObject {
  const entries = new Map<string, JsonValue>();
  const remarks = [...(owner?.leading ?? []), ...(owner?.trailing === undefined ? [] : [owner.trailing])];
  if (remarks.length > 0) entries.set("//", remarks.map((comment) => comment.text.trim()).join("\n"));
  const blocks = new Map<string, Block[]>();
  for (const item of body.items) {
    if (item.kind === "attribute") {
      const literal = language.isLiteral?.(path, item.name) === true;
      entries.set(item.name, literal ? literalValue(item.value) : expressionValue(item.value));
      continue;
    }
    const same = blocks.get(item.type);
    if (same !== undefined) {
      same.push(item);
      continue;
    }
    blocks.set(item.type, [item]);
    // The place of the first block of a type is that of all of them.
    entries.set(item.type, null);
  }
  for (const [type, list] of blocks) entries.set(type, blocksValue(list, path, language));
  return entries;
}

function blocksValue(blocks: readonly Block[], path: readonly string[], language: JsonLanguage): JsonValue {
  const type = blocks[0]?.type ?? "";
  const inner = [...path, type];
  const values = blocks.map((block) => ({
    labels: block.labels.map((label) => label.value),
    value: bodyValue(block.body, inner, language, block),
  }));
  const ordered = blocks.length > 1 && language.isOrdered?.(path, type) === true;
  return (ordered ? undefined : nest(values)) ?? values.map(({ labels, value }) => wrap(labels, value));
}

interface Labelled {
  readonly labels: readonly string[];
  readonly value: JsonObject;
}

/** One object for all blocks, `undefined` when two of them have the same labels. */
function nest(blocks: readonly Labelled[]): JsonValue | undefined {
  const [first] = blocks;
  if (first === undefined) return new Map();
  if (first.labels.length === 0) return blocks.length === 1 ? first.value : undefined;
  const groups = new Map<string, Labelled[]>();
  for (const { labels, value } of blocks) {
    const [label = "", ...rest] = labels;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [{ labels: rest, value }]);
    else group.push({ labels: rest, value });
  }
  const entries = new Map<string, JsonValue>();
  for (const [label, group] of groups) {
    const value = nest(group);
    if (value === undefined) return undefined;
    entries.set(label, value);
  }
  return entries;
}

function wrap(labels: readonly string[], value: JsonValue): JsonValue {
  return labels.reduceRight<JsonValue>((inner, label) => new Map([[label, inner]]), value);
}

/** An expression as the JSON value that HCL reads back as it: literals natively, the rest as a template. */
function expressionValue(node: Expression): JsonValue {
  switch (node.kind) {
    case "string":
      return withMark(JSON_SPELLING.escape(node.value));
    case "template":
    case "heredoc":
      return withMark(printParts(node.parts, JSON_SPELLING));
    case "object":
      return objectValue(node.items, expressionValue, (key) => expressionText(key));
    case "tuple":
      return node.items.map((item) => expressionValue(item));
    default:
      return plainValue(node) ?? `\${${printFlat(node)}}`;
  }
}

/** HCL takes one byte order mark off the front of a template, so one that is meant stands there twice. */
function withMark(template: string): string {
  return template.startsWith("\ufeff") ? `\ufeff${template}` : template;
}

/** The value of an attribute that no template is read from: text as it is, anything else as its source text. */
function literalValue(node: Expression): JsonValue {
  switch (node.kind) {
    case "string":
      return node.value;
    case "object":
      return objectValue(node.items, literalValue, (key) => printFlat(key));
    case "tuple":
      return node.items.map((item) => literalValue(item));
    default:
      return plainValue(node) ?? printFlat(node);
  }
}

/** What JSON can say by itself; `undefined` for null inside, which it cannot tell from a value that is not there. */
function plainValue(node: Expression): JsonValue | undefined {
  if (node.kind === "number") return { digits: node.text };
  if (node.kind === "unary" && node.operator === "-" && node.operand.kind === "number") {
    return { digits: `-${node.operand.text}` };
  }
  if (node.kind === "bool") return node.value;
  return node.kind === "null" ? null : undefined;
}

function objectValue(
  items: readonly ObjectItem[],
  valueOf: (node: Expression) => JsonValue,
  keyOf: (key: Expression) => string,
): JsonValue {
  const entries = new Map<string, JsonValue>();
  for (const { key, value } of items) {
    entries.set(key.kind === "object-key" ? key.name : keyOf(key), valueOf(value));
  }
  return entries;
}

function expressionText(key: Expression): string {
  const value = expressionValue(key);
  return typeof value === "string" ? value : `\${${printFlat(key)}}`;
}
