import { isExpr, stateOf } from "./expr-value.js";
import { ANY, BOOL, NUMBER, STRING, type ValueType } from "./value-type.js";

/** The HCL type of a value of the program. */
export function typeOfValue(value: unknown): ValueType {
  if (isExpr(value)) return stateOf(value).type;
  if (typeof value === "string") return STRING;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "boolean") return BOOL;
  if (typeof value !== "object" || value === null) return ANY;
  if (Array.isArray(value)) return { kind: "tuple", elements: value.map((item) => typeOfValue(item)) };
  return {
    kind: "object",
    attributes: Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, { type: typeOfValue(entry) }]),
    ),
  };
}
