import { isExpr, isGiven } from "@packwright/core";

/** Helpers over the insides of options; an expression, or text with `{{ }}`, is a value that only Packer knows. */

/** Whether a value is given whatever Packer makes of it. */
export function isCertain(value: unknown): boolean {
  return isGiven(value) && !isExpr(value);
}

/** Text that is known while the program runs; `undefined` for everything else, empty text among it. */
export function knownText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && !value.includes("{{") ? value : undefined;
}

/** A number that is known while the program runs, which may be written as text. */
export function knownNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && !Number.isNaN(number) ? number : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isExpr(value);
}
