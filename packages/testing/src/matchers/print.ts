import {
  attribute,
  block,
  body,
  bool,
  nil,
  number,
  object,
  objectItem,
  print,
  string,
  tuple,
  type Expression,
} from "@packwright/hcl";
import type { PlainOptions } from "../evaluate/body.js";

/** A component with plain options as HCL, for messages: what was found, and what was looked for. */
export function printComponent(type: string, labels: readonly string[], options: PlainOptions): string {
  const items = Object.entries(options).map(([name, value]) => attribute(name, toNode(value)));
  return print(body([block(type, labels, items)])).trimEnd();
}

function toNode(value: unknown): Expression {
  switch (typeof value) {
    case "string":
      return string(value);
    case "number":
      return Number.isFinite(value) ? number(value) : string(String(value));
    case "bigint":
      return number(value);
    case "boolean":
      return bool(value);
    case "object":
      if (value === null) return nil();
      if (Array.isArray(value)) return tuple(value.map((item) => toNode(item)));
      return object(Object.entries(value).map(([name, entry]) => objectItem(name, toNode(entry))));
    default:
      return string(typeof value);
  }
}
