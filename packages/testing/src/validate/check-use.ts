import { checkComponent, UNKNOWN_VALUE, type CheckOptions } from "@packwright/core";
import type { PlainOptions } from "../evaluate/body.js";
import type { EvaluatedUse } from "../evaluate/evaluated.js";
import { UNKNOWN } from "../evaluate/evaluator.js";
import type { Unplaced } from "./validation.js";

/**
 * The errors of a component with the values that it would get. Its warnings are about what the author wrote, and not about
 * what that comes to: a secret that a variable gives is none that stands in the template.
 */
export function checkUse(
  { definition, options, path, override }: EvaluatedUse,
  { files = false, now }: CheckOptions,
): readonly Unplaced[] {
  const known = withUnknown(options) as PlainOptions;
  return checkComponent(definition, known, { files, ...(now === undefined ? {} : { now }) }).flatMap(
    ({ severity = "error", code, summary, detail, keys = [] }) => {
      if (severity !== "error") return [];
      const [option = ""] = keys;
      const isOverridden = override !== undefined && Object.hasOwn(override.options, option);
      const place = isOverridden ? ["override", override.source, ...keys] : keys;
      return [
        {
          ...{ severity, code, summary, path: [path, ...place].join(".") },
          ...(detail === undefined ? {} : { detail }),
        },
      ];
    },
  );
}

/** Plain values with a mark in the place of each that only a run knows, or that is made of such. */
function withUnknown(value: unknown): unknown {
  if (typeof value === "string") return value.includes(UNKNOWN) ? UNKNOWN_VALUE : value;
  if (Array.isArray(value)) return value.map((item) => withUnknown(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, withUnknown(entry)] as const),
  );
}
