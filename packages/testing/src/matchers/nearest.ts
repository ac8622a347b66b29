import type { PlainOptions } from "../evaluate/body.js";
import type { PlannedStep } from "../plan.js";
import { hasAll, type MatcherContext } from "./context.js";
import { printComponent } from "./print.js";

/** What of the expected options the step lacks that lacks the least of them, in words; `""` where no step was found. */
export function nearestMiss(
  context: MatcherContext,
  found: readonly PlannedStep[],
  expected: PlainOptions,
): string {
  const [nearest] = found
    .map((step) => ({
      step,
      differs: Object.keys(expected).filter((name) => !hasAll(context, step.options[name], expected[name])),
    }))
    .sort((a, b) => a.differs.length - b.differs.length);
  if (nearest === undefined || nearest.differs.length === 0) return "";
  const lines = nearest.differs.map(
    (name) => `  ${name} is ${show(nearest.step.options[name])}, and not ${show(expected[name])}`,
  );
  return `The nearest one differs:\n${lines.join("\n")}\n\n`;
}

/** Steps as HCL, each with the source that it is for. */
export function listSteps(steps: readonly PlannedStep[]): string {
  if (steps.length === 0) return "none";
  return steps
    .map(({ kind, type, options, source }) => {
      if (kind === "source") return printComponent(kind, source.split("."), options);
      return `# for ${source}\n${printComponent(kind, [type], options)}`;
    })
    .join("\n\n");
}

function show(value: unknown): string {
  if (value === undefined) return "not set";
  if (typeof value === "object" && value !== null && "asymmetricMatch" in value) return "as expected";
  return JSON.stringify(value);
}
