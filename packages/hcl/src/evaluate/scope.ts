import type { FunctionTable } from "../functions/definition.js";
import type { Expression } from "../nodes.js";
import type { SourceText } from "../source.js";
import type { EvaluationDiagnostic, Range } from "./diagnostic.js";
import type { Value } from "./value/value.js";

/** What an expression can refer to. */
export interface Scope {
  /** The variables by name; when absent, none may be used at all. */
  readonly variables?: ReadonlyMap<string, Value>;
  /** The functions that can be called, as `functions()` makes them; when absent, none may be called at all. */
  readonly functions?: FunctionTable;
  /** The text that the expression was read from, for positions in messages. */
  readonly source?: SourceText;
}

/** What an expression is evaluated in: a scope, what loops have added to it, and where errors go. */
export interface Context {
  readonly scope: Scope;
  /** The variables of the loops around. */
  readonly locals: Locals | undefined;
  /** The element that the innermost splat is at. */
  readonly item: Value | undefined;
  readonly diagnostics: EvaluationDiagnostic[];
  /** Evaluates the expressions in an expression. */
  readonly evaluate: (node: Expression, context: Context) => Value;
  /** How many expressions this one stands in. */
  readonly depth: number;
}

/** The value of an expression in another one. */
export function evaluateNode(node: Expression, context: Context): Value {
  return context.evaluate(node, context);
}

export interface Locals {
  readonly variables: ReadonlyMap<string, Value>;
  readonly parent: Locals | undefined;
}

export function report(
  context: Context,
  summary: string,
  detail: string,
  subject?: Range,
  around?: Range,
  needs?: string,
): void {
  const { source } = context.scope;
  context.diagnostics.push({
    severity: "error",
    summary,
    detail,
    ...(subject === undefined ? {} : { subject }),
    ...(around === undefined ? {} : { context: around }),
    ...(source === undefined ? {} : { source }),
    ...(needs === undefined ? {} : { needs }),
  });
}

/** What was evaluated apart, with its own errors. */
export interface Apart {
  readonly value: Value;
  readonly diagnostics: readonly EvaluationDiagnostic[];
}

/** Evaluates something without reporting its errors yet. */
export function apart(context: Context, evaluate: (context: Context) => Value): Apart {
  const diagnostics: EvaluationDiagnostic[] = [];
  return { value: evaluate({ ...context, diagnostics }), diagnostics };
}
