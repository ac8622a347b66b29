import { secretMask } from "@packwright/runner";
import { EvaluationError, plan as planOf, type PlannedStep } from "@packwright/testing";
import { relative } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, isTemplateError, UserError, type Surroundings } from "../output.js";
import { variablesOf } from "./given-variables.js";

/** What `plan` can be told. */
export interface PlanOptions {
  readonly format: string;
  readonly var?: readonly string[];
}

interface Planned {
  readonly template: string;
  readonly file: string;
  readonly steps: readonly PlannedStep[];
}

const FORMATS: Readonly<Record<string, (planned: readonly Planned[]) => string>> = {
  text: (planned) => planned.map(({ steps }) => textOf(steps)).join("\n"),
  json: (planned) => `${JSON.stringify(planned, null, 2)}\n`,
};

/** Prints what Packer would do, source by source, with the values that are known; without Packer. */
export function plan(
  loaded: readonly Loaded[],
  { format, var: given = [] }: PlanOptions,
  { cwd, env, ...around }: Surroundings,
): number {
  const print = FORMATS[format];
  if (print === undefined) {
    throw new UserError(
      `--format is "${format}"; it is one of ${Object.keys(FORMATS).join(", ")}`,
      EXIT.usage,
    );
  }
  const variables = variablesOf(given);
  const problems: string[] = [];
  const planned = loaded.flatMap(({ name, file, template }): readonly Planned[] => {
    try {
      const mask = secretMask(template, variables, env);
      const steps = planOf(template, { variables, env }).map((step) => ({
        ...step,
        options: maskIn(step.options, mask),
      }));
      return [{ template: name, file: relative(cwd, file), steps }];
    } catch (error) {
      if (!isTemplateError(error) && !(error instanceof EvaluationError)) throw error;
      problems.push(`${relative(cwd, file)}: ${error.message.trimEnd()}`);
      return [];
    }
  });
  if (problems.length > 0) throw new UserError(problems.join("\n\n"));
  around.out(print(planned));
  return EXIT.ok;
}

function maskIn<T>(value: T, mask: (text: string) => string): T {
  // A copy of the same form: only the texts in it are others.
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? mask(part) : part,
  ) as T;
}

/** A heading for each source, and a line for each step with its options under it. */
function textOf(steps: readonly PlannedStep[]): string {
  const lines: string[] = [];
  for (const [at, step] of steps.entries()) {
    const { build, source, kind, type } = step;
    const before = steps[at - 1];
    if (before?.source !== source || before.build !== build) {
      if (before !== undefined) lines.push("");
      lines.push(build === "" ? source : `${build}.${source}`);
    }
    const notes = notesOf(step);
    lines.push(`  ${kind} ${type}${notes.length === 0 ? "" : `  (${notes.join(", ")})`}`);
    for (const [name, value] of Object.entries(step.options)) {
      lines.push(`    ${name} = ${JSON.stringify(value)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function notesOf({ retries, pause, continuesOnError, pipeline }: PlannedStep): readonly string[] {
  return [
    ...(pause === undefined ? [] : [`after ${pause}`]),
    ...(retries === 0 ? [] : [`tried again ${String(retries)} times`]),
    ...(continuesOnError ? ["a failure is a warning"] : []),
    ...(pipeline === undefined
      ? []
      : [`pipeline ${String(pipeline.number + 1)}, place ${String(pipeline.place + 1)}`]),
  ];
}
