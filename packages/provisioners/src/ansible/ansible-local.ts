import {
  atLeastOne,
  atMostOne,
  defineProvisioner,
  missingFiles,
  type Infer,
  type MetaRules,
  type OnlyOne,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
  type SomeOf,
} from "@packwright/core";
import { z } from "zod";
import { ansibleLocalShape, type AnsibleLocalOptions } from "../generated/ansible-local.js";
import { idleBeside, idleWithout } from "../idle.js";
import { argumentsRule } from "./ansible.js";

const ONE_PLAYBOOK = "choose one of playbook_file and playbook_files";
const SOME_PLAYBOOK = "there is nothing to run: set playbook_file or playbook_files";

/** The type of {@link ansibleLocal}. */
export type AnsibleLocal = <const O = AnsibleLocalOptions>(
  options: AnsibleLocalOptions &
    ProvisionerMeta<AnsibleLocalOptions> &
    Infer<O> &
    NoInfer<
      OnlyOne<O, "playbook_file" | "playbook_files", typeof ONE_PLAYBOOK> &
        SomeOf<O, "playbook_file", "playbook_file" | "playbook_files", typeof SOME_PLAYBOOK> &
        MetaRules<O, AnsibleLocalOptions>
    >,
) => ProvisionerOf<O>;

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function ansibleLocalProvisioner(plugin: PluginReference): AnsibleLocal {
  return defineProvisioner({
    type: "ansible-local",
    plugin,
    options: () => z.strictObject(ansibleLocalShape()),
    fields: {},
    fileRules: [missingFiles(["playbook_file", "playbook_files", "inventory_file", "galaxy_file"])],
    rules: [
      atMostOne(["playbook_file", "playbook_files"], ONE_PLAYBOOK),
      atLeastOne(["playbook_file", "playbook_files"], SOME_PLAYBOOK),
      idleBeside(["inventory_groups"], "inventory_file", "shapes an inventory that inventory_file replaces"),
      idleWithout(
        ["galaxy_command", "galaxy_force_install", "galaxy_roles_path", "galaxy_collections_path"],
        ["galaxy_file"],
        "has no effect without galaxy_file",
      ),
      argumentsRule,
    ],
  });
}
