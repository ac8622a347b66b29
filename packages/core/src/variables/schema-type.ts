import type { z } from "zod";
import { toNode } from "../expressions/to-node.js";
import { ANY, BOOL, NUMBER, STRING, type AttributeType, type ValueType } from "../expressions/value-type.js";

/** The definition inside a zod schema, told apart by `type`. */
export type SchemaDefinition = z.core.$ZodTypes["_zod"]["def"];

/** The seam to zod's internals: every schema of zod's own is one of `$ZodTypes`, whose definitions are public data. */
export function definitionOf(schema: z.core.$ZodType): SchemaDefinition {
  return schema._zod.def as SchemaDefinition;
}

/** A schema and those inside its wrappers (`optional`, `default`, …), outermost first. */
export function unwrap(schema: z.ZodType): readonly z.ZodType[] {
  const layers: z.ZodType[] = [];
  for (let layer: z.ZodType | undefined = schema; layer !== undefined; layer = innerOf(layer))
    layers.push(layer);
  return layers;
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      // What zod's classic API wraps is classic too; the definition knows only the core type.
      return definition.innerType as z.ZodType;
    default:
      return undefined;
  }
}

/** The HCL type of a schema, and what of the schema has no place in it. */
export interface TypeReading {
  readonly type: ValueType;
  readonly unsupported: readonly string[];
  readonly unwritten: readonly string[];
}

/** Reads the HCL type of a zod schema: `z.array(z.int())` is `list(number)`. */
export function typeOfSchema(schema: z.core.$ZodType): TypeReading {
  const unsupported: string[] = [];
  const unwritten: string[] = [];
  const read = (part: z.core.$ZodType, at: string): ValueType => {
    const definition = definitionOf(part);
    for (const constraint of constraintsOf(definition))
      unwritten.push(at === "" ? constraint : `${constraint} of ${at}`);
    switch (definition.type) {
      case "string":
      case "template_literal":
        return STRING;
      case "number":
      case "bigint":
        return NUMBER;
      case "boolean":
        return BOOL;
      case "enum":
        return typeOfValues(Object.values(definition.entries));
      case "literal":
        return typeOfValues(definition.values);
      case "array":
        return { kind: "list", element: read(definition.element, join(at, "[]")) };
      case "set":
        return { kind: "set", element: read(definition.valueType, join(at, "[]")) };
      case "record":
        return { kind: "map", element: read(definition.valueType, join(at, "[]")) };
      case "tuple":
        return {
          kind: "tuple",
          elements: definition.items.map((item, i) => read(item, join(at, `[${String(i)}]`))),
        };
      case "object":
        return {
          kind: "object",
          attributes: Object.fromEntries(
            Object.entries(definition.shape).map(([name, field]) => [name, attribute(field, join(at, name))]),
          ),
        };
      case "optional":
      case "nullable":
      case "default":
      case "prefault":
      case "nonoptional":
      case "readonly":
      case "catch":
        return read(definition.innerType, at);
      case "any":
      case "unknown":
        return ANY;
      default:
        unsupported.push(
          `${at === "" ? "the schema" : at} is z.${definition.type}(), which no type of HCL is`,
        );
        return ANY;
    }
  };
  const attribute = (field: z.core.$ZodType, at: string): AttributeType => {
    const type = read(field, at);
    const definition = definitionOf(field);
    if (definition.type === "optional") return { type, optional: true };
    if (definition.type !== "default") return { type };
    return { type, optional: true, default: toNode(definition.defaultValue) };
  };
  return { type: read(schema, ""), unsupported, unwritten };
}

function typeOfValues(values: readonly unknown[]): ValueType {
  if (values.every((value) => typeof value === "string")) return STRING;
  if (values.every((value) => typeof value === "number")) return NUMBER;
  return values.every((value) => typeof value === "boolean") ? BOOL : ANY;
}

/** The constraints of a schema beyond its type, in words: `min_length`, `the pattern /^a/`. */
function constraintsOf(definition: SchemaDefinition): readonly string[] {
  const found: string[] = [];
  if ("format" in definition && typeof definition.format === "string") found.push(definition.format);
  for (const check of definition.checks ?? []) {
    const inner = check._zod.def;
    if (inner.check === "overwrite") continue;
    found.push("format" in inner && typeof inner.format === "string" ? inner.format : inner.check);
  }
  return found;
}

function join(at: string, name: string): string {
  return at === "" || name.startsWith("[") ? `${at}${name}` : `${at}.${name}`;
}
