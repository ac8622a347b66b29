import type { ExprBase } from "../expressions/expr.js";
import type { Bars, Demand, Given, Items, Mark, Mentioned, Needs, Possible } from "../plugin/given.js";
import type { CommunicatorOptions, SshOptions, WinRmOptions } from "./generated/options.js";
import type * as message from "./messages.js";

/** How Packer connects to the machine; which options that needs, {@link CommunicatorRules} say. */
export interface Communicator extends CommunicatorOptions, SshOptions, WinRmOptions {
  /**
   * How Packer connects to the machine; with `none` it does not, so that no provisioner can run there.
   * @defaultValue `"ssh"`
   */
  readonly communicator?: "ssh" | "winrm" | "none" | ExprBase<string>;
}

/** The communicator that an options literal chooses; `unknown` where only the running program, or Packer, knows it. */
export type ConnectsBy<O> = O extends { readonly communicator: infer C extends string }
  ? C
  : "communicator" extends keyof O
    ? unknown
    : "ssh";

/** What the communicator's options in the literal `O` demand of each other. */
export type CommunicatorRules<O> = User<O, "ssh", "ssh_username", typeof message.SSH_USER> &
  ("communicator" extends Mentioned<O>
    ? User<O, "winrm", "winrm_username", typeof message.WINRM_USER>
    : unknown) &
  (Mentioned<O> & keyof WinRmOptions extends never
    ? unknown
    : Mark<
        O extends unknown ? (ConnectsBy<O> extends "ssh" ? Given<O, keyof WinRmOptions> : never) : never,
        typeof message.NEEDS_WINRM
      >) &
  Bars<O, "ssh_bastion_host", "ssh_proxy_host", typeof message.ONE_WAY> &
  Needs<O, "ssh_certificate_file", "ssh_private_key_file", typeof message.CERTIFICATE> &
  Needs<
    O,
    "ssh_bastion_certificate_file",
    "ssh_bastion_private_key_file",
    typeof message.BASTION_CERTIFICATE
  > &
  Needs<O, "ssh_bastion_host", BastionAuthentication, typeof message.BASTION_AUTH> &
  Items<
    O,
    "ssh_local_tunnels" | "ssh_remote_tunnels",
    `${number}:${string}:${number}`,
    typeof message.TUNNEL
  >;

/** The options beside which {@link CommunicatorRules} can say more than that a user is missing. */
export type CommunicatorSuspects =
  | "communicator"
  | keyof WinRmOptions
  | "ssh_bastion_host"
  | "ssh_certificate_file"
  | "ssh_bastion_certificate_file"
  | "ssh_local_tunnels"
  | "ssh_remote_tunnels";

type BastionAuthentication =
  "ssh_bastion_password" | "ssh_bastion_private_key_file" | "ssh_private_key_file" | "ssh_bastion_agent_auth";

/** A communicator demands an option, its user for one. */
export type User<O, C extends string, P extends string, M extends string> = Demand<
  O extends unknown
    ? [ConnectsBy<O>] extends [C]
      ? Possible<O, P> extends never
        ? P
        : never
      : never
    : never,
  M
>;
