import {
  defineProvisioner,
  type Infer,
  type MetaRules,
  type Needs,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";
import { elevatedRule, type NEEDS_USER } from "../elevated.js";
import { puppetServerShape, type PuppetServerOptions } from "../generated/puppet-server.js";
import { factsRule } from "./facts.js";

/** What the plugin fills in when it runs Puppet. */
const FIELDS = [
  "ClientCertPath",
  "ClientPrivateKeyPath",
  "Debug",
  "ExtraArguments",
  "FacterVars",
  "PuppetBinDir",
  "PuppetNode",
  "PuppetServer",
  "Sudo",
  "WorkingDir",
];

/** The type of {@link puppetServer}. */
export type PuppetServer = <const O = PuppetServerOptions>(
  options?: PuppetServerOptions &
    ProvisionerMeta<PuppetServerOptions> &
    Infer<O> &
    NoInfer<
      Needs<O, "elevated_password", "elevated_user", typeof NEEDS_USER> & MetaRules<O, PuppetServerOptions>
    >,
) => ProvisionerOf<O>;

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function puppetServerProvisioner(plugin: PluginReference): PuppetServer {
  return defineProvisioner({
    type: "puppet-server",
    plugin,
    sensitive: { elevated_password: "password" },
    options: () => z.strictObject(puppetServerShape()),
    fields: { execute_command: FIELDS, extra_arguments: FIELDS },
    rules: [elevatedRule, factsRule],
  });
}
