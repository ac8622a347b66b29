import { quoteJson } from "../escape.js";

/** A JSON value whose objects keep the order of their keys and whose numbers keep their spelling. */
export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject;

/** An object of {@link JsonValue}s; a Map, because a JavaScript object would move keys such as `"1"` to the front. */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** A number by its digits, as a double cannot hold every number of HCL. */
export interface JsonNumber {
  readonly digits: string;
}

/** Prints a JSON value with two spaces a level, an item or entry a line, and a newline at the end. */
export function printJson(value: JsonValue): string {
  return `${printAt(value, "")}\n`;
}

function printAt(value: JsonValue, indent: string): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoteJson(value);
  const inner = `${indent}  `;
  if (value instanceof Map) {
    const entries = [...(value as JsonObject)].map(
      ([key, entry]) => `${inner}${quoteJson(key)}: ${printAt(entry, inner)}`,
    );
    return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n${indent}}`;
  }
  if (isList(value)) {
    const items = value.map((item) => inner + printAt(item, inner));
    return items.length === 0 ? "[]" : `[\n${items.join(",\n")}\n${indent}]`;
  }
  return "digits" in value ? value.digits : "{}";
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
