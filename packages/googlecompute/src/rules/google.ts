import type { RuleContext } from "@packwright/core";

/** What Packer and the plugin let pass and Google refuses, or takes otherwise than one thinks: warnings, with their source. */
export function warn(
  context: RuleContext,
  option: string | readonly (string | number)[],
  summary: string,
  source: string,
): void {
  context.report({
    summary,
    detail: `Packer does not look at it; ${source}`,
    option,
    severity: "warning",
    code: "invalid-value",
  });
}
