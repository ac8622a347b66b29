import type { ComponentUse } from "../blocks/component-use.js";
import { isExpr } from "../expressions/expr-value.js";
import type { CheckedUse } from "./check-use.js";
import type { Report, Reporter } from "./report.js";

/**
 * Checks what a provisioner is for each source that its `override` names: its options, some of them replaced. What is
 * wrong without the override too is not said again.
 *
 * @param check what is checked of a component's options
 */
export function checkOverrides(
  use: ComponentUse,
  check: (use: CheckedUse, report: Reporter) => void,
  report: Reporter,
): void {
  const { override } = use.options;
  if (!isObject(override)) return;
  const known = new Set<string>();
  check(use, (found) => known.add(identity(found)));
  for (const [name, changes] of Object.entries(override)) {
    if (!isObject(changes)) continue;
    check({ definition: use.definition, options: { ...use.options, ...changes } }, (found) => {
      if (known.has(identity(found))) return;
      const [option = ""] = found.keys ?? [];
      const inside = Object.hasOwn(changes, option) ? (found.keys ?? []) : [];
      report({ ...found, keys: ["override", name, ...inside] });
    });
  }
}

/** What makes two reports the same problem. */
export function identity({ summary, keys = [] }: Report): string {
  return [summary, ...keys].join("\n");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isExpr(value);
}
