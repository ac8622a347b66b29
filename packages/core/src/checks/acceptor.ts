import type { z } from "zod";
import { definitionOf } from "../variables/schema-type.js";

/** Says of a value that it is right; `false` says nothing, it only sends the value on to the whole check. */
export type Accepts = (value: unknown) => boolean;

const isText: Accepts = (value) => typeof value === "string";
const isBoolean: Accepts = (value) => typeof value === "boolean";
const isInteger: Accepts = (value) => Number.isSafeInteger(value);
const never: Accepts = () => false;

/**
 * What accepts the values that are so plainly right that nothing has to be asked of zod: text for `z.string()`, a
 * list of texts for `z.array(z.string())`. Most values of most templates are.
 */
export function acceptorOf(schema: z.core.$ZodType): Accepts {
  const definition = definitionOf(schema);
  const checks = definition.checks ?? [];
  switch (definition.type) {
    case "optional":
      return acceptorOf(definition.innerType);
    case "string":
      return textAcceptor(checks) ?? never;
    case "boolean":
      return checks.length === 0 ? isBoolean : never;
    case "number":
      return checks.length === 0 && "format" in definition && definition.format === "safeint"
        ? isInteger
        : never;
    case "enum": {
      const values = new Set<unknown>(Object.values(definition.entries));
      return checks.length === 0 ? (value) => values.has(value) : never;
    }
    case "array": {
      const element = acceptorOf(definition.element);
      const longest = longestOf(checks);
      if (element === never || longest === undefined) return never;
      return (value) => Array.isArray(value) && value.length <= longest && value.every(element);
    }
    case "record":
      return recordAcceptor(acceptorOf(definition.keyType), acceptorOf(definition.valueType));
    default:
      // Whatever else there is, and whatever has checks of its own, is for zod.
      return never;
  }
}

/** How many items a list may have; `undefined` when other checks are asked of it. */
function longestOf(checks: readonly z.core.$ZodCheck[]): number | undefined {
  let longest = Infinity;
  for (const check of checks) {
    const definition: object = check._zod.def;
    if (!("maximum" in definition && "check" in definition && definition.check === "max_length"))
      return undefined;
    if (typeof definition.maximum === "number") longest = Math.min(longest, definition.maximum);
  }
  return longest;
}

/** Text, with patterns that it has to match; `undefined` when other checks are asked of it. */
function textAcceptor(checks: readonly z.core.$ZodCheck[]): Accepts | undefined {
  if (checks.length === 0) return isText;
  const patterns: RegExp[] = [];
  for (const check of checks) {
    const definition: object = check._zod.def;
    if (!("pattern" in definition && definition.pattern instanceof RegExp) || definition.pattern.global)
      return undefined;
    if (!("format" in definition && definition.format === "regex")) return undefined;
    patterns.push(definition.pattern);
  }
  return (value) => typeof value === "string" && patterns.every((pattern) => pattern.test(value));
}

function recordAcceptor(key: Accepts, entry: Accepts): Accepts {
  if (key === never || entry === never) return never;
  return (value) => {
    if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return false;
    for (const name of Object.keys(value)) {
      if (!key(name) || !entry(value[name])) return false;
    }
    return true;
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
