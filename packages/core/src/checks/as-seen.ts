import type { z } from "zod";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import { knownText } from "../expressions/known-text.js";
import { definitionOf } from "../variables/schema-type.js";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A value as its component gets to see it: Packer turns numbers and booleans into text and back where the option's
 * type asks for it. Expressions stay what they are, unless all of their text is known already.
 */
export function asSeen(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (isExpr(value)) {
    return knownText(stateOf(value).node) ?? value;
  }
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "optional":
    case "nullable":
      return asSeen(definition.innerType, value);
    case "string":
      return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean"
        ? String(value)
        : value;
    case "number":
      if (typeof value === "bigint") return Number(value);
      return typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
    case "boolean":
      if (value === "true" || value === "1") return true;
      return value === "false" || value === "0" ? false : value;
    case "array":
      return Array.isArray(value) ? value.map((item: unknown) => asSeen(definition.element, item)) : value;
    case "record":
      return isObject(value) ? mapEntries(value, (entry) => asSeen(definition.valueType, entry)) : value;
    case "object": {
      const { shape } = definition;
      return isObject(value)
        ? mapEntries(value, (entry, key) => {
            const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
            return field === undefined ? entry : asSeen(field, entry);
          })
        : value;
    }
    default:
      return value;
  }
}

/** The object with its entries mapped; the very same object where that changes none, as it mostly does. */
function mapEntries(value: object, map: (entry: unknown, key: string) => unknown): object {
  const record = value as Readonly<Record<string, unknown>>;
  let changed: Map<string, unknown> | undefined;
  for (const key of Object.keys(record)) {
    const entry = map(record[key], key);
    if (entry !== record[key]) (changed ??= new Map<string, unknown>(Object.entries(record))).set(key, entry);
  }
  return changed === undefined ? value : Object.fromEntries(changed);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
