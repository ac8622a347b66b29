import { isExpr } from "./expr-value.js";

/** Stands where a value is nested without end; no template can hold it, so it is reported and never printed. */
export const ENDLESS: unique symbol = Symbol("a value without end");

/** No template is nested as deep as this; what is, contains itself. */
export const DEEPEST = 100;

/**
 * A value as it is now, whatever its owner does to it later. Expressions and what HCL cannot hold are passed on as
 * they are; a set becomes the list of its members, as HCL writes one.
 */
export function snapshot(value: unknown, depth: number = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return ENDLESS;
  if (Array.isArray(value)) return copyItems(value, depth);
  if (isExpr(value)) return value;
  if (value instanceof Set) return copyItems([...(value as ReadonlySet<unknown>)], depth);
  return isPlainObject(value) ? copyEntries(value, depth) : value;
}

/** An object with its entries as they are now. */
export function copyEntries<T extends object>(value: T, depth: number = 0): T {
  const copy: Record<string, unknown> = { ...(value as object) };
  for (const key of Object.keys(copy)) {
    const entry = copy[key];
    if (typeof entry === "object") copy[key] = snapshot(entry, depth + 1);
  }
  // Each entry has become what equals it, so the copy is of the type of the value.
  return copy as T;
}

function copyItems(value: readonly unknown[], depth: number): readonly unknown[] {
  const copy = value.slice();
  for (let at = 0; at < copy.length; at++) {
    const item = copy[at];
    if (typeof item === "object") copy[at] = snapshot(item, depth + 1);
  }
  return copy;
}

/** An object of entries, as a literal makes it, in this realm or another one; no instance of a class. */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
