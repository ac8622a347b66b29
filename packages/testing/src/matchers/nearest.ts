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

/** A value as it stands in messages: JSON, with asymmetric matchers by their names. */
export function show(value: unknown): string {
  if (value === undefined) return "not set";
  if (Array.isArray(value)) return `[${value.map((item) => show(item)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isAsymmetric(value)) return nameOf(value);
  return `{ ${Object.entries(value)
    .map(([name, entry]) => `${name}: ${show(entry)}`)
    .join(", ")} }`;
}

/** What the asymmetric matchers of vitest and jest have. */
interface Asymmetric {
  readonly asymmetricMatch: unknown;
  /** What it compares with, `undefined` where it compares with nothing. */
  readonly sample?: unknown;
  toAsymmetricMatcher?(): string;
  toString(): string;
}

function isAsymmetric(value: object): value is Asymmetric {
  return "asymmetricMatch" in value;
}

/** The name of an asymmetric matcher as runners of tests show it: `StringContaining "x"`. */
function nameOf(matcher: Asymmetric): string {
  const shown = matcher.toAsymmetricMatcher?.();
  if (shown !== undefined) return shown;
  return matcher.sample === undefined ? matcher.toString() : `${matcher.toString()} ${show(matcher.sample)}`;
}
