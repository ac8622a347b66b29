import { printExpression } from "@packwright/hcl";
import type { ExprBase, Scope } from "./expr.js";
import { stateOf } from "./expr-value.js";

/** An expression whatever its type and scope are. */
export type AnyExpr = ExprBase<unknown, Scope>;

/** The HCL of an expression on one line. */
export function hclOf(expression: AnyExpr): string {
  return printExpression(stateOf(expression).node);
}

/** What is wrong with an expression. */
export function reasons(expression: AnyExpr): readonly string[] {
  return stateOf(expression).problems.map(({ reason }) => reason);
}
