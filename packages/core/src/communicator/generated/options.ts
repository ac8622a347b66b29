// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "../../expressions/expr.js";
import type { Duration } from "../../plugin/duration.js";

/**
 * Options of every communicator.
 *
 * @see https://developer.hashicorp.com/packer/docs/communicators
 */
export interface CommunicatorOptions {
  /** How long to wait between the moment the machine is up and the first attempt to connect to it. */
  readonly pause_before_connecting?: Duration | ExprBase<string>;
}

/**
 * Options of the SSH communicator.
 *
 * @see https://developer.hashicorp.com/packer/docs/communicators/ssh
 */
export interface SshOptions {
  /** The address to connect to instead of the one that the machine got. */
  readonly ssh_host?: Input<string>;
  /**
   * The TCP port on which the machine's SSH server listens.
   *
   * A whole number.
   * @defaultValue `22`
   */
  readonly ssh_port?: Input<number>;
  /**
   * The user to log in to the machine as.
   *
   * Required when communicator is ssh (default).
   */
  readonly ssh_username?: Input<string>;
  /**
   * The password to log in with, for machines that take one beside or instead of a key.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_password?: Input<string>;
  /** The name of a key pair that the cloud keeps, for builders whose cloud keeps any. */
  readonly ssh_keypair_name?: Input<string>;
  /** The name of the temporary key pair, for builders whose cloud keeps key pairs. */
  readonly temporary_key_pair_name?: Input<string>;
  /**
   * The algorithm of the key pair that Packer makes for the build.
   * @defaultValue `"rsa"`
   */
  readonly temporary_key_pair_type?: "rsa" | "dsa" | "ecdsa" | "ed25519" | ExprBase<string>;
  /**
   * The length in bits of the key pair that Packer makes for the build.
   *
   * A whole number.
   * @defaultValue by type: rsa 4096 (at least 1024), ecdsa 521 (256, 384, 521), dsa 1024; ignored for ed25519
   */
  readonly temporary_key_pair_bits?: Input<number>;
  /** The ciphers to offer the SSH server, by their OpenSSH names, instead of the usual ones. */
  readonly ssh_ciphers?: Input<readonly string[]>;
  /**
   * Whether to remove Packer's temporary key from the authorized_keys files before the image is made.
   * @defaultValue `false`
   */
  readonly ssh_clear_authorized_keys?: Input<boolean>;
  /** The key exchange algorithms to offer the SSH server, by their OpenSSH names, instead of the usual ones. */
  readonly ssh_key_exchange_algorithms?: Input<readonly string[]>;
  /** The path of a private key without passphrase to log in with, `~` allowed; no temporary key is made then. */
  readonly ssh_private_key_file?: Input<string>;
  /**
   * The path of an SSH certificate for the private key, for servers that trust an authority rather than keys.
   *
   * Needs ssh_private_key_file.
   */
  readonly ssh_certificate_file?: Input<string>;
  /**
   * Whether to ask for a terminal on the machine, which some sudo settings demand.
   * @defaultValue `false`
   */
  readonly ssh_pty?: Input<boolean>;
  /**
   * How long to keep trying to connect; the default holds only while `ssh_handshake_attempts` is not set either.
   * @defaultValue `"5m"`
   */
  readonly ssh_timeout?: Duration | ExprBase<string>;
  /**
   * The old name of `ssh_timeout`, which it overrules when both are set.
   * @deprecated Use ssh_timeout.
   */
  readonly ssh_wait_timeout?: Duration | ExprBase<string>;
  /** Whether to log in with the keys of the SSH agent that runs beside Packer. */
  readonly ssh_agent_auth?: Input<boolean>;
  /** Whether to keep the local SSH agent from being forwarded to the machine. */
  readonly ssh_disable_agent_forwarding?: Input<boolean>;
  /**
   * How many SSH handshakes to try once the port answers; the default holds only while `ssh_timeout` is not set either, 0 then means no limit.
   *
   * A whole number.
   * @defaultValue `10`
   */
  readonly ssh_handshake_attempts?: Input<number>;
  /**
   * A bastion host through which to connect to the machine.
   *
   * Not together with ssh_proxy_host.
   * Needs one of ssh_bastion_password, ssh_bastion_private_key_file, ssh_bastion_agent_auth (a set ssh_private_key_file is copied).
   */
  readonly ssh_bastion_host?: Input<string>;
  /**
   * The TCP port on which the bastion host's SSH server listens.
   *
   * A whole number.
   * @defaultValue `22`
   */
  readonly ssh_bastion_port?: Input<number>;
  /** Whether to log in to the bastion host with the keys of the local SSH agent. */
  readonly ssh_bastion_agent_auth?: Input<boolean>;
  /** The user to log in to the bastion host as. */
  readonly ssh_bastion_username?: Input<string>;
  /**
   * The password to log in to the bastion host with.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_bastion_password?: Input<string>;
  /** Whether to answer the bastion host's keyboard-interactive questions with its password. */
  readonly ssh_bastion_interactive?: Input<boolean>;
  /** The path of a private key to log in to the bastion host with; `ssh_private_key_file` serves when it is not set. */
  readonly ssh_bastion_private_key_file?: Input<string>;
  /**
   * The path of an SSH certificate for the bastion host's private key.
   *
   * Needs ssh_bastion_private_key_file.
   */
  readonly ssh_bastion_certificate_file?: Input<string>;
  /**
   * The protocol that uploads and downloads files over SSH.
   * @defaultValue `"scp"`
   */
  readonly ssh_file_transfer_method?: "scp" | "sftp" | ExprBase<string>;
  /**
   * A SOCKS proxy through which to connect to the machine.
   *
   * Not together with ssh_bastion_host.
   */
  readonly ssh_proxy_host?: Input<string>;
  /**
   * The TCP port of the SOCKS proxy.
   *
   * A whole number.
   * @defaultValue `1080`
   */
  readonly ssh_proxy_port?: Input<number>;
  /** The user name for the SOCKS proxy. */
  readonly ssh_proxy_username?: Input<string>;
  /**
   * The password for the SOCKS proxy.
   *
   * A secret: use a sensitive variable.
   */
  readonly ssh_proxy_password?: Input<string>;
  /**
   * How often to send a keep-alive message; a negative duration turns them off.
   * @defaultValue `"5s"`
   */
  readonly ssh_keep_alive_interval?: Duration | ExprBase<string>;
  /** How long a remote command may be silent before the connection counts as lost; without it there is no limit. */
  readonly ssh_read_write_timeout?: Duration | ExprBase<string>;
  /**
   * Ports of the machine that lead back to where Packer runs, each `port:host:port`.
   *
   * Form: port:host:port, for example 8080:localhost:80.
   */
  readonly ssh_remote_tunnels?: Input<readonly string[]>;
  /**
   * Ports where Packer runs that lead into the machine's network, each `port:host:port`.
   *
   * Form: port:host:port, for example 8080:localhost:80.
   */
  readonly ssh_local_tunnels?: Input<readonly string[]>;
}

/**
 * Options of the WinRM communicator.
 *
 * @see https://developer.hashicorp.com/packer/docs/communicators/winrm
 */
export interface WinRmOptions {
  /**
   * The user to log in to Windows as.
   *
   * Required when communicator is winrm.
   */
  readonly winrm_username?: Input<string>;
  /**
   * The password to log in to Windows with.
   *
   * A secret: use a sensitive variable.
   */
  readonly winrm_password?: Input<string>;
  /** The address to connect to instead of the one that the machine got. */
  readonly winrm_host?: Input<string>;
  /** Whether to go past the proxy that the environment names when connecting to the machine. */
  readonly winrm_no_proxy?: Input<boolean>;
  /**
   * The TCP port on which the machine's WinRM service listens.
   *
   * A whole number.
   * @defaultValue `5985`; 5986 if winrm_use_ssl
   */
  readonly winrm_port?: Input<number>;
  /**
   * How long to keep trying to connect over WinRM.
   * @defaultValue `"30m"`
   */
  readonly winrm_timeout?: Duration | ExprBase<string>;
  /** Whether to speak HTTPS with the WinRM service. */
  readonly winrm_use_ssl?: Input<boolean>;
  /** Whether to accept any certificate of the WinRM service, such as one it signed itself. */
  readonly winrm_insecure?: Input<boolean>;
  /** Whether to log in with NTLM instead of basic authentication. */
  readonly winrm_use_ntlm?: Input<boolean>;
}
