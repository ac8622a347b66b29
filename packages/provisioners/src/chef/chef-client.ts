import {
  defineProvisioner,
  requires,
  missingFiles,
  type Infer,
  type MetaRules,
  type Needs,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";
import { elevatedRule, type NEEDS_USER } from "../elevated.js";
import { chefClientShape, type ChefClientHclOptions } from "../generated/chef-client.js";
import { idleBeside } from "../idle.js";
import { jsonRules, type JsonOption, type JsonRules } from "./json.js";

const NEEDS_GROUP = "policy_name needs policy_group";
const NEEDS_NAME = "policy_group needs policy_name";

/** Options of the `chef-client` provisioner. */
export interface ChefClientOptions extends ChefClientHclOptions, JsonOption {}

/** The type of {@link chefClient}. */
export type ChefClient = <const O = ChefClientOptions>(
  options: ChefClientOptions &
    ProvisionerMeta<ChefClientOptions> &
    Infer<O> &
    NoInfer<
      JsonRules<O> &
        Needs<O, "policy_name", "policy_group", typeof NEEDS_GROUP> &
        Needs<O, "policy_group", "policy_name", typeof NEEDS_NAME> &
        Needs<O, "elevated_password", "elevated_user", typeof NEEDS_USER> &
        MetaRules<O, ChefClientOptions>
    >,
) => ProvisionerOf<O>;

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function chefClientProvisioner(plugin: PluginReference): ChefClient {
  return defineProvisioner({
    type: "chef-client",
    plugin,
    sensitive: { elevated_password: "password" },
    options: () => z.strictObject({ ...chefClientShape(), json: z.record(z.string(), z.unknown()) }),
    required: ["server_url"],
    jsonText: { json: "json_string" },
    fields: {
      execute_command: ["ConfigPath", "JsonPath", "Sudo"],
      install_command: ["Sudo", "Version"],
      knife_command: ["Args", "Flags", "Sudo"],
    },
    fileRules: [missingFiles(["config_template", "encrypted_data_bag_secret_path"])],
    rules: [
      ...jsonRules,
      requires("policy_name", ["policy_group"], NEEDS_GROUP),
      requires("policy_group", ["policy_name"], NEEDS_NAME),
      elevatedRule,
      idleBeside(["install_command", "version"], "skip_install", "has no effect beside skip_install"),
    ],
  });
}
