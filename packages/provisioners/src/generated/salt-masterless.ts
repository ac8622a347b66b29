// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type ExprBase, type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `salt-masterless` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/salt/latest/components/provisioner/salt-masterless
 */
export interface SaltMasterlessOptions {
  /**
   * Whether Salt is on the machine already, so that nothing is installed.
   * @defaultValue `false`
   */
  readonly skip_bootstrap?: Input<boolean, "build">;
  /** Arguments for the script that installs Salt, as one text. */
  readonly bootstrap_args?: Input<string, "build">;
  /**
   * Whether to run the commands without `sudo`.
   * @defaultValue `false`
   */
  readonly disable_sudo?: Input<boolean, "build">;
  /**
   * The state to apply in place of the highstate.
   * @defaultValue the highstate
   */
  readonly custom_state?: Input<string, "build">;
  /** The configuration of the minion, a file to upload; it excludes `remote_state_tree` and `remote_pillar_roots`. */
  readonly minion_config?: Input<string, "build">;
  /** A file of grains to upload. */
  readonly grains_file?: Input<string, "build">;
  /**
   * The folder of states to upload.
   *
   * Required.
   */
  readonly local_state_tree: Input<string, "build">;
  /** The folder of pillars to upload. */
  readonly local_pillar_roots?: Input<string, "build">;
  /**
   * The folder on the machine that states are uploaded to.
   * @defaultValue `"/srv/salt"`; on Windows `"C:/salt/state"`
   */
  readonly remote_state_tree?: Input<string, "build">;
  /**
   * The folder on the machine that pillars are uploaded to.
   * @defaultValue `"/srv/pillar"`; on Windows `"C:/salt/pillar/"`
   */
  readonly remote_pillar_roots?: Input<string, "build">;
  /**
   * The folder on the machine that files are uploaded to before they are moved.
   * @defaultValue `"/tmp/salt"`; on Windows `"C:/Windows/Temp/salt/"`
   */
  readonly temp_config_dir?: Input<string, "build">;
  /**
   * Whether to take any exit code of Salt for success.
   * @defaultValue `false`
   */
  readonly no_exit_on_failure?: Input<boolean, "build">;
  /**
   * How much Salt says.
   * @defaultValue `"info"`
   */
  readonly log_level?: "all" | "garbage" | "trace" | "debug" | "profile" | "info" | "warning" | "error" | "critical" | "quiet" | (string & {}) | ExprBase<string, "build">;
  /** Further arguments for `salt-call`, as one text. */
  readonly salt_call_args?: Input<string, "build">;
  /** The folder on the machine that `salt-call` is in. */
  readonly salt_bin_dir?: Input<string, "build">;
  /**
   * The kind of operating system that the machine runs.
   * @defaultValue `"unix"`
   */
  readonly guest_os_type?: "UNIX" | "WINDOWS" | "unix" | "windows" | ExprBase<string, "build">;
  /**
   * Formulas to download into the state tree: git repositories, each with a folder in it.
   *
   * Form: https://…/name.git//folder.
   */
  readonly formulas?: Input<readonly string[], "build">;
}

/** The options as zod schemas of plain values. */
export const saltMasterlessShape = (): OptionsSchema["shape"] => ({
  skip_bootstrap: z.boolean(),
  bootstrap_args: z.string(),
  disable_sudo: z.boolean(),
  custom_state: z.string(),
  minion_config: z.string(),
  grains_file: z.string(),
  local_state_tree: z.string(),
  local_pillar_roots: z.string(),
  remote_state_tree: z.string(),
  remote_pillar_roots: z.string(),
  temp_config_dir: z.string(),
  no_exit_on_failure: z.boolean(),
  log_level: z.string(),
  salt_call_args: z.string(),
  salt_bin_dir: z.string(),
  guest_os_type: choiceSchema(["unix", "windows"], { ignoreCase: true }),
  formulas: z.array(z.string()),
});
