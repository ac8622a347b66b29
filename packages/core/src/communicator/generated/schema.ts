// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { z } from "zod";
import type { OptionsSchema, Secrecy } from "../../plugin/component.js";
import { durationSchema } from "../../plugin/meta.js";
import { choiceSchema, wholeNumberSchema } from "../../plugin/schemas.js";

/** The options of communicators, for the schema of a builder that connects. */
export const communicatorShape = (): OptionsSchema["shape"] => ({
  communicator: choiceSchema(["ssh", "winrm", "none", "docker", "dockerWindowsContainer"]),
  pause_before_connecting: durationSchema(),
  ssh_host: z.string(),
  ssh_port: wholeNumberSchema(),
  ssh_username: z.string(),
  ssh_password: z.string(),
  ssh_keypair_name: z.string(),
  temporary_key_pair_name: z.string(),
  temporary_key_pair_type: z.string(),
  temporary_key_pair_bits: wholeNumberSchema(),
  ssh_ciphers: z.array(z.string()),
  ssh_clear_authorized_keys: z.boolean(),
  ssh_key_exchange_algorithms: z.array(z.string()),
  ssh_private_key_file: z.string(),
  ssh_certificate_file: z.string(),
  ssh_pty: z.boolean(),
  ssh_timeout: durationSchema(),
  ssh_wait_timeout: durationSchema(),
  ssh_agent_auth: z.boolean(),
  ssh_disable_agent_forwarding: z.boolean(),
  ssh_handshake_attempts: wholeNumberSchema(),
  ssh_bastion_host: z.string(),
  ssh_bastion_port: wholeNumberSchema(),
  ssh_bastion_agent_auth: z.boolean(),
  ssh_bastion_username: z.string(),
  ssh_bastion_password: z.string(),
  ssh_bastion_interactive: z.boolean(),
  ssh_bastion_private_key_file: z.string(),
  ssh_bastion_certificate_file: z.string(),
  ssh_file_transfer_method: choiceSchema(["scp", "sftp"]),
  ssh_proxy_host: z.string(),
  ssh_proxy_port: wholeNumberSchema(),
  ssh_proxy_username: z.string(),
  ssh_proxy_password: z.string(),
  ssh_keep_alive_interval: durationSchema(),
  ssh_read_write_timeout: durationSchema(),
  ssh_remote_tunnels: z.array(z.string()),
  ssh_local_tunnels: z.array(z.string()),
  winrm_username: z.string(),
  winrm_password: z.string(),
  winrm_host: z.string(),
  winrm_no_proxy: z.boolean(),
  winrm_port: wholeNumberSchema(),
  winrm_timeout: durationSchema(),
  winrm_use_ssl: z.boolean(),
  winrm_insecure: z.boolean(),
  winrm_use_ntlm: z.boolean(),
});

/** Those of them that hold secrets. */
export const communicatorSensitive: Readonly<Record<string, Secrecy>> = {
  ssh_password: "password",
  ssh_bastion_password: "password",
  ssh_proxy_password: "password",
  winrm_password: "password",
};
