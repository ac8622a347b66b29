import { traversal } from "@packwright/hcl";
import type { DataBlock } from "../blocks/declaration.js";
import { SourceValue, type Source } from "../build/source.js";
import { createStep, type PostProcessor, type Provisioner } from "../build/step.js";
import { CALLER, callSite, limitFrames } from "../diagnostics/site.js";
import type { Expr } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import type { ValueType } from "../expressions/value-type.js";
import { typeOfSchema } from "../variables/schema-type.js";
import { createUse, mayBeToldOf } from "./create-use.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { ComponentDefinition, OptionsSchema } from "./component.js";

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
  const source: SourceFunction<T> = (label, options) => {
    const use = createUse(complete, options, label);
    const limit = limitFrames(CALLER);
    use.site = new Error();
    limitFrames(limit);
    return new SourceValue(definition.type, label, { source: use });
  };
  return Object.assign(source, { definition: complete });
}

/**
 * Makes the function of a provisioner.
 *
 * @example
 * export const shell: Shell = defineProvisioner({ type: "shell", options: () => shellOptions });
 */
export function defineProvisioner(definition: Definition): (options?: object) => Provisioner {
  return defineStep("provisioner", definition);
}

/** Makes the function of a post-processor. */
export function definePostProcessor(definition: Definition): (options?: object) => PostProcessor {
  return defineStep("post-processor", definition);
}

function defineStep<K extends "provisioner" | "post-processor">(
  kind: K,
  definition: Definition,
): (options?: object) => ReturnType<typeof createStep<K>> {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind });
  const step = (options: object = {}): ReturnType<typeof createStep<K>> => {
    const use = createUse(complete, options);
    if (mayBeToldOf(use)) {
      const limit = limitFrames(CALLER);
      use.site = new Error();
      limitFrames(limit);
    }
    return createStep(kind, use);
  };
  return Object.assign(step, { definition: complete });
}

/**
 * A data source: an expression of all that it gives, whose attributes `O` are properties. It is declared by the
 * templates that use it or one of its attributes.
 */
export type DataSource<O> = Expr<O> & {
  /** The same data source with a comment above its block, a line for each line of the text. */
  comment(text: string): DataSource<O>;
};

/** What {@link defineData} makes; packages give it a stricter type, with their options and rules. */
export type DataFunction<O> = <const N extends string>(label: N, options: object) => DataSource<O>;

/** The definition of a data source, with the attributes that it gives: `outputs: () => z.strictObject({ id: z.string() })`. */
export type DataDefinition = Omit<ComponentDefinition, "kind"> & { readonly outputs: () => OptionsSchema };

/**
 * Makes the function of a data source for the `data` of a plugin.
 *
 * `O` are the attributes as a type; whoever declares it vouches that `outputs` describes the same.
 *
 * @example
 * interface ImageOutputs { readonly id: string }
 *
 * const image: DataFunction<ImageOutputs> = defineData({
 *   type: "docker-image",
 *   plugin,
 *   options: () => z.strictObject({ name: z.string() }),
 *   required: ["name"],
 *   outputs: () => z.strictObject({ id: z.string() }),
 * });
 * image("base", { name: "debian" }).id   // data.docker-image.base.id
 * // data "docker-image" "base" {
 * //   name = "debian"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/datasources
 */
export function defineData<O>(definition: DataDefinition): DataFunction<O> {
  const complete: ComponentDefinition = Object.freeze({ ...definition, kind: "data" });
  // Read from its schema when the first one is used.
  let type: ValueType | undefined;
  const data: DataFunction<O> = (label, options) => {
    type ??= typeOfSchema(definition.outputs()).type;
    const use = createUse(complete, options, label);
    use.site = callSite(data);
    return createData<O>(use, label, type);
  };
  return Object.assign(data, { definition: complete });
}

/** References are traversals of attributes throughout: Packer crashes at an index where it looks for dependencies. */
function createData<O>(use: ComponentUse, name: string, type: ValueType): DataSource<O> {
  const block: DataBlock = Object.freeze({ kind: "data", name, use });
  const node = traversal("data", use.definition.type, name);
  return createExpr<O, never, { comment(text: string): DataSource<O> }>(
    { node, type, uses: [block], problems: [], inBuild: false },
    { comment: (text) => createData({ ...use, comment: text }, name, type) },
  );
}
