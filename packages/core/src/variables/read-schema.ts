import { call, string, traversal, tuple } from "@packwright/hcl";
import type { z } from "zod";
import type { Validation } from "../blocks/declaration.js";
import type { ExprBase } from "../expressions/expr.js";
import { stateOf } from "../expressions/expr-value.js";
import type { ValueType } from "../expressions/value-type.js";
import { definitionOf, typeOfSchema, unwrap } from "./schema-type.js";

/** What a zod schema says about a variable. */
export interface SchemaReading {
  readonly type: ValueType;
  readonly description?: string;
  readonly default?: { readonly value: unknown };
  readonly validations: (self: ExprBase<unknown>, name: string) => readonly Validation[];
  /** Parts that no variable of Packer can have, in words. */
  readonly unsupported: readonly string[];
  /** Constraints that are checked in TypeScript only, in words. */
  readonly unwritten: readonly string[];
  readonly reject: (value: unknown) => readonly string[];
}

/** Reads a zod schema; the outermost description and default win. */
export function readSchema(schema: z.ZodType): SchemaReading {
  const { type, unsupported, unwritten } = typeOfSchema(schema);
  const layers = unwrap(schema);
  const description = layers.map((layer) => layer.description).find((found) => found !== undefined);
  const fallback = layers.map((layer) => defaultOf(layer)).find((found) => found !== undefined);
  const values = enumValues(layers.at(-1));
  return {
    type,
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    validations: (self, name) => (values === undefined ? [] : [oneOf(self, name, values)]),
    unsupported,
    unwritten,
    reject: (value) => {
      const result = schema.safeParse(value);
      return result.success
        ? []
        : result.error.issues.map((issue) => [...issue.path, issue.message].join(": "));
    },
  };
}

/** `.default(x)` gives x, and a variable that may be null or undefined has null when nobody gives it a value. */
function defaultOf(layer: z.ZodType): { readonly value: unknown } | undefined {
  const definition = definitionOf(layer);
  switch (definition.type) {
    case "default":
    case "prefault":
      return { value: definition.defaultValue };
    case "optional":
    case "nullable":
      return { value: null };
    default:
      return undefined;
  }
}

function enumValues(schema: z.ZodType | undefined): readonly string[] | undefined {
  if (schema === undefined) return undefined;
  const definition = definitionOf(schema);
  const values =
    definition.type === "enum"
      ? Object.values(definition.entries)
      : definition.type === "literal"
        ? definition.values
        : [];
  return values.length > 0 && values.every((value) => typeof value === "string") ? values : undefined;
}

/** The validation block of an enumeration. */
function oneOf(self: ExprBase<unknown>, name: string, values: readonly string[]): Validation {
  const list = tuple(values.map((value) => string(value)));
  return {
    condition: { ...stateOf(self), node: call("contains", [list, traversal("var", name)]) },
    error_message: `The value of ${name} must be one of ${values.join(", ")}.`,
  };
}
