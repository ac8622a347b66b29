import type { Mark } from "../plugin/given.js";
import { about, type Rule } from "../plugin/rule.js";

export const NAME_AND_VALUE = "write each environment variable as NAME=value";

/** `NAME=value` in every literal entry of `environment_vars`; other text is checked when the program runs. */
export type EnvironmentRules<O> = Mark<
  O extends { readonly environment_vars: readonly (infer E)[] }
    ? Misshapen<E> extends never
      ? never
      : "environment_vars"
    : never,
  typeof NAME_AND_VALUE
>;

type Misshapen<E> = E extends `=${string}`
  ? E
  : E extends string
    ? string extends E
      ? never
      : E extends `${string}=${string}`
        ? never
        : E
    : never;

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
