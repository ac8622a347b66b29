// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type ExprBase, type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `puppet-masterless` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/puppet/latest/components/provisioner/puppet-masterless
 */
export interface PuppetMasterlessOptions {
  /**
   * Whether to remove the uploaded files after Puppet ran.
   * @defaultValue `false`
   */
  readonly clean_staging_directory?: Input<boolean, "build">;
  /**
   * The kind of operating system that the machine runs.
   * @defaultValue `"unix"`
   */
  readonly guest_os_type?: "UNIX" | "WINDOWS" | "unix" | "windows" | ExprBase<string, "build">;
  /**
   * The command that runs Puppet, with fields such as `{{ .FacterVars }}`, `{{ .ManifestFile }}`, `{{ .ModulePath }}` and `{{ .ExtraArguments }}`.
   * @defaultValue `puppet apply --detailed-exitcodes` with what the options say
   */
  readonly execute_command?: Input<string, "build">;
  /** Arguments for Puppet, with the fields of `execute_command`. */
  readonly extra_arguments?: Input<readonly string[], "build">;
  /** Facts by their names, beside `packer_build_name` and `packer_builder_type`, which Packer sets itself. */
  readonly facter?: Input<Readonly<Record<string, string>>, "build">;
  /** A Hiera configuration, a file to upload. */
  readonly hiera_config_path?: Input<string, "build">;
  /**
   * Whether to take any exit code of Puppet for success.
   * @defaultValue `false`
   */
  readonly ignore_exit_codes?: Input<boolean, "build">;
  /** Folders of modules to upload. */
  readonly module_paths?: Input<readonly string[], "build">;
  /**
   * The manifest to upload and apply.
   *
   * Required.
   */
  readonly manifest_file: Input<string, "build">;
  /** A folder of manifests to upload; Puppet 3 and older know it. */
  readonly manifest_dir?: Input<string, "build">;
  /**
   * Whether to run Puppet without `sudo`.
   * @defaultValue `false`
   */
  readonly prevent_sudo?: Input<boolean, "build">;
  /** The folder on the machine that Puppet is in, where its PATH does not name it. */
  readonly puppet_bin_dir?: Input<string, "build">;
  /**
   * The folder on the machine that files are uploaded to.
   * @defaultValue `"/tmp/packer-puppet-masterless"`; on Windows a folder in the Temp of the system
   */
  readonly staging_directory?: Input<string, "build">;
  /**
   * The folder on the machine that Puppet is started in.
   * @defaultValue the folder that files are uploaded to
   */
  readonly working_directory?: Input<string, "build">;
  /** The user that Puppet runs as on Windows, with elevated rights. */
  readonly elevated_user?: Input<string, "build">;
  /**
   * The password of `elevated_user`.
   *
   * A secret: use a sensitive variable.
   */
  readonly elevated_password?: Input<string, "build">;
}

/** The options as zod schemas of plain values. */
export const puppetMasterlessShape = (): OptionsSchema["shape"] => ({
  clean_staging_directory: z.boolean(),
  guest_os_type: choiceSchema(["unix", "windows"], { ignoreCase: true }),
  execute_command: z.string(),
  extra_arguments: z.array(z.string()),
  facter: z.record(z.string(), z.string()),
  hiera_config_path: z.string(),
  ignore_exit_codes: z.boolean(),
  module_paths: z.array(z.string()),
  manifest_file: z.string(),
  manifest_dir: z.string(),
  prevent_sudo: z.boolean(),
  puppet_bin_dir: z.string(),
  staging_directory: z.string(),
  working_directory: z.string(),
  elevated_user: z.string(),
  elevated_password: z.string(),
});
