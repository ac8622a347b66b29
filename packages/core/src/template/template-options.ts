import type { HcpPackerRegistryOptions } from "../components/hcp-packer-registry.js";
import type { OwnRule } from "../checks/own-rule.js";
import type { Weights } from "../checks/weights.js";
import type { PluginReference } from "../plugin/component.js";
import type { VersionConstraint } from "../plugin/version-constraint.js";
import type { AnyVariable } from "../variables/variable.js";

/** What the `packer` block of a template says, and what it declares beyond what its builds use. */
export interface TemplateOptions {
  /**
   * The versions of Packer that the template is for: `">= 1.10.0"`.
   *
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#version-constraint-syntax
   */
  readonly required_version?: VersionConstraint;
  /** Version constraints of plugins, by their local name, in place of the ones that their packages bring. */
  readonly required_plugins?: Readonly<Record<string, VersionConstraint>>;
  /**
   * What HCP Packer's registry is told of the images; a template with a registry has one build.
   *
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/hcp_packer_registry
   */
  readonly hcp_packer_registry?: HcpPackerRegistryOptions;
  /** Variables to declare although no build uses them. */
  readonly declare?: readonly AnyVariable[];
  /**
   * How much a kind of problem weighs in this template, in place of what it weighs by itself; `"off"` leaves it out.
   *
   * @example checks: { "bad-label-reference": "warning", "acme/no-root-login": "off" }
   */
  readonly checks?: Weights;
  /** Rules of your own, which look at the template after Packwright's. */
  readonly rules?: readonly OwnRule[];
}

/** What a template's `packer` block says, whether a program or a file says it. */
export interface TemplateSettings extends Omit<TemplateOptions, "required_version" | "required_plugins"> {
  readonly required_version?: string;
  readonly required_plugins?: Readonly<Record<string, string>>;
  /** Whether it was read from legacy JSON, whose least version is not that of the functions which HCL says it with. */
  readonly isLegacy?: boolean;
  /** The plugins that a file asks for, which then are all that the template asks for. */
  readonly requirements?: readonly PluginRequirement[];
}

/** An entry of `required_plugins`. */
export interface PluginRequirement {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/**
 * What `required_plugins` has to say: each plugin in use once, with the version that the template asks for, else all
 * constraints that were asked for with `plugins(plugin({ version }))`, else the versions that its bindings describe.
 */
export function requiredPlugins(
  used: readonly PluginReference[],
  options: TemplateSettings,
): readonly PluginRequirement[] {
  if (options.requirements !== undefined) return options.requirements;
  const byName = new Map<string, PluginReference[]>();
  for (const plugin of used) {
    const same = byName.get(plugin.name);
    if (same === undefined) byName.set(plugin.name, [plugin]);
    else same.push(plugin);
  }
  return [...byName].map(([name, references]) => {
    const asked = new Set(references.flatMap(({ version }) => (version === undefined ? [] : [version])));
    const bindings = new Set(references.map((reference) => reference.bindings));
    const version = options.required_plugins?.[name] ?? [...(asked.size > 0 ? asked : bindings)].join(", ");
    return { name, source: references[0]?.source ?? "", version };
  });
}
