import type { AnyBuild } from "../build/build.js";
import { hcpPackerRegistry } from "../components/hcp-packer-registry.js";
import type { NotEmpty } from "../plugin/constraints.js";
import { callSite } from "../diagnostics/site.js";
import { copyEntries } from "../expressions/snapshot.js";
import { TemplateValue, type TemplateOutput } from "./template.js";
import type { TemplateOptions } from "./template-options.js";

/** A template: builds, and all that they refer to. */
export interface Template extends TemplateOutput {
  readonly builds: readonly AnyBuild[];
}

/**
 * A template of several builds, declaring what they use in order of first use.
 *
 * @example
 * template([debian, ubuntu], { required_version: ">= 1.10.0" })
 * // packer {
 * //   required_version = ">= 1.10.0"
 * // }
 */
export function template<const A extends readonly AnyBuild[]>(
  builds: A & NotEmpty<A, "a template of no builds does nothing: pass at least one">,
  options: TemplateOptions = {},
): Template {
  return new BuildsTemplate(builds, options);
}

class BuildsTemplate extends TemplateValue implements Template {
  readonly builds: readonly AnyBuild[];

  constructor(builds: readonly AnyBuild[], options: TemplateOptions) {
    super(
      builds.map((build) => build.block),
      copyEntries(options),
      callSite(template),
      options.hcp_packer_registry === undefined
        ? undefined
        : hcpPackerRegistry(options.hcp_packer_registry, template),
    );
    this.builds = Object.freeze([...builds]);
  }
}
