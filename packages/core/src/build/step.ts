import type { ComponentUse } from "../blocks/component-use.js";
import type { BuildContext } from "./context.js";

declare const labelsOfStep: unique symbol;
declare const namesOfStep: unique symbol;

/** A provisioner; `Labels` are the sources that its `only` and `except` name, `Names` those of its `override`. */
export interface Provisioner<out Labels extends string = never, out Names extends string = never> {
  readonly kind: "provisioner";
  readonly use: ComponentUse;
  /** The same step with a comment above its block, a line for each line of the text; legacy JSON has no place for it. */
  comment(text: string): Provisioner<Labels, Names>;
  readonly [labelsOfStep]?: Labels;
  readonly [namesOfStep]?: Names;
}

/** A post-processor; `Labels` are the sources that its `only` and `except` name. */
export interface PostProcessor<out Labels extends string = never> {
  readonly kind: "post-processor";
  readonly use: ComponentUse;
  /** The same step with a comment above its block, a line for each line of the text; legacy JSON has no place for it. */
  comment(text: string): PostProcessor<Labels>;
  readonly [labelsOfStep]?: Labels;
}

/** What a condition leaves in place of a step: `monitoring && shell(…)`. It is dropped. */
export type Falsy = false | null | undefined | "" | 0;

type NameOf<L extends string> = L extends `${string}.${infer N}` ? N : never;

/** A provisioner of a build with the sources `L`, a condition's `false`, or a function that makes either. */
export type ProvisionerStep<L extends string> =
  Provisioner<L, NameOf<L>> | Falsy | ((context: BuildContext) => Provisioner<L, NameOf<L>> | Falsy);

/** The same for post-processors. */
export type PostProcessorStep<L extends string> =
  PostProcessor<L> | Falsy | ((context: BuildContext) => PostProcessor<L> | Falsy);

/** The class behind steps. */
class StepValue<K extends "provisioner" | "post-processor"> {
  readonly kind: K;
  readonly use: ComponentUse;

  constructor(kind: K, use: ComponentUse) {
    this.kind = kind;
    this.use = use;
  }

  comment(text: string): StepValue<K> {
    return new StepValue(this.kind, { ...this.use, comment: text });
  }
}

/** A use of a component as a step of a build. */
export function createStep<K extends "provisioner" | "post-processor">(
  kind: K,
  use: ComponentUse,
): StepValue<K> {
  return new StepValue(kind, use);
}
