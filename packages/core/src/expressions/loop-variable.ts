import { visit } from "@packwright/hcl";
import type { Written } from "./written.js";

/** The names at which Packer's references begin. */
export const ROOTS: ReadonlySet<string> = new Set([
  "var",
  "local",
  "data",
  "path",
  "packer",
  "build",
  "source",
]);

/** The names that mean something else in an expression when a loop around it binds them. */
export function freeNames({ node, problems }: Pick<Written, "node" | "problems">): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { variable } of problems) if (variable !== undefined) names.add(variable.name);
  visit(node, (each) => {
    if (each.kind === "variable" && ROOTS.has(each.name)) names.add(each.name);
    return true;
  });
  return names;
}
