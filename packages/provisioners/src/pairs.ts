import { about, type Rule } from "@packwright/core";

/** What is said of entries that are no `NAME=value`, by the compiler and by the check. */
export const NAME_AND_VALUE = "write each environment variable as NAME=value";

/** Entries without `=` set no variable: the program that gets them passes over them, and so does Packer. */
export function pairsRule(option: string): Rule {
  return about([option], (context) => {
    const entries = context.literal(option);
    if (!Array.isArray(entries)) return;
    for (const [at, entry] of entries.entries()) {
      if (typeof entry !== "string" || entry.indexOf("=") > 0) continue;
      context.report({
        summary: `${option} has ${JSON.stringify(entry)}: ${NAME_AND_VALUE}`,
        option: [option, at],
        severity: "warning",
        code: "invalid-value",
      });
    }
  });
}
