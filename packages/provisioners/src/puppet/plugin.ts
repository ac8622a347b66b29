import { definePlugin, type Plugin } from "@packwright/core";
import { puppetMasterlessProvisioner, type PuppetMasterless } from "./puppet-masterless.js";
import { puppetServerProvisioner, type PuppetServer } from "./puppet-server.js";

/** The components of the puppet plugin. */
export interface PuppetNamespace {
  readonly provisioner: {
    readonly "puppet-masterless": PuppetMasterless;
    readonly "puppet-server": PuppetServer;
  };
}

/**
 * The puppet plugin, for `plugins`; with a version constraint, `puppetPlugin({ version: "~> 1.0" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/puppet
 */
export const puppetPlugin: Plugin<PuppetNamespace> = /* @__PURE__ */ definePlugin({
  name: "puppet",
  source: "github.com/hashicorp/puppet",
  bindings: ">= 1.0.0",
  components: (plugin) => ({
    provisioner: {
      "puppet-masterless": puppetMasterlessProvisioner(plugin),
      "puppet-server": puppetServerProvisioner(plugin),
    },
  }),
});

/**
 * Uploads manifests and modules and applies them with the Puppet that is on the machine.
 *
 * @example
 * puppetMasterless({ manifest_file: "site.pp", facter: { role: "web" } })
 * // provisioner "puppet-masterless" {
 * //   manifest_file = "site.pp"
 * //   facter = {
 * //     role = "web"
 * //   }
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/puppet/latest/components/provisioner/puppet-masterless
 */
export const puppetMasterless: PuppetMasterless = /* @__PURE__ */ (() =>
  puppetPlugin.namespace.provisioner["puppet-masterless"])();

/**
 * Runs the Puppet that is on the machine against a Puppet server.
 *
 * @example
 * puppetServer({ puppet_server: "puppet.internal", puppet_node: "base" })
 * // provisioner "puppet-server" {
 * //   puppet_server = "puppet.internal"
 * //   puppet_node   = "base"
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/puppet/latest/components/provisioner/puppet-server
 */
export const puppetServer: PuppetServer = /* @__PURE__ */ (() =>
  puppetPlugin.namespace.provisioner["puppet-server"])();
