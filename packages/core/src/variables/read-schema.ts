import { z } from "zod";
import type { AttributeDefault, Validation } from "../blocks/declaration.js";
import type { ValueType } from "../expressions/value-type.js";
import { constraintsOf } from "./constraints/validations.js";
import type { Unwritten } from "./constraints/rule.js";
import { defaultOf, definitionOf, rejecterOf, typeOfSchema, unwrap } from "./schema-type.js";

/** What a zod schema says about a variable. */
export interface SchemaReading {
  readonly type: ValueType;
  readonly description?: string;
  readonly default?: { readonly value: unknown };
  readonly attributeDefaults: readonly AttributeDefault[];
  /** The validations that follow from the schema. */
  readonly validations: readonly Validation[];
  /** Parts that no variable of Packer can have, in words. */
  readonly unsupported: readonly string[];
  /** Constraints that are checked in TypeScript only, in words. */
  readonly unwritten: readonly Unwritten[];
  readonly reject: (value: unknown) => readonly string[];
}

/** Reads the schema of a variable, of zod or zod/mini; the outermost description and default win. */
export function readSchema(schema: z.core.$ZodType, name: string): SchemaReading {
  const { type, unsupported, unwritten, defaults } = typeOfSchema(schema);
  const layers = unwrap(schema);
  const description = layers
    // Both kinds of schema keep what describes them there.
    .map((layer) => z.globalRegistry.get(layer)?.description)
    .find((found) => found !== undefined);
  const isNullable = layers.some((layer) => ["optional", "nullable"].includes(definitionOf(layer).type));
  // A variable that may be null has null when nobody gives it a value.
  const fallback = defaultOf(layers) ?? (isNullable ? { value: null } : undefined);
  const constraints = constraintsOf(schema, name);
  return {
    type,
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    attributeDefaults: defaults,
    validations: constraints.validations,
    unsupported,
    unwritten: [...constraints.unwritten, ...unwritten],
    reject: rejecterOf(schema),
  };
}
