import { describeType, type ValueType } from "../../expressions/value-type.js";
import type { OnProblem } from "./problem.js";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A value converted to the type of a variable as Packer does it: text to numbers and booleans and back, lists to
 * sets, objects to maps, attributes that a type does not have dropped. What cannot be converted is reported.
 *
 * Numbers beyond what a double holds are bigints.
 */
export function convertValue(
  value: unknown,
  type: ValueType,
  report: OnProblem,
  keys: readonly string[] = [],
): unknown {
  if (value === null || type.kind === "any") return value;
  const refuse = (): unknown => {
    report({ keys, summary: `it has to be ${describeType(type)}, not ${describe(value)}` });
    return undefined;
  };
  switch (type.kind) {
    case "string":
      return isPrimitive(value) ? String(value) : refuse();
    case "number": {
      const number = typeof value === "string" && NUMBER.test(value) ? numberOf(value) : value;
      return typeof number === "number" || typeof number === "bigint" ? number : refuse();
    }
    case "bool":
      if (value === "true" || value === "1") return true;
      if (value === "false" || value === "0") return false;
      return typeof value === "boolean" ? value : refuse();
    case "list":
    case "set":
      if (!Array.isArray(value)) return refuse();
      return value.map((item, at) => convertValue(item, type.element, report, [...keys, String(at)]));
    case "tuple":
      if (!Array.isArray(value)) return refuse();
      if (value.length !== type.elements.length) {
        const [wanted, found] = [type.elements.length, value.length];
        report({ keys, summary: `it has to have ${String(wanted)} items, not ${String(found)}` });
        return undefined;
      }
      return type.elements.map((element, at) =>
        convertValue(value[at], element, report, [...keys, String(at)]),
      );
    case "map":
      if (!isObject(value)) return refuse();
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          convertValue(item, type.element, report, [...keys, key]),
        ]),
      );
    case "object": {
      if (!isObject(value)) return refuse();
      const found: [string, unknown][] = [];
      for (const [name, attribute] of Object.entries(type.attributes)) {
        if (Object.hasOwn(value, name)) {
          found.push([name, convertValue(value[name], attribute.type, report, [...keys, name])]);
        } else if (attribute.optional !== true) report({ keys, summary: `the attribute ${name} is missing` });
      }
      return Object.fromEntries(found);
    }
  }
}

/** A number by its digits; a bigint where a double would lose some of them. */
export function numberOf(digits: string): number | bigint {
  const number = Number(digits);
  return /^[+-]?\d+$/.test(digits) && !Number.isSafeInteger(number)
    ? BigInt(digits.replace("+", ""))
    : number;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return isPrimitive(value) ? String(value) : "nothing";
}

function isPrimitive(value: unknown): value is string | number | bigint | boolean {
  return ["string", "number", "bigint", "boolean"].includes(typeof value);
}
