import {
  about,
  BUILD_FIELDS,
  defineProvisioner,
  missingFiles,
  type Infer,
  type Items,
  type MetaRules,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Rule,
} from "@packwright/core";
import { z } from "zod";
import { ansibleShape, type AnsibleOptions } from "../generated/ansible.js";
import { idleBeside, idleWithout } from "../idle.js";
import { pairsRule, type NAME_AND_VALUE } from "../pairs.js";

/** The type of {@link ansible}. */
export type Ansible = <const O = AnsibleOptions>(
  options: AnsibleOptions &
    ProvisionerMeta<AnsibleOptions> &
    Infer<O> &
    NoInfer<
      Items<O, "ansible_env_vars", `${string}=${string}`, typeof NAME_AND_VALUE> &
        MetaRules<O, AnsibleOptions>
    >,
) => ProvisionerOf<O>;

/** The options that shape the inventory that Packer writes, and that an inventory of the user's own leaves no use for. */
const OF_THE_INVENTORY = [
  "inventory_directory",
  "inventory_file_template",
  "host_alias",
  "groups",
  "empty_groups",
  "keep_inventory_file",
];

const OF_GALAXY = [
  "galaxy_command",
  "galaxy_force_install",
  "galaxy_force_with_deps",
  "roles_path",
  "collections_path",
];

/** Long options of Ansible's programs that take a value get it behind `=`, or as the next argument. */
export const argumentsRule: Rule = /* @__PURE__ */ about(["extra_arguments"], (context) => {
  const given = context.literal("extra_arguments");
  if (!Array.isArray(given)) return;
  for (const [at, argument] of given.entries()) {
    const name = typeof argument === "string" ? /^(--[\w-]+)\s/.exec(argument)?.[1] : undefined;
    if (name === undefined) continue;
    context.report({
      summary: `extra_arguments has ${name} and its value in one argument, which Ansible takes for one long name`,
      detail: `Write "${name}=…", or two items: "${name}", "…".`,
      option: ["extra_arguments", at],
      severity: "warning",
      code: "invalid-value",
    });
  }
});

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function ansibleProvisioner(plugin: PluginReference): Ansible {
  return defineProvisioner({
    type: "ansible",
    plugin,
    options: () => z.strictObject(ansibleShape()),
    required: ["playbook_file"],
    fields: { inventory_file_template: [...BUILD_FIELDS, "HostAlias"] },
    fileRules: [
      missingFiles(["playbook_file", "galaxy_file", "ssh_authorized_key_file", "ssh_host_key_file"]),
    ],
    rules: [
      idleBeside(OF_THE_INVENTORY, "inventory_file", "shapes an inventory that inventory_file replaces"),
      idleWithout(OF_GALAXY, ["galaxy_file"], "has no effect without galaxy_file"),
      pairsRule("ansible_env_vars"),
      argumentsRule,
    ],
  });
}
