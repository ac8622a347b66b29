import { z } from "zod";

/**
 * Schemas of values that components check, with the remedy in their messages. Empty text and 0 stand for "not set" in
 * components, so they pass; whether an option is set at all is asked elsewhere.
 */

/** One of some words; `ignoreCase` where the component turns them into its own case. */
export function choiceSchema(
  values: readonly string[],
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): z.ZodString {
  const list = values.map((value) => JSON.stringify(value)).join(", ");
  const words = values.map((value) => value.replaceAll(/[^\w]/g, "\\$&")).join("|");
  return z
    .string()
    .regex(new RegExp(`^(?:${words})?$`, ignoreCase ? "i" : ""), { error: `has to be one of ${list}` });
}

/** Text of a form; `form` describes it and completes "has to be …". */
export function formSchema(pattern: RegExp, form: string): z.ZodString {
  return z.string().regex(new RegExp(`^$|${pattern.source}`, pattern.flags), { error: `has to be ${form}` });
}

/** A whole number, within bounds where there are any. */
export function wholeNumberSchema({
  min,
  max,
}: { readonly min?: number; readonly max?: number } = {}): z.ZodInt {
  if (min === undefined && max === undefined) return z.int();
  const range =
    max === undefined
      ? `${String(min)} or more`
      : min === undefined
        ? `at most ${String(max)}`
        : `from ${String(min)} to ${String(max)}`;
  return z.int().refine((value) => value === 0 || (value >= (min ?? value) && value <= (max ?? value)), {
    error: `has to be ${range}`,
  });
}
