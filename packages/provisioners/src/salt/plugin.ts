import { definePlugin, type Plugin } from "@packwright/core";
import { saltMasterlessProvisioner, type SaltMasterless } from "./salt-masterless.js";

/** The components of the salt plugin. */
export interface SaltNamespace {
  readonly provisioner: { readonly "salt-masterless": SaltMasterless };
}

/**
 * The salt plugin, for `plugins`; with a version constraint, `saltPlugin({ version: "~> 1.0" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/salt
 */
export const saltPlugin: Plugin<SaltNamespace> = /* @__PURE__ */ definePlugin({
  name: "salt",
  source: "github.com/hashicorp/salt",
  bindings: ">= 1.0.0",
  components: (plugin) => ({ provisioner: { "salt-masterless": saltMasterlessProvisioner(plugin) } }),
});

/**
 * Installs Salt, uploads a state tree and applies it without a master.
 *
 * @example
 * saltMasterless({ local_state_tree: "salt", custom_state: "web" })
 * // provisioner "salt-masterless" {
 * //   local_state_tree = "salt"
 * //   custom_state     = "web"
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/salt/latest/components/provisioner/salt-masterless
 */
export const saltMasterless: SaltMasterless = /* @__PURE__ */ (() =>
  saltPlugin.namespace.provisioner["salt-masterless"])();
