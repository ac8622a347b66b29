// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { type Input, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/**
 * Options of the `ansible-local` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/ansible/latest/components/provisioner/ansible-local
 */
export interface AnsibleLocalOptions {
  /**
   * The command on the machine that runs the playbook.
   * @defaultValue `"ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook"`
   */
  readonly command?: Input<string, "build">;
  /** Arguments for `ansible-playbook`, an item each and without quotes; a long option takes its value behind `=`. */
  readonly extra_arguments?: Input<readonly string[], "build">;
  /** A folder of group variables to upload. */
  readonly group_vars?: Input<string, "build">;
  /** A folder of host variables to upload. */
  readonly host_vars?: Input<string, "build">;
  /** A folder to upload before everything else, as the staging folder itself. */
  readonly playbook_dir?: Input<string, "build">;
  /** The playbook to upload and run; set it or `playbook_files`. */
  readonly playbook_file?: Input<string, "build">;
  /** Several playbooks to upload and run in the order given; set them or `playbook_file`. */
  readonly playbook_files?: Input<readonly string[], "build">;
  /** Folders of playbooks to upload. */
  readonly playbook_paths?: Input<readonly string[], "build">;
  /** Folders of roles to upload. */
  readonly role_paths?: Input<readonly string[], "build">;
  /** Folders of collections to upload. */
  readonly collection_paths?: Input<readonly string[], "build">;
  /**
   * The folder on the machine that files are uploaded to.
   * @defaultValue a folder of its own in `/tmp/packer-provisioner-ansible-local`
   */
  readonly staging_directory?: Input<string, "build">;
  /**
   * Whether to remove that folder after the playbook ran.
   * @defaultValue `false`
   */
  readonly clean_staging_directory?: Input<boolean, "build">;
  /**
   * An inventory to upload; name the machine with `--limit` in `extra_arguments` then.
   * @defaultValue a temporary file with 127.0.0.1 in the `inventory_groups`
   */
  readonly inventory_file?: Input<string, "build">;
  /** The groups of the inventory that 127.0.0.1 is in. */
  readonly inventory_groups?: Input<readonly string[], "build">;
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
   * The folder on the machine that roles are installed in.
   * @defaultValue `galaxy_roles` in `staging_directory`
   */
  readonly galaxy_roles_path?: Input<string, "build">;
  /**
   * The folder on the machine that collections are installed in.
   * @defaultValue `galaxy_collections` in `staging_directory`
   */
  readonly galaxy_collections_path?: Input<string, "build">;
}

/** The options as zod schemas of plain values. */
export const ansibleLocalShape = (): OptionsSchema["shape"] => ({
  command: z.string(),
  extra_arguments: z.array(z.string()),
  group_vars: z.string(),
  host_vars: z.string(),
  playbook_dir: z.string(),
  playbook_file: z.string(),
  playbook_files: z.array(z.string()),
  playbook_paths: z.array(z.string()),
  role_paths: z.array(z.string()),
  collection_paths: z.array(z.string()),
  staging_directory: z.string(),
  clean_staging_directory: z.boolean(),
  inventory_file: z.string(),
  inventory_groups: z.array(z.string()),
  galaxy_file: z.string(),
  galaxy_command: z.string(),
  galaxy_force_install: z.boolean(),
  galaxy_roles_path: z.string(),
  galaxy_collections_path: z.string(),
});
