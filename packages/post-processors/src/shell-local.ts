import {
  definePostProcessor,
  shellLocalDefinition,
  type Infer,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
  type ShellLocalOptions,
  type ShellLocalRules,
} from "@packwright/core";

/** The type of {@link shellLocal}. */
export type ShellLocal = <const O = ShellLocalOptions>(
  options: ShellLocalOptions &
    PostProcessorMeta &
    Infer<O> &
    NoInfer<ShellLocalRules<O> & MetaRules<O, ShellLocalOptions>>,
) => PostProcessorOf<O>;

/**
 * Runs commands or scripts on the machine that Packer runs on, once the artifact is there. The artifact is kept.
 *
 * Exactly one of `inline`, `script` and `scripts` says what runs. `execute_command` of a single item gets `sh -c` before it.
 *
 * @example
 * shellLocal({ script: "publish.sh", environment_vars: ["CHANNEL=beta"] })
 * // post-processor "shell-local" {
 * //   script           = "publish.sh"
 * //   environment_vars = ["CHANNEL=beta"]
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/shell-local
 */
export const shellLocal: ShellLocal = /* @__PURE__ */ definePostProcessor({
  ...shellLocalDefinition,
  artifact: { gives: "input" },
});
