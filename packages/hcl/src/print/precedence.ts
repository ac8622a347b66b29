import type { BinaryOperator, Expression } from "../nodes.js";

/** How tightly binary operators bind, loosest first; all of them group from the left. */
const BINARY: { readonly [O in BinaryOperator]: number } = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** The level of what stands by itself: literals, calls, brackets, references. */
export const TERM = 8;
const UNARY = 7;
const CONDITIONAL = 0;

/** The level at which an expression binds: an operand below the level that its place asks for needs parentheses. */
export function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case "conditional":
      return CONDITIONAL;
    case "binary":
      return BINARY[expression.operator];
    case "unary":
      return UNARY;
    default:
      return TERM;
  }
}

/** Whether `.name` and `[key]` behind this expression would belong to it: not behind numbers, operators and splats. */
export function takesTraversal(expression: Expression): boolean {
  switch (expression.kind) {
    case "variable":
    case "get-attribute":
    case "index":
    case "call":
    case "parentheses":
    case "splat-item":
      return true;
    default:
      return false;
  }
}
