// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type ExprBase, type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `puppet-server` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/puppet/latest/components/provisioner/puppet-server
 */
export interface PuppetServerOptions {
  /**
   * Whether to remove the uploaded files after Puppet ran.
   * @defaultValue `false`
   */
  readonly clean_staging_directory?: Input<boolean, "build">;
  /** A folder with the certificate of the client to upload. */
  readonly client_cert_path?: Input<string, "build">;
  /** A folder with the private keys of the client to upload. */
  readonly client_private_key_path?: Input<string, "build">;
  /**
   * The command that runs Puppet, with fields such as `{{ .FacterVars }}`, `{{ .PuppetServer }}`, `{{ .PuppetNode }}` and `{{ .ExtraArguments }}`.
   * @defaultValue `puppet agent --onetime --no-daemonize --detailed-exitcodes` with what the options say
   */
  readonly execute_command?: Input<string, "build">;
  /** Arguments for Puppet, with the fields of `execute_command`. */
  readonly extra_arguments?: Input<readonly string[], "build">;
  /** Facts by their names, beside `packer_build_name` and `packer_builder_type`, which Packer sets itself. */
  readonly facter?: Input<Readonly<Record<string, string>>, "build">;
  /**
   * The kind of operating system that the machine runs.
   * @defaultValue `"unix"`
   */
  readonly guest_os_type?: "UNIX" | "WINDOWS" | "unix" | "windows" | ExprBase<string, "build">;
  /**
   * Whether to take any exit code of Puppet for success.
   * @defaultValue `false`
   */
  readonly ignore_exit_codes?: Input<boolean, "build">;
  /**
   * Whether to run Puppet without `sudo`.
   * @defaultValue `false`
   */
  readonly prevent_sudo?: Input<boolean, "build">;
  /** The folder on the machine that Puppet is in, where its PATH does not name it. */
  readonly puppet_bin_dir?: Input<string, "build">;
  /**
   * The name of the node, its `--certname`.
   * @defaultValue the machine's own name
   */
  readonly puppet_node?: Input<string, "build">;
  /**
   * The address of the Puppet server.
   * @defaultValue Puppet's own setting
   */
  readonly puppet_server?: Input<string, "build">;
  /**
   * The folder on the machine that certificates and keys are uploaded to.
   * @defaultValue `"/tmp/packer-puppet-server"`; on Windows a folder in the Temp of the system
   */
  readonly staging_dir?: Input<string, "build">;
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
export const puppetServerShape = (): OptionsSchema["shape"] => ({
  clean_staging_directory: z.boolean(),
  client_cert_path: z.string(),
  client_private_key_path: z.string(),
  execute_command: z.string(),
  extra_arguments: z.array(z.string()),
  facter: z.record(z.string(), z.string()),
  guest_os_type: choiceSchema(["unix", "windows"], { ignoreCase: true }),
  ignore_exit_codes: z.boolean(),
  prevent_sudo: z.boolean(),
  puppet_bin_dir: z.string(),
  puppet_node: z.string(),
  puppet_server: z.string(),
  staging_dir: z.string(),
  working_directory: z.string(),
  elevated_user: z.string(),
  elevated_password: z.string(),
});
