import { binary, bool, call, conditional, nil, traversal } from "@packwright/hcl";
import { z } from "zod";
import type { AttributeDefault, Validation } from "../blocks/declaration.js";
import { write } from "../expressions/to-node.js";
import type { ValueType } from "../expressions/value-type.js";
import {
  choicesOf,
  defaultOf,
  definitionOf,
  isChoice,
  rejecterOf,
  typeOfSchema,
  unwrap,
} from "./schema-type.js";

/** What a zod schema says about a variable. */
export interface SchemaReading {
  readonly type: ValueType;
  readonly description?: string;
  readonly default?: { readonly value: unknown };
  readonly attributeDefaults: readonly AttributeDefault[];
  /** The validations that follow from the schema, of a variable with a name. */
  readonly validations: (name: string) => readonly Validation[];
  /** Parts that no variable of Packer can have, in words. */
  readonly unsupported: readonly string[];
  /** Constraints that are checked in TypeScript only, in words. */
  readonly unwritten: readonly string[];
  readonly reject: (value: unknown) => readonly string[];
}

/** Reads a schema of zod or zod/mini; the outermost description and default win. */
export function readSchema(schema: z.core.$ZodType): SchemaReading {
  const { type, unsupported, unwritten, defaults } = typeOfSchema(schema);
  const layers = unwrap(schema);
  const description = layers
    // Both kinds of schema keep what describes them there.
    .map((layer) => z.globalRegistry.get(layer)?.description)
    .find((found) => found !== undefined);
  const isNullable = layers.some((layer) => ["optional", "nullable"].includes(definitionOf(layer).type));
  // A variable that may be null has null when nobody gives it a value.
  const fallback = defaultOf(layers) ?? (isNullable ? { value: null } : undefined);
  const choices = choicesOf(layers.at(-1) ?? schema);
  return {
    type,
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
    attributeDefaults: defaults,
    validations: (name) =>
      choices?.every((choice) => isChoice(choice)) === true ? [oneOf(name, choices, isNullable)] : [],
    unsupported,
    unwritten,
    reject: rejecterOf(schema),
  };
}

/** The validation block of an enumeration. */
function oneOf(
  name: string,
  choices: readonly (string | number | boolean)[],
  isNullable: boolean,
): Validation {
  const self = traversal("var", name);
  const list = write(choices);
  const isOne = call("contains", [list.node, self]);
  return {
    condition: {
      ...list,
      // `contains` fails for null, and a condition keeps it from being asked where `||` did not in older Packers.
      node: isNullable ? conditional(binary(self, "==", nil()), bool(true), isOne) : isOne,
    },
    error_message: `The value of ${name} must be one of ${choices.join(", ")}.`,
  };
}
