import {
  about,
  defineProvisioner,
  missingFiles,
  type Demand,
  type Infer,
  type Items,
  type MetaRules,
  type PluginReference,
  type Possible,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Rule,
} from "@packwright/core";
import { z } from "zod";
import { inspecShape, type InspecOptions } from "../generated/inspec.js";
import { pairsRule, type NAME_AND_VALUE } from "../pairs.js";

const NEEDS_HOST = 'backend "docker" needs host, the container';

/** The backend that reaches into a container has to know which. */
type Container<O> = Demand<
  O extends { readonly backend: "docker" } ? (Possible<O, "host"> extends never ? "host" : never) : never,
  typeof NEEDS_HOST
>;

/** The type of {@link inspec}. */
export type Inspec = <const O = InspecOptions>(
  options: InspecOptions &
    ProvisionerMeta<InspecOptions> &
    Infer<O> &
    NoInfer<
      Container<O> &
        Items<O, "inspec_env_vars", `${string}=${string}`, typeof NAME_AND_VALUE> &
        MetaRules<O, InspecOptions>
    >,
) => ProvisionerOf<O>;

const container: Rule = /* @__PURE__ */ about(["backend"], (context) => {
  if (context.literal("backend") !== "docker" || context.isSet("host")) return;
  context.report({ summary: NEEDS_HOST, code: "missing-option" });
});

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function inspecProvisioner(plugin: PluginReference): Inspec {
  return defineProvisioner({
    type: "inspec",
    plugin,
    options: () => z.strictObject(inspecShape()),
    required: ["profile"],
    fields: {},
    fileRules: [missingFiles(["ssh_host_key_file", "ssh_authorized_key_file"])],
    rules: [container, pairsRule("inspec_env_vars")],
  });
}
