import { definePlugin, type Plugin } from "@packwright/core";
import { inspecProvisioner, type Inspec } from "./inspec.js";

/** The components of the inspec plugin. */
export interface InspecNamespace {
  readonly provisioner: { readonly inspec: Inspec };
}

/**
 * The inspec plugin, for `plugins`; with a version constraint, `inspecPlugin({ version: "~> 1.0" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/inspec
 */
export const inspecPlugin: Plugin<InspecNamespace> = /* @__PURE__ */ definePlugin({
  name: "inspec",
  source: "github.com/hashicorp/inspec",
  bindings: ">= 1.0.0",
  components: (plugin) => ({ provisioner: { inspec: inspecProvisioner(plugin) } }),
});

/**
 * Checks the machine against an InSpec profile.
 *
 * @example
 * inspec({ profile: "profiles/baseline", valid_exit_codes: [0, 101] })
 * // provisioner "inspec" {
 * //   profile          = "profiles/baseline"
 * //   valid_exit_codes = [0, 101]
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/inspec/latest/components/provisioner/inspec
 */
export const inspec: Inspec = /* @__PURE__ */ (() => inspecPlugin.namespace.provisioner.inspec)();
