import {
  defineProvisioner,
  missingFiles,
  type Infer,
  type MetaRules,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";
import { chefSoloShape, type ChefSoloHclOptions } from "../generated/chef-solo.js";
import { idleBeside } from "../idle.js";
import { jsonRules, type JsonOption, type JsonRules } from "./json.js";

/** Options of the `chef-solo` provisioner. */
export interface ChefSoloOptions extends ChefSoloHclOptions, JsonOption {}

/** The type of {@link chefSolo}. */
export type ChefSolo = <const O = ChefSoloOptions>(
  options?: ChefSoloOptions &
    ProvisionerMeta<ChefSoloOptions> &
    Infer<O> &
    NoInfer<JsonRules<O> & MetaRules<O, ChefSoloOptions>>,
) => ProvisionerOf<O>;

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function chefSoloProvisioner(plugin: PluginReference): ChefSolo {
  return defineProvisioner({
    type: "chef-solo",
    plugin,
    options: () => z.strictObject({ ...chefSoloShape(), json: z.record(z.string(), z.unknown()) }),
    jsonText: { json: "json_string" },
    fields: { execute_command: ["ConfigPath", "JsonPath", "Sudo"], install_command: ["Sudo", "Version"] },
    fileRules: [missingFiles(["config_template", "encrypted_data_bag_secret_path"])],
    rules: [
      ...jsonRules,
      idleBeside(["install_command", "version"], "skip_install", "has no effect beside skip_install"),
    ],
  });
}
