import {
  about,
  defineProvisioner,
  excludes,
  missingFiles,
  type Bars,
  type Infer,
  type Items,
  type MetaRules,
  type PluginReference,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Rule,
} from "@packwright/core";
import { z } from "zod";
import { saltMasterlessShape, type SaltMasterlessOptions } from "../generated/salt-masterless.js";
import { idleBeside } from "../idle.js";

const NO_ROOTS = "minion_config excludes remote_state_tree and remote_pillar_roots: keep one of them";
const FORMULA = "a formula is a git repository and a folder in it, https://example.com/name.git//folder";

/** The type of {@link saltMasterless}. */
export type SaltMasterless = <const O = SaltMasterlessOptions>(
  options: SaltMasterlessOptions &
    ProvisionerMeta<SaltMasterlessOptions> &
    Infer<O> &
    NoInfer<
      Bars<O, "minion_config", "remote_state_tree" | "remote_pillar_roots", typeof NO_ROOTS> &
        Items<O, "formulas", `${string}git//${string}`, typeof FORMULA> &
        MetaRules<O, SaltMasterlessOptions>
    >,
) => ProvisionerOf<O>;

/** As the plugin has it; its dot before `git` stands for any character. */
const REPOSITORY_AND_FOLDER = /^.*.git\/\/[a-zA-Z0-9-_]+(?:\?.*)?$/;

const formulas: Rule = /* @__PURE__ */ about(["formulas"], (context) => {
  const given = context.literal("formulas");
  if (!Array.isArray(given)) return;
  for (const [at, formula] of given.entries()) {
    if (typeof formula !== "string" || formula.includes("{{") || REPOSITORY_AND_FOLDER.test(formula))
      continue;
    context.report({
      summary: `${FORMULA}, and not ${JSON.stringify(formula)}`,
      option: ["formulas", at],
      code: "invalid-value",
    });
  }
});

/** The function of the provisioner, its templates declaring the plugin as `plugin` says. */
export function saltMasterlessProvisioner(plugin: PluginReference): SaltMasterless {
  return defineProvisioner({
    type: "salt-masterless",
    plugin,
    options: () => z.strictObject(saltMasterlessShape()),
    required: ["local_state_tree"],
    fields: {},
    fileRules: [missingFiles(["minion_config", "grains_file"])],
    rules: [
      excludes("minion_config", ["remote_state_tree", "remote_pillar_roots"], NO_ROOTS),
      formulas,
      idleBeside(["bootstrap_args"], "skip_bootstrap", "has no effect beside skip_bootstrap"),
    ],
  });
}
