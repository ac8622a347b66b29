import { isIdentifier } from "@packwright/hcl";
import { z } from "zod";
import type { AttributeDefault } from "../blocks/declaration.js";
import type { Unwritten } from "./constraints/rule.js";
import { write } from "../expressions/to-node.js";
import { ANY, BOOL, NUMBER, STRING, type AttributeType, type ValueType } from "../expressions/value-type.js";

/** The definition inside a zod schema, told apart by `type`. */
export type SchemaDefinition = z.core.$ZodTypes["_zod"]["def"];

/** The seam to zod's internals: every schema of zod's own is one of `$ZodTypes`, whose definitions are public data. */
export function definitionOf(schema: z.core.$ZodType): SchemaDefinition {
  return schema._zod.def as SchemaDefinition;
}

/** A schema and those inside its wrappers (`optional`, `default`, …), outermost first. */
export function unwrap(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const layers: z.core.$ZodType[] = [];
  for (let layer: z.core.$ZodType | undefined = schema; layer !== undefined; layer = innerOf(layer))
    layers.push(layer);
  return layers;
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return definition.innerType;
    default:
      return undefined;
  }
}

/** The values of an enumeration or a literal; `undefined` for other schemas. */
export function choicesOf(schema: z.core.$ZodType): readonly unknown[] | undefined {
  const definition = definitionOf(schema);
  if (definition.type === "literal") return definition.values;
  // The keys of a partial record have no values of their own.
  return definition.type === "enum"
    ? [...(schema._zod.values ?? Object.values(definition.entries))]
    : undefined;
}

/** Whether HCL can compare a value with others. */
export function isChoice(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The outermost default of a schema by its layers. */
export function defaultOf(layers: readonly z.core.$ZodType[]): { readonly value: unknown } | undefined {
  for (const layer of layers) {
    const definition = definitionOf(layer);
    if (definition.type === "default" || definition.type === "prefault")
      return { value: definition.defaultValue };
  }
  return undefined;
}

/** The HCL type of a schema, and what of the schema has no place in it. */
export interface TypeReading {
  readonly type: ValueType;
  readonly unsupported: readonly string[];
  readonly unwritten: readonly Unwritten[];
  /** The defaults of attributes of objects. */
  readonly defaults: readonly AttributeDefault[];
}

/** Reads the HCL type of a zod schema: `z.array(z.int())` is `list(number)`. */
export function typeOfSchema(schema: z.core.$ZodType): TypeReading {
  const unsupported: string[] = [];
  const unwritten: Unwritten[] = [];
  const defaults: AttributeDefault[] = [];
  const refuse = (at: string, reason: string): void => {
    unsupported.push(`${at === "" ? "the schema" : at} ${reason}`);
  };
  const note = (constraint: string, at: string): void => {
    unwritten.push({ constraint: at === "" ? constraint : `${constraint} of ${at}` });
  };
  const read = (part: z.core.$ZodType, at: string): ValueType => {
    const definition = definitionOf(part);
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
      case "literal":
        return typeOfValues(choicesOf(part) ?? []);
      case "array":
        return { kind: "list", element: read(definition.element, join(at, "[]")) };
      case "set":
        return { kind: "set", element: read(definition.valueType, join(at, "[]")) };
      case "record":
        read(definition.keyType, at === "" ? "the keys" : `the keys of ${at}`);
        return { kind: "map", element: read(definition.valueType, join(at, "[]")) };
      case "tuple":
        if (definition.rest !== null) refuse(at, "is a tuple with a rest, which no type of HCL is");
        return {
          kind: "tuple",
          elements: definition.items.map((item, i) => read(item, join(at, `[${String(i)}]`))),
        };
      case "object":
        checkKeys(definition, at);
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
        return read(definition.innerType, at);
      case "catch":
        note("falling back on another value", at);
        return read(definition.innerType, at);
      case "any":
      case "unknown":
        return ANY;
      default:
        refuse(at, `is z.${definition.type}(), which no type of HCL is`);
        return ANY;
    }
  };
  const attribute = (field: z.core.$ZodType, at: string): AttributeType => {
    const type = read(field, at);
    if (field._zod.optin === undefined) return { type };
    const fallback = defaultOf(unwrap(field));
    if (fallback === undefined) return { type, optional: true };
    const { value } = fallback;
    defaults.push({ at, value, reject: rejecterOf(field) });
    return { type, optional: true, default: write(value).node };
  };
  const checkKeys = ({ shape, catchall }: z.core.$ZodObjectDef, at: string): void => {
    for (const name of Object.keys(shape)) {
      if (!isIdentifier(name)) refuse(join(at, name), "is no name for an attribute of HCL's objects");
    }
    if (catchall === undefined) return;
    if (definitionOf(catchall).type === "never") note("having no other keys", at);
    else refuse(at, "lets in other keys, which Packer drops");
  };
  return { type: read(schema, ""), unsupported, unwritten, defaults };
}

/** Asks a schema about a value; no answer means that it is fine. */
export function rejecterOf(schema: z.core.$ZodType): (value: unknown) => readonly string[] {
  return (value) => {
    try {
      const result = z.safeParse(schema, value);
      if (result.success) return [];
      return result.error.issues.map((issue) => [...issue.path, issue.message].join(": "));
    } catch (error) {
      // What a refinement throws, or that one is asynchronous.
      return [`the schema failed: ${error instanceof Error ? error.message : String(error)}`];
    }
  };
}

function typeOfValues(values: readonly unknown[]): ValueType {
  if (values.every((value) => typeof value === "string")) return STRING;
  if (values.every((value) => typeof value === "number")) return NUMBER;
  return values.every((value) => typeof value === "boolean") ? BOOL : ANY;
}

function join(at: string, name: string): string {
  return at === "" || name.startsWith("[") ? `${at}${name}` : `${at}.${name}`;
}
