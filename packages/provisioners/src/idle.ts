import { about, type Rule } from "@packwright/core";

/** Options that have no effect unless one of some others is set: Packer says nothing, so a warning does. */
export function idleWithout(options: readonly string[], others: readonly string[], message: string): Rule {
  return about(options, (context) => {
    if (others.some((other) => context.isSet(other))) return;
    for (const option of options) {
      if (context.isCertain(option))
        context.report({ summary: `${option} ${message}`, option, severity: "warning" });
    }
  });
}

/** Options that have no effect beside another one. */
export function idleBeside(options: readonly string[], other: string, message: string): Rule {
  return about(options, (context) => {
    if (!context.isCertain(other)) return;
    for (const option of options) {
      if (context.isCertain(option))
        context.report({ summary: `${option} ${message}`, option, severity: "warning" });
    }
  });
}
