import {
  communicatorRules,
  defineSource,
  type AtLeastOne,
  type AtMostOne,
  type CommunicatorRules,
  type Excludes,
  type ExprBase,
  type Identifier,
  type Keys,
  type PluginReference,
  type Requires,
  type Source,
  type WhenKnown,
} from "@packwright/core";
import { googlecomputeBlocks, googlecomputeDeprecated, googlecomputeOptions } from "../generated/schema.js";
import { googlecomputeRules } from "../rules/rules.js";
import type * as message from "../rules/messages.js";
import type { GooglecomputeKey, GooglecomputeOptions } from "./options.js";

type Authentication =
  | "access_token"
  | "account_file"
  | "credentials_file"
  | "credentials_json"
  | "impersonate_service_account"
  | "vault_gcp_oauth_engine";

/** The rules between options that types can carry, over the keys of the options literal. */
export type GooglecomputeRules<K> = WhenKnown<
  GooglecomputeKey,
  K,
  CommunicatorRules<K> &
    AtMostOne<K, Authentication, typeof message.ONE_AUTHENTICATION> &
    AtLeastOne<K, "source_image" | "source_image_family", typeof message.SOME_IMAGE> &
    Requires<K, "enable_integrity_monitoring", "enable_vtpm", typeof message.MONITORING> &
    Requires<K, "omit_external_ip", "use_internal_ip", typeof message.INTERNAL_IP> &
    Excludes<K, "omit_external_ip", "address", typeof message.NO_ADDRESS> &
    Requires<K, "accelerator_count", "accelerator_type", typeof message.ACCELERATOR_TYPE> &
    Requires<
      K,
      "accelerator_count",
      "on_host_maintenance" | "preemptible",
      typeof message.ACCELERATOR_MAINTENANCE
    > &
    Excludes<K, "disable_default_service_account", "service_account_email", typeof message.NO_ACCOUNT> &
    Requires<K, "max_run_duration_in_seconds", "instance_termination_action", typeof message.TERMINATION> &
    Maintenance<K>
>;

/** A machine that can be taken away, or has an accelerator, cannot migrate. */
type Maintenance<K> = [Extract<K, "preemptible" | "accelerator_count">] extends [never]
  ? unknown
  : { readonly on_host_maintenance?: "TERMINATE" | ExprBase<"TERMINATE"> | ExprBase<string> };

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
  googlecompute<const N extends string, K extends GooglecomputeKey>(
    label: Identifier<N>,
    options: GooglecomputeOptions & Keys<K> & GooglecomputeRules<K>,
  ): Source<"googlecompute", N, GooglecomputeOptions>;
}

/** The `source` of the plugin, its templates declaring the plugin as `plugin` says. */
export function googlecomputeSource(plugin: PluginReference): GooglecomputeSource {
  return {
    googlecompute: defineSource({
      type: "googlecompute",
      plugin,
      options: googlecomputeOptions,
      blocks: googlecomputeBlocks,
      deprecated: googlecomputeDeprecated,
      required: ["project_id", "zone"],
      rules: [...communicatorRules, ...googlecomputeRules],
    }),
  };
}
