import {
  defineProvisioner,
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
import { puppetMasterlessShape, type PuppetMasterlessOptions } from "../generated/puppet-masterless.js";
import { factsRule } from "./facts.js";

/** What the plugin fills in when it runs Puppet. */
const FIELDS = [
  "Debug",
  "ExtraArguments",
  "FacterVars",
  "HieraConfigPath",
  "ManifestDir",
  "ManifestFile",
  "ModulePath",
  "ModulePathJoiner",
  "PuppetBinDir",
  "Sudo",
  "WorkingDir",
];

/** The type of {@link puppetMasterless}. */
export type PuppetMasterless = <const O = PuppetMasterlessOptions>(
  options: PuppetMasterlessOptions &
    ProvisionerMeta<PuppetMasterlessOptions> &
    Infer<O> &
    NoInfer<
      Needs<O, "elevated_password", "elevated_user", typeof NEEDS_USER> &
        MetaRules<O, PuppetMasterlessOptions>
    >,
) => ProvisionerOf<O>;

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function puppetMasterlessProvisioner(plugin: PluginReference): PuppetMasterless {
  return defineProvisioner({
    type: "puppet-masterless",
    plugin,
    sensitive: { elevated_password: "password" },
    options: () => z.strictObject(puppetMasterlessShape()),
    required: ["manifest_file"],
    fields: { execute_command: FIELDS, extra_arguments: FIELDS },
    fileRules: [missingFiles(["hiera_config_path"])],
    rules: [elevatedRule, factsRule],
  });
}
