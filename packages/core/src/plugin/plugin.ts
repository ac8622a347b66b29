import { coreData, type CoreData } from "../components/core-data.js";
import { coreSource, type CoreSource } from "../components/core-source.js";
import type { PluginReference } from "./component.js";
import type { VersionConstraint } from "./version-constraint.js";

/** The components of a plugin by kind and by Packer's name: `{ source: { docker }, postProcessor: { "docker-tag": … } }`. */
export interface Namespace {
  readonly source?: object;
  readonly data?: object;
  readonly provisioner?: object;
  readonly postProcessor?: object;
}

/**
 * A plugin of Packer: a value to hand to {@link plugins}, and a function that gives it a version constraint.
 *
 * @example
 * plugins(googlecompute({ version: ">= 1.1.1" }), docker)
 */
export interface Plugin<out N extends Namespace> {
  (options: { readonly version: VersionConstraint }): Plugin<N>;
  readonly reference: PluginReference;
  readonly namespace: N;
}

/**
 * Declares a plugin: where it comes from, and its components.
 *
 * `components` is called with the reference that they are to carry; with a version constraint it is called anew, so
 * that a template knows which version its components were asked for with.
 *
 * @example
 * export const docker: Plugin<DockerNamespace> = definePlugin({
 *   name: "docker",
 *   source: "github.com/hashicorp/docker",
 *   bindings: ">= 1.1.0",
 *   components: (plugin) => ({ source: { docker: defineSource({ type: "docker", plugin, options }) } }),
 * });
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#specifying-plugin-requirements
 */
export function definePlugin<N extends Namespace>(
  plugin: Omit<PluginReference, "version"> & { readonly components: (reference: PluginReference) => N },
): Plugin<N> {
  const { components, ...reference } = plugin;
  const make = (asked: PluginReference): Plugin<N> => {
    const withVersion = ({ version }: { readonly version: VersionConstraint }): Plugin<N> =>
      make({ ...reference, version });
    return Object.assign(withVersion, { reference: Object.freeze(asked), namespace: components(asked) });
  };
  return make(reference);
}

type Merge<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;

/** What Packer itself contains. */
export interface CoreNamespace {
  readonly source: CoreSource;
  readonly data: CoreData;
}

/**
 * The components of several plugins, and of Packer itself, in one place; templates that use them declare the plugins.
 *
 * @example
 * const { source, data } = plugins(googlecompute({ version: ">= 1.1.1" }));
 * // packer {
 * //   required_plugins {
 * //     googlecompute = {
 * //       version = ">= 1.1.1"
 * //       source  = "github.com/hashicorp/googlecompute"
 * //     }
 * //   }
 * // }
 */
export function plugins<const P extends readonly Plugin<Namespace>[]>(
  ...used: P
): Merge<P[number]["namespace"]> & CoreNamespace {
  const merged: Record<string, object> = { source: coreSource, data: coreData };
  for (const { namespace } of used) {
    for (const [kind, components] of Object.entries<object | undefined>({ ...namespace }))
      merged[kind] = { ...merged[kind], ...components };
  }
  // Each kind holds the components of every plugin, which is what the intersection of their namespaces says.
  return merged as never;
}
