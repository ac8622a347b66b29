import type { Expression } from "@packwright/hcl/nodes";
import { z } from "zod";
import { isConvertible } from "../expressions/convertible.js";
import { describeType, type ValueType } from "../expressions/value-type.js";
import { DynamicBlocks } from "../blocks/dynamic-blocks.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import { definitionOf, typeOfSchema } from "../variables/schema-type.js";
import { asSeen } from "./as-seen.js";
import { nearest } from "./nearest.js";
import type { Report } from "./report.js";
import { templateSample } from "./template-sample.js";

/**
 * Checks the value of an option against its zod schema. Expressions may stand anywhere in it: their type is compared,
 * as their value is known to Packer alone; numbers may be written as text, as Packer reads both. Text with `{{ }}` is
 * tried as Packer will fill it in, where that can be foreseen.
 */
export function checkValue(
  schema: z.core.$ZodType,
  value: unknown,
  keys: readonly string[],
  report: (report: Report) => void,
): void {
  if (value instanceof DynamicBlocks) {
    checkValue(schema, value.content, keys, report);
    return;
  }
  if (isExpr(value)) {
    const wanted = typeOf(schema);
    const { type } = stateOf(value);
    if (!isConvertible(type, wanted)) {
      report({
        code: "type-mismatch",
        summary: `${name(keys)} has to be ${describeType(wanted)}, and this expression is ${describeType(type)}`,
        keys,
      });
    } else if (stateOf(value).inBuild && (wanted.kind === "number" || wanted.kind === "bool")) {
      checkKnownLater(stateOf(value).node, wanted, keys, report);
    }
    const text = asSeen(schema, value);
    if (!isExpr(text)) checkValue(schema, text, keys, report);
    return;
  }
  const inner = core(schema);
  const definition = definitionOf(inner);
  if (definition.type === "array" && Array.isArray(value)) {
    value.forEach((item, at) => {
      checkValue(definition.element, item, [...keys, String(at)], report);
    });
    checkPlain(shallow(inner), value, keys, report);
    return;
  }
  if (definition.type === "record" && isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      checkPlain(definition.keyType, key, [...keys, key], report);
      checkValue(definition.valueType, item, [...keys, key], report);
    }
    return;
  }
  if (definition.type === "object" && isObject(value)) {
    checkObject(definition.shape, value, keys, report);
    checkPlain(shallow(inner), value, keys, report);
    return;
  }
  const seen = asSeen(inner, value);
  if (typeof seen === "string" && seen.includes("{{") && typeOf(inner).kind === "string")
    checkFilledIn(inner, seen, keys, report);
  else checkPlain(inner, seen, keys, report);
}

/** Before a build runs, all of `build` is one and the same text to Packer, which is neither a number nor true or false. */
function checkKnownLater(
  node: Expression,
  wanted: ValueType,
  keys: readonly string[],
  report: (report: Report) => void,
): void {
  if (node.kind === "parentheses") {
    checkKnownLater(node.expression, wanted, keys, report);
    return;
  }
  if (node.kind !== "get-attribute" || node.object.kind !== "variable" || node.object.name !== "build")
    return;
  report({
    code: "type-mismatch",
    summary: `${name(keys)} has to be ${describeType(wanted)}, and build.${node.name} is text until the build runs`,
    detail: "Packer checks the step before, with <unknown> in its place, and refuses it. Use a variable.",
    keys,
  });
}

/** Text that Packer fills in is checked as it will look then. */
function checkFilledIn(
  schema: z.core.$ZodType,
  text: string,
  keys: readonly string[],
  report: (report: Report) => void,
): void {
  const sample = templateSample(text);
  if (sample === undefined) return;
  const detail = `Packer makes ${JSON.stringify(sample.text)} of it.${sample.advice === undefined ? "" : ` ${sample.advice}`}`;
  checkPlain(schema, sample.text, keys, (found) => {
    report({ ...found, detail });
  });
}

function checkObject(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: object,
  keys: readonly string[],
  report: (report: Report) => void,
): void {
  const given = new Map<string, unknown>(Object.entries(value));
  for (const [key, item] of given) {
    const field = shape[key];
    if (field === undefined) report(unknownOption(key, Object.keys(shape), [...keys, key]));
    else if (item !== undefined && item !== null) checkValue(field, item, [...keys, key], report);
  }
  for (const [key, field] of Object.entries(shape)) {
    if (given.get(key) !== undefined || isOptional(field)) continue;
    report({ code: "missing-option", summary: `${[...keys, key].join(".")} is missing`, keys });
  }
}

function checkPlain(
  schema: z.core.$ZodType,
  value: unknown,
  keys: readonly string[],
  report: (report: Report) => void,
): void {
  const result = z.safeParse(schema, value);
  if (result.success) return;
  for (const issue of result.error.issues) {
    const path = [...keys, ...issue.path.map(String)];
    report({ code: "invalid-value", summary: summarize(issue, schema, value, path), keys: path });
  }
}

function summarize(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly string[],
): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "int") return `${name(path)} has to be a whole number`;
      return `${name(path)} has to be ${describeType(typeOf(schema))}, not ${describeValue(value)}`;
    case "invalid_value":
      return `${name(path)} has to be one of ${issue.values.map((one) => JSON.stringify(one)).join(", ")}`;
    default:
      return `${name(path)} ${issue.message}`;
  }
}

/** An option that is not there, with the one that was probably meant. */
export function unknownOption(option: string, known: readonly string[], keys: readonly string[]): Report {
  const meant = nearest(option, known);
  return {
    code: "unknown-option",
    summary: `there is no option ${option}`,
    keys,
    ...(meant === undefined ? {} : { detail: `Did you mean ${meant}?` }),
  };
}

const types = new WeakMap<z.core.$ZodType, ValueType>();

function typeOf(schema: z.core.$ZodType): ValueType {
  let type = types.get(schema);
  if (type === undefined) types.set(schema, (type = typeOfSchema(schema).type));
  return type;
}

const shallows = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/** The schema of a list or object without that of its contents: what is left are the checks on the whole. */
function shallow(schema: z.core.$ZodType): z.core.$ZodType {
  let found = shallows.get(schema);
  if (found === undefined) {
    const definition = definitionOf(schema);
    const bare =
      definition.type === "array"
        ? { ...definition, element: z.unknown() }
        : { ...definition, shape: {}, catchall: z.unknown() };
    shallows.set(schema, (found = z.core.clone(schema, bare)));
  }
  return found;
}

function core(schema: z.core.$ZodType): z.core.$ZodType {
  const definition = definitionOf(schema);
  return definition.type === "optional" || definition.type === "nullable"
    ? core(definition.innerType)
    : schema;
}

function isOptional(schema: z.core.$ZodType): boolean {
  return definitionOf(schema).type === "optional";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describeValue(value: unknown): string {
  if (value === null) return "null (leave the option out instead)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}

function name(keys: readonly string[]): string {
  return keys.join(".");
}
