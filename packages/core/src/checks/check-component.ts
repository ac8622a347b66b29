import { traversal } from "@packwright/hcl";
import type { Options } from "../blocks/component-use.js";
import type { ExprBase } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import { ANY } from "../expressions/value-type.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { hostFiles } from "../plugin/files.js";
import type { CheckOptions } from "./check-template.js";
import { checkOptions, checkRequired, checkRules } from "./check-use.js";
import type { Report } from "./report.js";
import { UseContext } from "./rule-context.js";

/** What is wrong with the options of a component; `keys` lead from the component to the value at fault. */
export type ComponentProblem = Report;

/**
 * Stands among the options of a component for a value that is not known, of whatever type: {@link checkComponent} takes
 * it on trust.
 */
export const UNKNOWN_VALUE: ExprBase<unknown> = /* @__PURE__ */ createExpr<unknown, never>({
  node: /* @__PURE__ */ traversal("unknown"),
  type: ANY,
  uses: [],
  problems: [],
  inBuild: false,
});

/**
 * What is wrong with the options that a component would get, by themselves and together: they exist, have values of the
 * right kind, and obey the component's rules. What texts say in `{{ }}` is left to `check`, which knows who wrote it.
 *
 * @param options plain values, and {@link UNKNOWN_VALUE} in the place of those that are not known
 * @example
 * checkComponent(definition, { inline: [] })   // [{ code: "missing-option", summary: "Either a script …" }]
 */
export function checkComponent(
  definition: ComponentDefinition,
  options: Options,
  { files = false, now }: CheckOptions = {},
): readonly ComponentProblem[] {
  const problems: ComponentProblem[] = [];
  const report = (problem: ComponentProblem): void => {
    problems.push(problem);
  };
  checkOptions(definition, options, report);
  checkRequired(definition, options, report);
  checkRules(definition, options, report, now?.getTime());
  const host = files ? hostFiles() : undefined;
  if (host !== undefined) {
    const context = new UseContext(options, definition, report);
    for (const rule of definition.fileRules ?? []) rule(context, host);
  }
  return problems;
}
