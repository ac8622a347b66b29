import { SourceValue, type Source } from "../build/source.js";
import type { PostProcessor, Provisioner } from "../build/step.js";
import type { ComponentUse } from "../blocks/component-use.js";
import { callSite } from "../diagnostics/site.js";
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
      source: use(complete, options, source, label),
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
  const provisioner = (options: object = {}): Provisioner => ({
    kind: "provisioner",
    use: use(complete, options, provisioner),
  });
  return provisioner;
}

/** Makes the function of a post-processor. */
export function definePostProcessor(definition: Definition): (options?: object) => PostProcessor {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind: "post-processor" });
  const postProcessor = (options: object = {}): PostProcessor => ({
    kind: "post-processor",
    use: use(complete, options, postProcessor),
  });
  return postProcessor;
}

function use(
  definition: ComponentDefinition,
  options: object,
  caller: unknown,
  label?: string,
): ComponentUse {
  return {
    definition,
    label,
    // A copy, so that what the caller does to its object later does not change a value that is meant to be immutable.
    // It is not frozen: the type forbids writing to it, and freezing takes ten times as long as copying.
    options: { ...options },
    site: callSite(caller),
  };
}
