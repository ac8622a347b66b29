import type { ExprBase } from "../expressions/expr.js";
import type { Conflict } from "../plugin/constraints.js";
import { about, type Rule } from "../plugin/rule.js";

export const NAME_AND_VALUE = "write each environment variable as NAME=value";

/** A literal entry of `environment_vars`; text that is only known when the program runs is checked then. */
type Entry<E extends string> = E extends unknown
  ? E &
      (string extends E
        ? unknown
        : E extends `=${string}`
          ? Conflict<typeof NAME_AND_VALUE>
          : E extends `${string}=${string}`
            ? unknown
            : Conflict<typeof NAME_AND_VALUE>)
  : never;

/** Environment variables as a list of `NAME=value`; `E` are the literal entries, for the compiler to infer. */
export type EnvironmentVars<E extends string> =
  readonly (Entry<E> | ExprBase<string, "build">)[] | ExprBase<readonly string[], "build">;

/** The same when the program runs. */
export const environmentRule: Rule = /* @__PURE__ */ about(["environment_vars"], (context) => {
  const entries = context.literal("environment_vars");
  if (!Array.isArray(entries)) return;
  for (const [at, entry] of entries.entries()) {
    if (typeof entry !== "string" || entry.indexOf("=") > 0) continue;
    context.report({
      summary: `environment_vars has ${JSON.stringify(entry)}: ${NAME_AND_VALUE}`,
      option: ["environment_vars", at],
      code: "invalid-value",
    });
  }
});
