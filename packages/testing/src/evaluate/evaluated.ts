import type { ComponentDefinition } from "@packwright/core";
import type { PlainOptions } from "./body.js";

/** A step as one source gets it. */
export interface EvaluatedStep {
  readonly type: string;
  /** The component's own options, those of `override` in their place. */
  readonly options: PlainOptions;
  /** What Packer itself reads of the step: `pause_before`, `max_retries` and such. */
  readonly meta: PlainOptions;
}

/** What a build does for one of its sources. */
export interface EvaluatedRun {
  /** `googlecompute.web`, the name of the source in this build. */
  readonly source: string;
  /** What `packer build -only` calls it; behind the name of the build where it has one. */
  readonly only: string;
  readonly type: string;
  readonly name: string;
  readonly options: PlainOptions;
  readonly provisioners: readonly EvaluatedStep[];
  readonly errorCleanup?: EvaluatedStep;
  /** A list a pipeline. */
  readonly postProcessors: readonly (readonly EvaluatedStep[])[];
}

/** A build with a run for each of its sources. */
export interface EvaluatedBuild {
  readonly name: string;
  readonly description: string;
  readonly runs: readonly EvaluatedRun[];
}

/** A component with the values that it would get, for whoever looks at those. */
export interface EvaluatedUse {
  readonly definition: ComponentDefinition;
  /** Its own options and those that Packer reads of it. */
  readonly options: PlainOptions;
  /** Where in the template: `build[0].provisioner[2].shell`. */
  readonly path: string;
  /** The source whose `override` changed some of the options, and which it changed. */
  readonly override?: { readonly source: string; readonly options: PlainOptions };
}
