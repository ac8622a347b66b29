import { bool, nil, number, object, objectItem, string, tuple } from "@packwright/hcl";
import type { Expression, ObjectItem } from "@packwright/hcl/nodes";
import { isExpr, stateOf } from "./expr-value.js";
import { Inspection } from "./inspect.js";
import { snapshot } from "./snapshot.js";
import type { Written } from "./written.js";

/**
 * Turns a value of the program into an HCL expression; a string is a literal, whatever it contains.
 *
 * `undefined` in an object leaves the entry out, as an option that is not given. What HCL has no word for is `null`
 * here and a problem of the value's {@link Inspection}, so that it is never printed.
 */
export function toNode(value: unknown): Expression {
  switch (typeof value) {
    case "string":
      return string(value);
    case "number":
      return Number.isFinite(value) ? number(value) : nil();
    case "bigint":
      return number(value);
    case "boolean":
      return bool(value);
    case "object":
      if (value === null) return nil();
      if (isExpr(value)) return stateOf(value).node;
      if (Array.isArray(value)) return tuple(value.map((item) => toNode(item)));
      return toObject(value as Readonly<Record<string, unknown>>);
    default:
      return nil();
  }
}

function toObject(value: Readonly<Record<string, unknown>>): Expression {
  const items: ObjectItem[] = [];
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (entry !== undefined) items.push(objectItem(key, toNode(entry)));
  }
  return object(items);
}

/** A value as HCL: its tree, and what there is to know about it. */
export function write(value: unknown): Written {
  if (isExpr(value)) return stateOf(value);
  const held = snapshot(value);
  const inspection = new Inspection();
  inspection.add(held);
  const { uses = [], problems = [], inBuild, needs } = inspection;
  return { node: toNode(held), uses, problems, inBuild, needs };
}
