import { isExpr } from "../expressions/expr-value.js";
import { describeType, type ValueType } from "../expressions/value-type.js";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Why a value cannot be of a type, as Packer converts values; nothing when it can, or when only Packer knows. */
export function misfitsOf(value: unknown, type: ValueType, at = "it"): readonly string[] {
  if (value === null || value === undefined || isExpr(value) || type.kind === "any") return [];
  const misfit = [`${at} has to be ${describeType(type)}, not ${describe(value)}`];
  switch (type.kind) {
    case "string":
      return typeof value === "object" ? misfit : [];
    case "number":
      return typeof value === "number" || (typeof value === "string" && NUMBER.test(value)) ? [] : misfit;
    case "bool":
      return typeof value === "boolean" || (typeof value === "string" && /^(?:true|false|1|0)$/.test(value))
        ? []
        : misfit;
    case "list":
    case "set":
      return Array.isArray(value)
        ? value.flatMap((item, i) => misfitsOf(item, type.element, step(at, `[${String(i)}]`)))
        : misfit;
    case "tuple":
      if (!Array.isArray(value)) return misfit;
      if (value.length !== type.elements.length)
        return [`${at} has to have ${String(type.elements.length)} items, not ${String(value.length)}`];
      return type.elements.flatMap((element, i) => misfitsOf(value[i], element, step(at, `[${String(i)}]`)));
    case "map":
      return isObject(value)
        ? Object.entries(value).flatMap(([key, item]) => misfitsOf(item, type.element, step(at, `.${key}`)))
        : misfit;
    case "object": {
      if (!isObject(value)) return misfit;
      return Object.entries(type.attributes).flatMap(([name, attribute]) => {
        if (Object.hasOwn(value, name)) return misfitsOf(value[name], attribute.type, step(at, `.${name}`));
        return attribute.optional === true ? [] : [`${step(at, `.${name}`)} is missing`];
      });
    }
  }
}

function step(at: string, to: string): string {
  return at === "it" ? to.replace(/^\./, "") : at + to;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return JSON.stringify(value);
}
