import type { EvaluatedRun, EvaluatedStep } from "./evaluate/evaluated.js";
import type { PlainOptions } from "./evaluate/body.js";
import { tryEvaluate, type EvaluateOptions } from "./evaluate/evaluate.js";
import { EvaluationError } from "./evaluate/problem.js";
import type { TemplateSubject } from "./evaluate/subject.js";

/** One thing that a build does for one of its sources. */
export interface PlannedStep {
  /** The name of the build, `""` where it has none. */
  readonly build: string;
  /** `googlecompute.web` */
  readonly source: string;
  readonly kind: "source" | "provisioner" | "error-cleanup-provisioner" | "post-processor";
  /** Packer's name of the component: `shell`. */
  readonly type: string;
  readonly options: PlainOptions;
  /** How often it is tried again after a failure. */
  readonly retries: number;
  /** How long Packer waits before it, as a duration. */
  readonly pause?: string;
  /** Whether a failure, after all retries, is a warning only. */
  readonly continuesOnError: boolean;
  /** For post-processors: the number of the pipeline and the place in it, both from 0. */
  readonly pipeline?: { readonly number: number; readonly place: number };
}

/**
 * What a template does, in the order in which Packer does it, source by source: the machine, its provisioners, the one that
 * runs when another one failed, and the post-processors. Variables without a value are `"<unknown>"`.
 *
 * @throws EvaluationError with every problem, TemplateError when the template has errors
 * @example
 * plan(image).map(({ source, type }) => `${source} ${type}`)   // ["googlecompute.web googlecompute", "googlecompute.web shell"]
 */
export function plan(template: TemplateSubject, options: EvaluateOptions = {}): readonly PlannedStep[] {
  const { evaluated, problems } = tryEvaluate(template, options, "unknown");
  if (problems.length > 0) throw new EvaluationError(problems);
  return evaluated.builds.flatMap(({ name, runs }) => runs.flatMap((run) => stepsOf(name, run)));
}

function stepsOf(build: string, run: EvaluatedRun): readonly PlannedStep[] {
  const { source, type, options, provisioners, errorCleanup, postProcessors } = run;
  const planned = (kind: PlannedStep["kind"], step: EvaluatedStep): PlannedStep => {
    const { max_retries: retries, pause_before: pause, continue_on_error: continues } = step.meta;
    return {
      build,
      source,
      kind,
      type: step.type,
      options: step.options,
      retries: typeof retries === "number" ? retries : Number(retries ?? 0),
      ...(typeof pause === "string" ? { pause } : {}),
      continuesOnError: continues === true,
    };
  };
  return [
    planned("source", { type, options, meta: {} }),
    ...provisioners.map((step) => planned("provisioner", step)),
    ...(errorCleanup === undefined ? [] : [planned("error-cleanup-provisioner", errorCleanup)]),
    ...postProcessors.flatMap((pipeline, number) =>
      pipeline.map((step, place) => ({ ...planned("post-processor", step), pipeline: { number, place } })),
    ),
  ];
}
