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
 * Options of the `inspec` provisioner.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/inspec/latest/components/provisioner/inspec
 */
export interface InspecOptions {
  /**
   * The program on the machine that Packer runs on that runs the profile.
   * @defaultValue `"inspec"`
   */
  readonly command?: Input<string, "build">;
  /** Arguments for `inspec exec`, an item each. */
  readonly extra_arguments?: Input<readonly string[], "build">;
  /** Environment variables of InSpec as a list of `NAME=value`. */
  readonly inspec_env_vars?: Input<readonly string[], "build">;
  /**
   * The profile: a folder, a file, an archive or a URL.
   *
   * Required.
   */
  readonly profile: Input<string, "build">;
  /** A folder of attribute files that has to be there. */
  readonly attributes_directory?: Input<string, "build">;
  /** Files of inputs for the profile, each a YAML file. */
  readonly attributes?: Input<readonly string[], "build">;
  /**
   * How InSpec reaches the machine.
   * @defaultValue `"ssh"`
   */
  readonly backend?: "docker" | "local" | "ssh" | "winrm" | ExprBase<string, "build">;
  /**
   * The user that InSpec connects as.
   * @defaultValue the user that Packer runs as
   */
  readonly user?: Input<string, "build">;
  /**
   * What InSpec connects to: the proxy that Packer runs, or the container with the backend `docker`.
   * @defaultValue `"127.0.0.1"`
   */
  readonly host?: Input<string, "build">;
  /**
   * The first of ten ports on which Packer tries to listen for InSpec.
   *
   * A whole number from 1 to 65535.
   * @defaultValue a free port
   */
  readonly local_port?: Input<number, "build">;
  /**
   * The private key of the SSH server that Packer runs for InSpec.
   * @defaultValue a key of its own for each run
   */
  readonly ssh_host_key_file?: Input<string, "build">;
  /**
   * The public key of the user that InSpec connects as.
   * @defaultValue a key of its own for each run
   */
  readonly ssh_authorized_key_file?: Input<string, "build">;
  /**
   * Exit codes of InSpec that count as success, whole numbers.
   *
   * A whole number.
   * @defaultValue `[0,101]`
   */
  readonly valid_exit_codes?: Input<readonly number[], "build">;
}

/** The options as zod schemas of plain values. */
export const inspecShape = (): OptionsSchema["shape"] => ({
  command: z.string(),
  extra_arguments: z.array(z.string()),
  inspec_env_vars: z.array(z.string()),
  profile: z.string(),
  attributes_directory: z.string(),
  attributes: z.array(z.string()),
  backend: choiceSchema(["docker", "local", "ssh", "winrm"]),
  user: z.string(),
  host: z.string(),
  local_port: wholeNumberSchema({ min: 1, max: 65535 }),
  ssh_host_key_file: z.string(),
  ssh_authorized_key_file: z.string(),
  valid_exit_codes: z.array(wholeNumberSchema()),
});
