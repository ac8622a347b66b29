// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type ExprBase, type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `chef-solo` provisioner that HCL has too.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/chef/latest/components/provisioner/chef-solo
 */
export interface ChefSoloHclOptions {
  /** The name of the environment that the node is in. */
  readonly chef_environment?: Input<string, "build">;
  /**
   * How to accept the licence of Chef, which newer versions ask for.
   * @defaultValue `"accept-silent"` where Chef is installed with the command that is the default
   */
  readonly chef_license?: "accept" | "accept-silent" | "accept-no-persist" | (string & {}) | ExprBase<string, "build">;
  /**
   * A file with the template of Chef's configuration, in Go's template language.
   * @defaultValue the plugin's own template
   */
  readonly config_template?: Input<string, "build">;
  /** Folders of cookbooks to upload. */
  readonly cookbook_paths?: Input<readonly string[], "build">;
  /** A folder of roles to upload. */
  readonly roles_path?: Input<string, "build">;
  /** A folder of data bags to upload. */
  readonly data_bags_path?: Input<string, "build">;
  /** The file with the secret of encrypted data bags, which is uploaded. */
  readonly encrypted_data_bag_secret_path?: Input<string, "build">;
  /** A folder of environments to upload. */
  readonly environments_path?: Input<string, "build">;
  /**
   * The command that runs Chef, with the fields `{{ .ConfigPath }}`, `{{ .JsonPath }}` and `{{ .Sudo }}`.
   * @defaultValue `"{{if .Sudo}}sudo {{end}}chef-solo --no-color -c {{.ConfigPath}} -j {{.JsonPath}}"`; on Windows the same with `c:/opscode/chef/bin/chef-solo.bat`
   */
  readonly execute_command?: Input<string, "build">;
  /**
   * The command that installs Chef, with the fields `{{ .Sudo }}` and `{{ .Version }}`.
   * @defaultValue the command of Chef's own installer
   */
  readonly install_command?: Input<string, "build">;
  /** Folders of cookbooks that are on the machine already. */
  readonly remote_cookbook_paths?: Input<readonly string[], "build">;
  /** The attributes of the node as the text of a JSON object; `json` takes the object itself. */
  readonly json_string?: Input<string, "build">;
  /**
   * Whether to run the commands without `sudo`.
   * @defaultValue `false`
   */
  readonly prevent_sudo?: Input<boolean, "build">;
  /** The recipes and roles to run, `recipe[…]` and `role[…]`. */
  readonly run_list?: Input<readonly string[], "build">;
  /**
   * Whether Chef is on the machine already, so that nothing is installed.
   * @defaultValue `false`
   */
  readonly skip_install?: Input<boolean, "build">;
  /**
   * The folder on the machine that files are uploaded to.
   * @defaultValue `"/tmp/packer-chef-solo"`; on Windows `"C:/Windows/Temp/packer-chef-solo"`
   */
  readonly staging_directory?: Input<string, "build">;
  /**
   * The kind of operating system that the machine runs.
   * @defaultValue `"unix"`
   */
  readonly guest_os_type?: "UNIX" | "WINDOWS" | "unix" | "windows" | ExprBase<string, "build">;
  /**
   * The version of Chef to install.
   * @defaultValue the newest
   */
  readonly version?: Input<string, "build">;
}

/** The options as zod schemas of plain values. */
export const chefSoloShape = (): OptionsSchema["shape"] => ({
  chef_environment: z.string(),
  chef_license: z.string(),
  config_template: z.string(),
  cookbook_paths: z.array(z.string()),
  roles_path: z.string(),
  data_bags_path: z.string(),
  encrypted_data_bag_secret_path: z.string(),
  environments_path: z.string(),
  execute_command: z.string(),
  install_command: z.string(),
  remote_cookbook_paths: z.array(z.string()),
  json_string: z.string(),
  prevent_sudo: z.boolean(),
  run_list: z.array(z.string()),
  skip_install: z.boolean(),
  staging_directory: z.string(),
  guest_os_type: choiceSchema(["unix", "windows"], { ignoreCase: true }),
  version: z.string(),
});
