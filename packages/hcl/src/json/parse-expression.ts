import { decodedText } from "../lexer/decode.js";
import { lexTemplate } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import type { Expression, Located, ObjectItem } from "../nodes.js";
import { readTemplate } from "../parser/expression.js";
import { ParserState } from "../parser/state.js";
import { compose } from "../parser/template-parts.js";
import { visit } from "../visit.js";
import type { JsonNode, JsonStringNode } from "./parse-node.js";
import { unescapedOffsets } from "./parse-scan.js";

/** How strings are read: as templates, or as the text that they are. */
export type JsonStrings = "template" | "literal";

/**
 * Reads a JSON value as the expression that HCL takes it for: strings are templates, an object's keys too; lists are
 * tuples, objects keep their order and what is in them twice. Ranges are those of the JSON text.
 *
 * It works on a stack of its own, so that no nesting exhausts the call stack.
 */
export function jsonExpression(
  root: JsonNode,
  text: string,
  strings: JsonStrings,
  problems: Problems,
): Expression {
  const results: Expression[] = [];
  const pending: (JsonNode | (() => void))[] = [root];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (typeof step === "function") {
      step();
      continue;
    }
    const node = step;
    const { start, end } = node;
    switch (node.kind) {
      case "json-string":
        results.push(readString(node, text, strings, problems));
        break;
      case "json-number":
        results.push(readNumber(node.text, start, end));
        break;
      case "json-bool":
        results.push({ kind: "bool", value: node.value, start, end });
        break;
      case "json-null":
        results.push({ kind: "null", start, end });
        break;
      case "json-array":
        pending.push(() => {
          const items = results.splice(results.length - node.items.length);
          results.push({ kind: "tuple", items, start, end });
        });
        for (let i = node.items.length - 1; i >= 0; i--) pending.push(node.items[i] ?? node);
        break;
      case "json-object":
        pending.push(() => {
          const values = results.splice(results.length - node.properties.length);
          const items = node.properties.map((property, at): ObjectItem => {
            const value = values[at] ?? { kind: "null" };
            const key = readString(property.name, text, strings, problems);
            return { kind: "object-item", key, value, colon: true, start: property.start, end: property.end };
          });
          results.push({ kind: "object", items, start, end });
        });
        for (let i = node.properties.length - 1; i >= 0; i--) pending.push(node.properties[i]?.value ?? node);
        break;
    }
  }
  return results[0] ?? { kind: "null" };
}

function readNumber(text: string, start: number, end: number): Expression {
  if (!text.startsWith("-")) return { kind: "number", text, start, end };
  const operand: Expression = { kind: "number", text: text.slice(1), start: start + 1, end };
  return { kind: "unary", operator: "-", operand, start, end };
}

function readString(
  node: JsonStringNode,
  text: string,
  strings: JsonStrings,
  problems: Problems,
): Expression {
  const { value, start, end } = node;
  if (strings === "literal") return { kind: "string", value: compose(value), start, end };
  if (!/[$%]\{/.test(value)) {
    // A template's reader takes one byte order mark off its front.
    const plain = value.startsWith("\ufeff") ? value.slice(1) : value;
    return { kind: "string", value: compose(plain), start, end };
  }
  const offsets = unescapedOffsets(text.slice(start, end), start);
  const place = (offset: number): number => offsets?.[offset] ?? start + 1 + offset;
  const inner = new Problems();
  const p = new ParserState(lexTemplate(decodedText(value), inner), inner, true);
  const expression = readTemplate(p);
  for (const found of inner.list())
    problems.add({ ...found, start: place(found.start), end: place(found.end) });
  if (expression === undefined) return { kind: "string", value, start, end };
  relocate(expression, place);
  return { ...expression, start, end };
}

/** Moves the ranges of a tree that was just made, and that nobody else has seen, to where its text really stands. */
function relocate(root: Expression, place: (offset: number) => number): void {
  visit(root, (node) => {
    // The one place that writes to nodes: copying a whole tree for its ranges would double the work.
    const located = node as { -readonly [K in keyof Located]: Located[K] };
    if (located.start !== undefined) located.start = place(located.start);
    if (located.end !== undefined) located.end = place(located.end);
    return true;
  });
}
