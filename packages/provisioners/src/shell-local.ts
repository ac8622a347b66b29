import {
  defineProvisioner,
  lines,
  shellLocalDefinition,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
  type ShellLocalOptions,
  type ShellLocalRules,
} from "@packwright/core";

/** The type of {@link shellLocal}. */
export type ShellLocal = <const O = ShellLocalOptions>(
  options: ShellLocalOptions &
    ProvisionerMeta<ShellLocalOptions> &
    Infer<O> &
    NoInfer<ShellLocalRules<O> & MetaRules<O, ShellLocalOptions>>,
) => ProvisionerOf<O>;

/**
 * Runs commands or scripts on the machine that Packer runs on.
 *
 * Exactly one of `inline`, `script` and `scripts` says what runs.
 *
 * @example
 * shellLocal({ inline: ["./make-keys.sh"], only_on: ["linux", "darwin"] })
 * // provisioner "shell-local" {
 * //   inline  = ["./make-keys.sh"]
 * //   only_on = ["linux", "darwin"]
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/shell-local
 */
export const shellLocal: ShellLocal & { readonly lines: typeof lines } = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ defineProvisioner(shellLocalDefinition),
  { lines },
);
