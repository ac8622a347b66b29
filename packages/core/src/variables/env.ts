import { call, string } from "@packwright/hcl";
import type { Expr, ExprBase } from "../expressions/expr.js";
import { createExpr, stateOf } from "../expressions/expr-value.js";
import { STRING } from "../expressions/value-type.js";
import type { Unwritable } from "../expressions/written.js";

declare const environment: unique symbol;

/** Text that Packer takes from its environment; only the default of a variable can be made of it. */
export interface EnvironmentValue {
  readonly [environment]: string;
}

/** What the default of a variable can be: a value in which the environment may stand for text, numbers and booleans. */
export type VariableDefault<T> =
  | EnvironmentValue
  | (T extends readonly (infer E)[]
      ? readonly VariableDefault<E>[]
      : T extends object
        ? { readonly [K in keyof T]: VariableDefault<T[K]> }
        : T);

/** What is wrong with `env()` anywhere but in the default of a variable, where it is let through. */
export const ENV_ELSEWHERE: Unwritable = Object.freeze({
  path: [],
  reason: "env() exists in the default of a variable only",
  detail: "Give a variable the default env(…), and use the variable here.",
  code: "bad-expression",
});

/**
 * The value of an environment variable where Packer runs, empty text when it is not set; for the default of a
 * variable, as Packer has `env` nowhere else. `make` gives a longer text with it in.
 *
 * @example
 * variable("home", z.string(), { default: env("HOME", (home) => text`${home}/images`) })
 * // variable "home" {
 * //   type    = string
 * //   default = "${env("HOME")}/images"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/contextual/env
 */
export function env(name: string, make?: (value: Expr<string>) => ExprBase<string>): EnvironmentValue {
  const value = createExpr<string, never>({
    node: call("env", [string(name)]),
    type: STRING,
    uses: [],
    problems: [ENV_ELSEWHERE],
    inBuild: false,
  });
  // It is an expression like any other when the program runs; its type keeps it from where Packer has no `env`.
  return createExpr<string, never>(stateOf(make === undefined ? value : make(value))) as never;
}
