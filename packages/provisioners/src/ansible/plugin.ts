import { definePlugin, type Plugin } from "@packwright/core";
import { ansibleLocalProvisioner, type AnsibleLocal } from "./ansible-local.js";
import { ansibleProvisioner, type Ansible } from "./ansible.js";

/** The components of the ansible plugin. */
export interface AnsibleNamespace {
  readonly provisioner: { readonly ansible: Ansible; readonly "ansible-local": AnsibleLocal };
}

/**
 * The ansible plugin, for `plugins`; with a version constraint, `ansiblePlugin({ version: "~> 1.1" })`.
 *
 * @example
 * const { provisioner } = plugins(ansiblePlugin({ version: "~> 1.1" }));
 * image.provision(provisioner.ansible({ playbook_file: "site.yml" }));
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/ansible
 */
export const ansiblePlugin: Plugin<AnsibleNamespace> = /* @__PURE__ */ definePlugin({
  name: "ansible",
  source: "github.com/hashicorp/ansible",
  bindings: ">= 1.1.0",
  components: (plugin) => ({
    provisioner: {
      ansible: ansibleProvisioner(plugin),
      "ansible-local": ansibleLocalProvisioner(plugin),
    },
  }),
});

/**
 * Runs a playbook from the machine that Packer runs on, over a connection that Packer gives to Ansible.
 *
 * @example
 * ansible({ playbook_file: "site.yml", extra_arguments: ["--extra-vars", "env=prod"] })
 * // provisioner "ansible" {
 * //   playbook_file   = "site.yml"
 * //   extra_arguments = ["--extra-vars", "env=prod"]
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/ansible/latest/components/provisioner/ansible
 */
export const ansible: Ansible = /* @__PURE__ */ (() => ansiblePlugin.namespace.provisioner.ansible)();

/**
 * Uploads playbooks and runs them with the Ansible that is on the machine.
 *
 * Exactly one of `playbook_file` and `playbook_files` says what runs.
 *
 * @example
 * ansibleLocal({ playbook_file: "site.yml", role_paths: ["roles/web"] })
 * // provisioner "ansible-local" {
 * //   playbook_file = "site.yml"
 * //   role_paths    = ["roles/web"]
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/ansible/latest/components/provisioner/ansible-local
 */
export const ansibleLocal: AnsibleLocal = /* @__PURE__ */ (() =>
  ansiblePlugin.namespace.provisioner["ansible-local"])();
