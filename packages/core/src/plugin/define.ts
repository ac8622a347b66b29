import { SourceValue, type Source } from "../build/source.js";
import { createStep, type PostProcessor, type Provisioner } from "../build/step.js";
import { createUse } from "./create-use.js";
import type { ComponentDefinition } from "./component.js";

/** A definition without its kind, which the function that takes it gives. */
export type Definition = Omit<ComponentDefinition, "kind" | "outputs">;

/** What {@link defineSource} makes; packages give it a stricter type, with their options and rules. */
export type SourceFunction<T extends string> = <const N extends string>(
  label: N,
  options: object,
) => Source<T, N>;

/**
 * Makes the function of a builder for the `source` of a plugin.
 *
 * @example
 * const docker: DockerSource = defineSource({ type: "docker", plugin, options: () => dockerOptions });
 */
export function defineSource<const T extends string>(
  definition: Definition & { readonly type: T },
): SourceFunction<T> {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind: "source" });
  const source: SourceFunction<T> = (label, options) =>
    new SourceValue(definition.type, label, {
      source: createUse(complete, options, label, source),
    });
  return source;
}

/**
 * Makes the function of a provisioner.
 *
 * @example
 * export const shell: Shell = defineProvisioner({ type: "shell", options: () => shellOptions });
 */
export function defineProvisioner(definition: Definition): (options?: object) => Provisioner {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind: "provisioner" });
  const provisioner = (options: object = {}): Provisioner =>
    createStep("provisioner", createUse(complete, options, undefined, provisioner));
  return provisioner;
}

/** Makes the function of a post-processor. */
export function definePostProcessor(definition: Definition): (options?: object) => PostProcessor {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind: "post-processor" });
  const postProcessor = (options: object = {}): PostProcessor =>
    createStep("post-processor", createUse(complete, options, undefined, postProcessor));
  return postProcessor;
}
