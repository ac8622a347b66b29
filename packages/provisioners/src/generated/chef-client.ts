// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type ExprBase, type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `chef-client` provisioner that HCL has too.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/chef/latest/components/provisioner/chef-client
 */
export interface ChefClientHclOptions {
  /** The attributes of the node as the text of a JSON object; `json` takes the object itself. */
  readonly json_string?: Input<string, "build">;
  /** The name of the environment that the node is in. */
  readonly chef_environment?: Input<string, "build">;
  /**
   * How to accept the licence of Chef, which newer versions ask for.
   * @defaultValue `"accept-silent"` where Chef is installed with the command that is the default
   */
  readonly chef_license?: "accept" | "accept-silent" | "accept-no-persist" | (string & {}) | ExprBase<string, "build">;
  /**
   * The path on the machine of the key of the client, which Chef makes when it is not there.
   * @defaultValue `client.pem` in `staging_directory`
   */
  readonly client_key?: Input<string, "build">;
  /**
   * A file with the template of Chef's configuration, in Go's template language.
   * @defaultValue the plugin's own template
   */
  readonly config_template?: Input<string, "build">;
  /** The user that Chef runs as on Windows, with elevated rights. */
  readonly elevated_user?: Input<string, "build">;
  /**
   * The password of `elevated_user`.
   *
   * A secret: use a sensitive variable.
   */
  readonly elevated_password?: Input<string, "build">;
  /** The file with the secret of encrypted data bags, which is uploaded. */
  readonly encrypted_data_bag_secret_path?: Input<string, "build">;
  /**
   * The command that runs Chef, with the fields `{{ .ConfigPath }}`, `{{ .JsonPath }}` and `{{ .Sudo }}`.
   * @defaultValue `"{{if .Sudo}}sudo {{end}}chef-client --no-color -c {{.ConfigPath}} -j {{.JsonPath}}"`; on Windows the same with `c:/opscode/chef/bin/chef-client.bat`
   */
  readonly execute_command?: Input<string, "build">;
  /**
   * The kind of operating system that the machine runs.
   * @defaultValue `"unix"`
   */
  readonly guest_os_type?: "UNIX" | "WINDOWS" | "unix" | "windows" | ExprBase<string, "build">;
  /**
   * The command that installs Chef, with the fields `{{ .Sudo }}` and `{{ .Version }}`.
   * @defaultValue the command of Chef's own installer
   */
  readonly install_command?: Input<string, "build">;
  /**
   * The command that removes the node and the client from the server, with the fields `{{ .Args }}`, `{{ .Flags }}` and `{{ .Sudo }}`.
   * @defaultValue `"{{if .Sudo}}sudo {{end}}knife {{.Args}} {{.Flags}}"`; on Windows the same with `c:/opscode/chef/bin/knife.bat`
   */
  readonly knife_command?: Input<string, "build">;
  /**
   * The name of the node on the server.
   * @defaultValue `packer-` and a UUID
   */
  readonly node_name?: Input<string, "build">;
  /** The group of the policy that the node has; it needs `policy_name`. */
  readonly policy_group?: Input<string, "build">;
  /** The policy that the node has; it needs `policy_group`. */
  readonly policy_name?: Input<string, "build">;
  /**
   * Whether to run the commands without `sudo`.
   * @defaultValue `false`
   */
  readonly prevent_sudo?: Input<boolean, "build">;
  /** Where gems are downloaded from. */
  readonly rubygems_url?: Input<string, "build">;
  /** The recipes and roles to run, `recipe[…]` and `role[…]`. */
  readonly run_list?: Input<readonly string[], "build">;
  /**
   * The URL of the Chef server with its organization.
   *
   * Required.
   */
  readonly server_url: Input<string, "build">;
  /**
   * Whether to leave the client on the server after the run.
   * @defaultValue `false`
   */
  readonly skip_clean_client?: Input<boolean, "build">;
  /**
   * Whether to leave the node on the server after the run.
   * @defaultValue `false`
   */
  readonly skip_clean_node?: Input<boolean, "build">;
  /**
   * Whether to leave the uploaded files on the machine after the run.
   * @defaultValue `false`
   */
  readonly skip_clean_staging_directory?: Input<boolean, "build">;
  /**
   * Whether Chef is on the machine already, so that nothing is installed.
   * @defaultValue `false`
   */
  readonly skip_install?: Input<boolean, "build">;
  /**
   * Whether the server's certificate is verified.
   * @defaultValue Chef's own
   */
  readonly ssl_verify_mode?: "verify_none" | "verify_peer" | ExprBase<string, "build">;
  /** The folder on the machine with certificates to trust. */
  readonly trusted_certs_dir?: Input<string, "build">;
  /**
   * The folder on the machine that files are uploaded to.
   * @defaultValue `"/tmp/packer-chef-client"`; on Windows `"C:/Windows/Temp/packer-chef-client"`
   */
  readonly staging_directory?: Input<string, "build">;
  /**
   * The name of the client that registers the node.
   * @defaultValue `"chef-validator"`
   */
  readonly validation_client_name?: Input<string, "build">;
  /** The key of that client, a file on the machine that Packer runs on, `~` allowed. */
  readonly validation_key_path?: Input<string, "build">;
  /**
   * The version of Chef to install.
   * @defaultValue the newest
   */
  readonly version?: Input<string, "build">;
}

/** The options as zod schemas of plain values. */
export const chefClientShape = (): OptionsSchema["shape"] => ({
  json_string: z.string(),
  chef_environment: z.string(),
  chef_license: z.string(),
  client_key: z.string(),
  config_template: z.string(),
  elevated_user: z.string(),
  elevated_password: z.string(),
  encrypted_data_bag_secret_path: z.string(),
  execute_command: z.string(),
  guest_os_type: choiceSchema(["unix", "windows"], { ignoreCase: true }),
  install_command: z.string(),
  knife_command: z.string(),
  node_name: z.string(),
  policy_group: z.string(),
  policy_name: z.string(),
  prevent_sudo: z.boolean(),
  rubygems_url: z.string(),
  run_list: z.array(z.string()),
  server_url: z.string(),
  skip_clean_client: z.boolean(),
  skip_clean_node: z.boolean(),
  skip_clean_staging_directory: z.boolean(),
  skip_install: z.boolean(),
  ssl_verify_mode: z.string(),
  trusted_certs_dir: z.string(),
  staging_directory: z.string(),
  validation_client_name: z.string(),
  validation_key_path: z.string(),
  version: z.string(),
});
