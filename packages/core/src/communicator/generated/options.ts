// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "../../expressions/expr.js";
import type { Duration } from "../../plugin/duration.js";

/** Options of every communicator. */
export interface CommunicatorOptions {
  /**
   * pause_before_connecting.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   */
  readonly pause_before_connecting?: Duration | ExprBase<string>;
}

/** Options of the SSH communicator. */
export interface SshOptions {
  /**
   * ssh_host.
   *
   * Replaces the instance IP; forced to localhost with use_iap.
   */
  readonly ssh_host?: Input<string>;
  /**
   * ssh_port.
   *
   * A whole number.
   * @defaultValue `22`
   */
  readonly ssh_port?: Input<number>;
  /**
   * ssh_username.
   *
   * Required when communicator is ssh (default); with OS Login it is replaced at run but must still be given.
   */
  readonly ssh_username?: Input<string>;
  /**
   * ssh_password.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_password?: Input<string>;
  /** ssh_keypair_name. */
  readonly ssh_keypair_name?: Input<string>;
  /** temporary_key_pair_name. */
  readonly temporary_key_pair_name?: Input<string>;
  /**
   * temporary_key_pair_type.
   * @defaultValue `"rsa"`
   */
  readonly temporary_key_pair_type?: Input<"rsa" | "dsa" | "ecdsa" | "ed25519" | (string & {})>;
  /**
   * temporary_key_pair_bits.
   *
   * A whole number.
   * @defaultValue by type: rsa 4096 (at least 1024), ecdsa 521 (256, 384, 521), dsa 1024; ignored for ed25519
   */
  readonly temporary_key_pair_bits?: Input<number>;
  /** ssh_ciphers. */
  readonly ssh_ciphers?: Input<readonly string[]>;
  /**
   * ssh_clear_authorized_keys.
   * @defaultValue `false`
   */
  readonly ssh_clear_authorized_keys?: Input<boolean>;
  /** ssh_key_exchange_algorithms. */
  readonly ssh_key_exchange_algorithms?: Input<readonly string[]>;
  /**
   * ssh_private_key_file.
   *
   * Must be a readable private key without passphrase; ~ is expanded; then no temporary key goes into metadata.
   */
  readonly ssh_private_key_file?: Input<string>;
  /**
   * ssh_certificate_file.
   *
   * Needs ssh_private_key_file.
   */
  readonly ssh_certificate_file?: Input<string>;
  /**
   * ssh_pty.
   * @defaultValue `false`
   */
  readonly ssh_pty?: Input<boolean>;
  /**
   * ssh_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * Default only when ssh_handshake_attempts is unset too.
   * @defaultValue `"5m"`
   */
  readonly ssh_timeout?: Duration | ExprBase<string>;
  /**
   * ssh_wait_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * Wins over ssh_timeout when set.
   * @deprecated Use ssh_timeout.
   */
  readonly ssh_wait_timeout?: Duration | ExprBase<string>;
  /** ssh_agent_auth. */
  readonly ssh_agent_auth?: Input<boolean>;
  /** ssh_disable_agent_forwarding. */
  readonly ssh_disable_agent_forwarding?: Input<boolean>;
  /**
   * ssh_handshake_attempts.
   *
   * A whole number.
   * Default only when ssh_timeout is unset too; otherwise 0 = unlimited until the timeout.
   * @defaultValue `10`
   */
  readonly ssh_handshake_attempts?: Input<number>;
  /**
   * ssh_bastion_host.
   *
   * Not together with ssh_proxy_host.
   * Needs one of ssh_bastion_password, ssh_bastion_private_key_file, ssh_bastion_agent_auth (a set ssh_private_key_file is copied).
   */
  readonly ssh_bastion_host?: Input<string>;
  /**
   * ssh_bastion_port.
   *
   * A whole number.
   * @defaultValue `22`
   */
  readonly ssh_bastion_port?: Input<number>;
  /** ssh_bastion_agent_auth. */
  readonly ssh_bastion_agent_auth?: Input<boolean>;
  /** ssh_bastion_username. */
  readonly ssh_bastion_username?: Input<string>;
  /**
   * ssh_bastion_password.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_bastion_password?: Input<string>;
  /** ssh_bastion_interactive. */
  readonly ssh_bastion_interactive?: Input<boolean>;
  /** ssh_bastion_private_key_file. */
  readonly ssh_bastion_private_key_file?: Input<string>;
  /**
   * ssh_bastion_certificate_file.
   *
   * Needs ssh_bastion_private_key_file.
   */
  readonly ssh_bastion_certificate_file?: Input<string>;
  /**
   * ssh_file_transfer_method.
   * @defaultValue `"scp"`
   */
  readonly ssh_file_transfer_method?: Input<"scp" | "sftp">;
  /**
   * ssh_proxy_host.
   *
   * Not together with ssh_bastion_host.
   */
  readonly ssh_proxy_host?: Input<string>;
  /**
   * ssh_proxy_port.
   *
   * A whole number.
   * @defaultValue `1080`
   */
  readonly ssh_proxy_port?: Input<number>;
  /** ssh_proxy_username. */
  readonly ssh_proxy_username?: Input<string>;
  /**
   * ssh_proxy_password.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_proxy_password?: Input<string>;
  /**
   * ssh_keep_alive_interval.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * @defaultValue `"5s"`
   */
  readonly ssh_keep_alive_interval?: Duration | ExprBase<string>;
  /**
   * ssh_read_write_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   */
  readonly ssh_read_write_timeout?: Duration | ExprBase<string>;
  /**
   * ssh_remote_tunnels.
   *
   * Form: <port>:<host>:<port>.
   */
  readonly ssh_remote_tunnels?: Input<readonly string[]>;
  /**
   * ssh_local_tunnels.
   *
   * Form: <port>:<host>:<port>.
   */
  readonly ssh_local_tunnels?: Input<readonly string[]>;
}

/** Options of the WinRM communicator. */
export interface WinRmOptions {
  /**
   * winrm_username.
   *
   * Required when communicator is winrm.
   */
  readonly winrm_username?: Input<string>;
  /**
   * winrm_password.
   *
   * A secret: use a sensitive variable.
   * Left empty on a Windows image: a password is made through the guest agent.
   */
  readonly winrm_password?: Input<string>;
  /**
   * winrm_host.
   *
   * As ssh_host.
   */
  readonly winrm_host?: Input<string>;
  /** winrm_no_proxy. */
  readonly winrm_no_proxy?: Input<boolean>;
  /**
   * winrm_port.
   *
   * A whole number.
   * @defaultValue `5985`
   */
  readonly winrm_port?: Input<number>;
  /**
   * winrm_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * @defaultValue `"30m"`
   */
  readonly winrm_timeout?: Duration | ExprBase<string>;
  /** winrm_use_ssl. */
  readonly winrm_use_ssl?: Input<boolean>;
  /** winrm_insecure. */
  readonly winrm_insecure?: Input<boolean>;
  /** winrm_use_ntlm. */
  readonly winrm_use_ntlm?: Input<boolean>;
}
