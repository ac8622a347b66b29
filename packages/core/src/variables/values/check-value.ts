import { z } from "zod";
import type { VariableBlock } from "../../blocks/declaration.js";
import { definitionOf } from "../schema-type.js";
import type { ValueProblem } from "./problem.js";

/** The schemas that variables were made with; those of a template that was read have none. */
const schemas = new WeakMap<VariableBlock, z.core.$ZodType>();

export function keepSchema(variable: VariableBlock, schema: z.core.$ZodType): void {
  schemas.set(variable, schema);
}

/** What the schema of a variable says about a value of the program. */
export function checkAgainstSchema(variable: VariableBlock, value: unknown): readonly ValueProblem[] {
  const schema = schemas.get(variable);
  if (schema === undefined) return variable.reject(value).map((summary) => ({ keys: [], summary }));
  try {
    const { error } = z.safeParse(schema, value);
    return (error?.issues ?? []).map(({ path, message }) => ({ keys: path.map(String), summary: message }));
  } catch (error) {
    // What a refinement throws, or that one is asynchronous.
    const reason = error instanceof Error ? error.message : String(error);
    return [{ keys: [], summary: `the schema failed: ${reason}` }];
  }
}

/**
 * A value as the schema of a variable takes it, made of one that Packer has: `null` of what may be left out is
 * nothing, the list of a set is a set, whole numbers of a bigint are such.
 */
export function asSchemaTakes(variable: VariableBlock, value: unknown): unknown {
  const schema = schemas.get(variable);
  return schema === undefined ? value : taken(schema, value);
}

function taken(schema: z.core.$ZodType, value: unknown): unknown {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "optional":
    case "default":
    case "prefault":
      if (value === null && !takesNull(definition.innerType)) return undefined;
      return taken(definition.innerType, value);
    case "nullable":
    case "nonoptional":
    case "readonly":
    case "catch":
      return value === null ? null : taken(definition.innerType, value);
    case "bigint":
      return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
    case "number":
      return typeof value === "bigint" ? Number(value) : value;
    case "set":
      return Array.isArray(value)
        ? new Set(value.map((item: unknown) => taken(definition.valueType, item)))
        : value;
    case "array":
      return Array.isArray(value) ? value.map((item: unknown) => taken(definition.element, item)) : value;
    case "tuple":
      return Array.isArray(value)
        ? value.map((item: unknown, at) => {
            const own = definition.items[at];
            return own === undefined ? item : taken(own, item);
          })
        : value;
    case "record":
      return mapEntries(value, (item) => taken(definition.valueType, item));
    case "object":
      return mapEntries(value, (item, key) => {
        const field = Object.hasOwn(definition.shape, key) ? definition.shape[key] : undefined;
        return field === undefined ? item : taken(field, item);
      });
    default:
      return typeof value === "bigint" ? Number(value) : value;
  }
}

function takesNull(schema: z.core.$ZodType): boolean {
  const definition = definitionOf(schema);
  if (definition.type === "nullable" || definition.type === "any" || definition.type === "unknown")
    return true;
  return "innerType" in definition && takesNull(definition.innerType);
}

function mapEntries(value: unknown, map: (item: unknown, key: string) => unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, map(item, key)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
