// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import {
  choiceSchema,
  wholeNumberSchema,
  type ExprBase,
  type Input,
  type OptionsSchema,
} from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `ansible` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/ansible/latest/components/provisioner/ansible
 */
export interface AnsibleOptions {
  /**
   * The program on the machine that Packer runs on that runs the playbook: a path, not a line of shell.
   * @defaultValue `"ansible-playbook"`
   */
  readonly command?: Input<string, "build">;
  /** Arguments for `ansible-playbook`, an item each and without quotes; a long option takes its value behind `=`. */
  readonly extra_arguments?: Input<readonly string[], "build">;
  /** Environment variables of Ansible as a list of `NAME=value`. */
  readonly ansible_env_vars?: Input<readonly string[], "build">;
  /**
   * The playbook, a file on the machine that Packer runs on.
   *
   * Required.
   */
  readonly playbook_file: Input<string, "build">;
  /**
   * Arguments that Ansible passes on to SSH, as `--ssh-extra-args`.
   * @defaultValue `["-o IdentitiesOnly=yes"]`
   */
  readonly ansible_ssh_extra_args?: Input<readonly string[], "build">;
  /** The groups of the inventory that the machine is in. */
  readonly groups?: Input<readonly string[], "build">;
  /** Groups of the inventory that are there and hold no machine. */
  readonly empty_groups?: Input<readonly string[], "build">;
  /**
   * The name of the machine in the inventory.
   * @defaultValue `"default"`
   */
  readonly host_alias?: Input<string, "build">;
  /**
   * The user that Ansible connects as, its `ansible_user`.
   * @defaultValue the user that Packer runs as; without the proxy, the user of the communicator
   */
  readonly user?: Input<string, "build">;
  /**
   * The first of ten ports on which Packer tries to listen for Ansible.
   *
   * A whole number from 1 to 65535.
   * @defaultValue a free port
   */
  readonly local_port?: Input<number, "build">;
  /**
   * The private key of the SSH server that Packer runs for Ansible.
   * @defaultValue a key of its own for each run
   */
  readonly ssh_host_key_file?: Input<string, "build">;
  /**
   * The public key of the user that Ansible connects as; the private key is then for Ansible's own settings to name.
   * @defaultValue a key of its own for each run
   */
  readonly ssh_authorized_key_file?: Input<string, "build">;
  /**
   * The type of the keys that Packer makes for the connection to its proxy.
   * @defaultValue `"ECDSA"`
   */
  readonly ansible_proxy_key_type?: "ECDSA" | "RSA" | "ecdsa" | "rsa" | ExprBase<string, "build">;
  /**
   * The command on the machine that speaks SFTP over its standard input and output.
   * @defaultValue `"/usr/lib/sftp-server -e"`
   */
  readonly sftp_command?: Input<string, "build">;
  /**
   * Whether to leave out asking Ansible for its version, as when the build itself installs it.
   * @defaultValue `false`
   */
  readonly skip_version_check?: Input<boolean, "build">;
  /**
   * Whether Ansible copies files over SFTP instead of SCP.
   * @defaultValue `false`
   */
  readonly use_sftp?: Input<boolean, "build">;
  /**
   * The folder that the inventory is written to, for its `host_vars` and `group_vars`.
   * @defaultValue the system's folder of temporary files
   */
  readonly inventory_directory?: Input<string, "build">;
  /**
   * The line of the machine in the inventory, with the fields `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}`.
   * @defaultValue `"{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }} ansible_port={{ .Port }}\n"`
   */
  readonly inventory_file_template?: Input<string, "build">;
  /**
   * An inventory of your own, in place of the one that Packer writes.
   * @defaultValue a temporary file with the machine and its groups
   */
  readonly inventory_file?: Input<string, "build">;
  /**
   * Whether to leave the inventory that Packer writes on the disk.
   * @defaultValue `false`
   */
  readonly keep_inventory_file?: Input<boolean, "build">;
  /** A requirements file whose roles and collections are installed before the playbook runs. */
  readonly galaxy_file?: Input<string, "build">;
  /**
   * The program that installs them.
   * @defaultValue `"ansible-galaxy"`
   */
  readonly galaxy_command?: Input<string, "build">;
  /**
   * Whether to replace roles and collections that are installed already.
   * @defaultValue `false`
   */
  readonly galaxy_force_install?: Input<boolean, "build">;
  /**
   * Whether to replace them and all that they depend on.
   * @defaultValue `false`
   */
  readonly galaxy_force_with_deps?: Input<boolean, "build">;
  /** The folder on the machine that Packer runs on that roles are installed in. */
  readonly roles_path?: Input<string, "build">;
  /** The folder on the machine that Packer runs on that collections are installed in. */
  readonly collections_path?: Input<string, "build">;
  /**
   * Whether Ansible connects through a proxy that Packer runs, instead of to the machine itself.
   * @defaultValue `true`
   */
  readonly use_proxy?: Input<boolean, "build">;
  /**
   * Whether Ansible speaks WinRM over HTTP instead of HTTPS.
   * @defaultValue `false`
   */
  readonly ansible_winrm_use_http?: Input<boolean, "build">;
}

/** The options as zod schemas of plain values. */
export const ansibleShape = (): OptionsSchema["shape"] => ({
  command: z.string(),
  extra_arguments: z.array(z.string()),
  ansible_env_vars: z.array(z.string()),
  playbook_file: z.string(),
  ansible_ssh_extra_args: z.array(z.string()),
  groups: z.array(z.string()),
  empty_groups: z.array(z.string()),
  host_alias: z.string(),
  user: z.string(),
  local_port: wholeNumberSchema({ min: 1, max: 65535 }),
  ssh_host_key_file: z.string(),
  ssh_authorized_key_file: z.string(),
  ansible_proxy_key_type: choiceSchema(["ECDSA", "RSA"], { ignoreCase: true }),
  sftp_command: z.string(),
  skip_version_check: z.boolean(),
  use_sftp: z.boolean(),
  inventory_directory: z.string(),
  inventory_file_template: z.string(),
  inventory_file: z.string(),
  keep_inventory_file: z.boolean(),
  galaxy_file: z.string(),
  galaxy_command: z.string(),
  galaxy_force_install: z.boolean(),
  galaxy_force_with_deps: z.boolean(),
  roles_path: z.string(),
  collections_path: z.string(),
  use_proxy: z.boolean(),
  ansible_winrm_use_http: z.boolean(),
});
