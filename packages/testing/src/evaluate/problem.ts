import type { DiagnosticCode } from "@packwright/core";
import type { Position, SourceText } from "@packwright/hcl";
import type { Range } from "@packwright/hcl/evaluate";

/** Something that keeps a template from having values. */
export interface EvaluationProblem {
  /** The kind of problem, as diagnostics of core have it: `unset-variable`, `no-value`. */
  readonly code: ProblemCode;
  /** What is wrong in a few words, as Packer says it: `Unset variable "region"`. */
  readonly summary: string;
  readonly detail: string;
  /** Where in the template: `local.name`, `build[0].provisioner[1].shell.inline`. */
  readonly path: string;
  /** What a function would need of the test's host, and the host does not have: `files`, `secrets.vault`. */
  readonly needs?: string;
  /** Where in the template's HCL, when it stands there: 1-based line and column. */
  readonly position?: Pick<Position, "line" | "column">;
}

/** The kinds of problems that evaluation finds. */
export type ProblemCode = Extract<
  DiagnosticCode,
  "invalid-value" | "local-cycle" | "no-value" | "syntax-error" | "undeclared-variable" | "unset-variable"
>;

/** What evaluation throws when a template has no values: every problem at once. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
  readonly problems: readonly EvaluationProblem[];

  constructor(problems: readonly EvaluationProblem[]) {
    super(
      `the template cannot be evaluated\n\n${problems.map((problem) => formatProblem(problem)).join("\n\n")}\n`,
    );
    this.problems = problems;
    Object.defineProperty(this, "problems", { enumerable: false });
  }
}

/** A problem as a person reads it. */
export function formatProblem({ summary, detail, path, position }: EvaluationProblem): string {
  const place = position === undefined ? path : `${path}, in its HCL at ${position.line}:${position.column}`;
  return `error: ${summary}\n  at ${place}${detail === "" ? "" : `\n  ${detail}`}`;
}

/** Where a stretch of the HCL begins. */
export function positionIn(
  source: SourceText,
  range: Range | undefined,
): Pick<EvaluationProblem, "position"> {
  if (range === undefined) return {};
  const { line, column } = source.position(range.start);
  return { position: { line, column } };
}
