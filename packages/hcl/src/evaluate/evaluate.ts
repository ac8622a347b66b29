import type { Expression } from "../nodes.js";
import type { EvaluationDiagnostic } from "./diagnostic.js";
import { evaluateExpression } from "./expression/evaluate-node.js";
import type { Scope } from "./scope.js";
import type { Value } from "./value/value.js";

/** What an expression comes to. With diagnostics, the value is what can be said in spite of them, often nothing. */
export interface Evaluated {
  readonly value: Value;
  readonly diagnostics: readonly EvaluationDiagnostic[];
}

/**
 * Evaluates an expression as Packer does: with the types, conversions and messages of HCL's own library.
 *
 * It does not throw for anything in the expression: errors are diagnostics, worded as HCL words them, with ranges in UTF-16
 * offsets of the scope's source.
 *
 * @example
 * const { expression, source } = parseExpression('upper("a") == var.name');
 * evaluate(expression, { variables: new Map([["var", fromJs({ name: "A" })]]), functions: functions(), source }).value;
 * // true
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
export function evaluate(expression: Expression, scope: Scope = {}): Evaluated {
  const diagnostics: EvaluationDiagnostic[] = [];
  const value = evaluateExpression(expression, {
    evaluate: evaluateExpression,
    scope,
    locals: undefined,
    item: undefined,
    diagnostics,
    depth: 0,
  });
  return { value, diagnostics };
}
