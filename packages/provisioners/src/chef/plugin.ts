import { definePlugin, type Plugin } from "@packwright/core";
import { chefClientProvisioner, type ChefClient } from "./chef-client.js";
import { chefSoloProvisioner, type ChefSolo } from "./chef-solo.js";

/** The components of the chef plugin. */
export interface ChefNamespace {
  readonly provisioner: { readonly "chef-client": ChefClient; readonly "chef-solo": ChefSolo };
}

/**
 * The chef plugin, for `plugins`; with a version constraint, `chefPlugin({ version: "~> 1.0" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/chef
 */
export const chefPlugin: Plugin<ChefNamespace> = /* @__PURE__ */ definePlugin({
  name: "chef",
  source: "github.com/hashicorp/chef",
  bindings: ">= 1.0.0",
  components: (plugin) => ({
    provisioner: {
      "chef-client": chefClientProvisioner(plugin),
      "chef-solo": chefSoloProvisioner(plugin),
    },
  }),
});

/**
 * Installs Chef and runs its client against a Chef server.
 *
 * @example
 * chefClient({ server_url: "https://chef.internal/organizations/shop", node_name: "base", json: { role: "web" } })
 * // provisioner "chef-client" {
 * //   server_url  = "https://chef.internal/organizations/shop"
 * //   node_name   = "base"
 * //   json_string = jsonencode({ role = "web" })
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/chef/latest/components/provisioner/chef-client
 */
export const chefClient: ChefClient = /* @__PURE__ */ (() =>
  chefPlugin.namespace.provisioner["chef-client"])();

/**
 * Installs Chef, uploads cookbooks and runs them without a server.
 *
 * @example
 * chefSolo({ cookbook_paths: ["cookbooks"], run_list: ["recipe[base]"] })
 * // provisioner "chef-solo" {
 * //   cookbook_paths = ["cookbooks"]
 * //   run_list       = ["recipe[base]"]
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/chef/latest/components/provisioner/chef-solo
 */
export const chefSolo: ChefSolo = /* @__PURE__ */ (() => chefPlugin.namespace.provisioner["chef-solo"])();
