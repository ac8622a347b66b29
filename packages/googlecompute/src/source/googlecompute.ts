import {
  communicatorRules,
  defineSource,
  type Identifier,
  type Infer,
  type PluginReference,
  type Source,
  type SourceFunction,
} from "@packwright/core";
import {
  googlecomputeBlocks,
  googlecomputeDeprecated,
  googlecomputeOptions,
  googlecomputeSensitive,
} from "../generated/schema.js";
import { googlecomputeFileRules, googlecomputeRules } from "../rules/rules.js";
import { BUILD_VARIABLES } from "./build-variables.js";
import type { AnyDisk } from "./disk-rules.js";
import type { CommonOptions, GooglecomputeOptions } from "./options.js";
import type { GooglecomputeRules } from "./rules.js";

/** The options with disks of whatever shape; their rules are among {@link GooglecomputeRules}. */
interface LiteralOptions extends CommonOptions {
  /** Disks beside the boot disk: existing ones, scratch disks, or new ones that live as long as the build. */
  readonly disk_attachment?: readonly AnyDisk[];
}

/** The `source` of the plugin. */
export interface GooglecomputeSource {
  /**
   * A machine on Google Compute Engine, and the image that is made of it.
   *
   * @example
   * source.googlecompute("web", {
   *   project_id: "loopbin",
   *   zone: "europe-west3-a",
   *   source_image_family: "debian-12",
   *   ssh_username: "packer",
   * })
   * // source "googlecompute" "web" {
   * //   project_id          = "loopbin"
   * //   zone                = "europe-west3-a"
   * //   source_image_family = "debian-12"
   * //   ssh_username        = "packer"
   * // }
   * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
   */
  readonly googlecompute: <const N extends string, const O>(
    label: Identifier<N>,
    options: LiteralOptions & Infer<O> & NoInfer<GooglecomputeRules<O>>,
  ) => Source<"googlecompute", N, GooglecomputeOptions>;
}

/** The `source` of the plugin, its templates declaring the plugin as `plugin` says. */
export function googlecomputeSource(plugin: PluginReference): GooglecomputeSource {
  return { googlecompute: googlecomputeBuilder(plugin) };
}

/** The same function before types have their say: it takes any options and leaves them to the checks. */
export function googlecomputeBuilder(plugin: PluginReference): SourceFunction<"googlecompute"> {
  return defineSource({
    type: "googlecompute",
    plugin,
    options: googlecomputeOptions,
    blocks: googlecomputeBlocks,
    deprecated: googlecomputeDeprecated,
    sensitive: googlecomputeSensitive,
    required: ["project_id", "zone"],
    fields: {},
    buildVariables: BUILD_VARIABLES,
    artifact: { gives: "image" },
    missingFunctions: {
      clean_resource_name:
        'The plugin has it in legacy JSON only. Write the name out, or use HCL: replace(lower(x), "/[^a-z0-9-]/", "-").',
    },
    rules: [...communicatorRules, ...googlecomputeRules],
    fileRules: googlecomputeFileRules,
  });
}
