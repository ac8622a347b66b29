import type { Assignment } from "@packwright/core";
import type { Declared } from "./declared.js";

/** A value of a variable: what JSON can say. */
export type VariableValue =
  string | number | boolean | null | readonly VariableValue[] | { readonly [key: string]: VariableValue };

/** Values of variables: by name, or as `variable.set(value)` makes them. */
export type Variables = Readonly<Record<string, VariableValue>> | readonly Assignment[];

/** The values by name. */
export function valuesOf(variables: Variables): ReadonlyMap<string, unknown> {
  return isList(variables)
    ? new Map(variables.map(({ variable, value }) => [variable.name, value]))
    : new Map(Object.entries(variables));
}

function isList(variables: Variables): variables is readonly Assignment[] {
  return Array.isArray(variables);
}

/** What is wrong with the values for a template that declares these variables: one sentence each. */
export function variableProblems(
  values: ReadonlyMap<string, unknown>,
  declared: readonly Declared[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const names = new Set(declared.map(({ name }) => name));
  const known = declared.length === 0 ? "it declares none" : `it declares ${[...names].join(", ")}`;
  const unknown = [...values.keys()]
    .filter((name) => !names.has(name))
    .map((name) => `the template declares no variable "${name}"; ${known}`);
  const unset = declared
    .filter(
      ({ name, hasDefault }) => !hasDefault && !values.has(name) && env[`PKR_VAR_${name}`] === undefined,
    )
    .map(({ name }) => `the variable "${name}" has no value: pass one in variables, or set PKR_VAR_${name}`);
  return [...unknown, ...unset];
}

/**
 * The text of a var file: JSON, whose strings are literal.
 *
 * @param isLegacy in legacy JSON every variable is a string
 */
export function varFileText(values: ReadonlyMap<string, unknown>, isLegacy: boolean): string {
  const entries = [...values].map(([name, value]): [string, unknown] => [
    name,
    isLegacy && (typeof value === "number" || typeof value === "boolean") ? String(value) : value,
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The values that must not be seen: those of sensitive variables, wherever they come from. */
export function secretsOf(
  values: ReadonlyMap<string, unknown>,
  declared: readonly Declared[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return declared
    .filter(({ isSensitive }) => isSensitive)
    .flatMap(({ name, defaults }) => [
      ...textsOf(values.get(name)),
      ...textsOf(env[`PKR_VAR_${name}`]),
      ...defaults,
    ]);
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
