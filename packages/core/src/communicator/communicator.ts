import type { AtMostOne, Conflict, Requires } from "../plugin/constraints.js";
import type { Input } from "../expressions/expr.js";
import { about, excludes, isGiven, requires, type Rule } from "../plugin/rule.js";
import type { CommunicatorOptions, SshOptions, WinRmOptions } from "./generated/options.js";

const NEEDS_WINRM = 'set communicator to "winrm" to use WinRM options';
const CERTIFICATE = "ssh_certificate_file needs ssh_private_key_file";
const BASTION_CERTIFICATE = "ssh_bastion_certificate_file needs ssh_bastion_private_key_file";
const ONE_WAY = "a bastion host and a proxy exclude each other: set ssh_bastion_host or ssh_proxy_host";
const BASTION_AUTH =
  "ssh_bastion_host needs ssh_bastion_password, ssh_bastion_private_key_file, ssh_private_key_file or ssh_bastion_agent_auth";

type None<T> = { readonly [P in keyof T]?: never };

/** Packer connects over SSH, which is what it does unless told otherwise. */
export interface SshCommunicator extends CommunicatorOptions, SshOptions, None<WinRmOptions> {
  readonly communicator?: "ssh";
  readonly ssh_username: Input<string>;
}

/** Packer connects over WinRM. */
export interface WinRmCommunicator extends CommunicatorOptions, WinRmOptions, SshOptions {
  readonly communicator: "winrm";
  readonly winrm_username: Input<string>;
}

/** Packer does not connect at all, so that no provisioner can run on the machine. */
export interface NoCommunicator extends CommunicatorOptions, SshOptions, WinRmOptions {
  readonly communicator: "none";
}

/** How Packer connects to the machine: the communicator decides which options it needs. */
export type Communicator = SshCommunicator | WinRmCommunicator | NoCommunicator;

/** The names of all options of communicators. */
export type CommunicatorKey =
  keyof CommunicatorOptions | keyof SshOptions | keyof WinRmOptions | "communicator";

/** What the communicator's options demand of each other. */
export type CommunicatorRules<K> = WinRmKeys<K> &
  AtMostOne<K, "ssh_bastion_host" | "ssh_proxy_host", typeof ONE_WAY> &
  Requires<K, "ssh_certificate_file", "ssh_private_key_file", typeof CERTIFICATE> &
  Requires<K, "ssh_bastion_certificate_file", "ssh_bastion_private_key_file", typeof BASTION_CERTIFICATE> &
  Requires<
    K,
    "ssh_bastion_host",
    | "ssh_bastion_password"
    | "ssh_bastion_private_key_file"
    | "ssh_private_key_file"
    | "ssh_bastion_agent_auth",
    typeof BASTION_AUTH
  >;

type WinRmKeys<K> = "communicator" extends K
  ? unknown
  : [Extract<K, `winrm_${string}`>] extends [never]
    ? unknown
    : { readonly [P in Extract<K, `winrm_${string}`>]: Conflict<typeof NEEDS_WINRM> };

const usernames: Rule = (context) => {
  const communicator = context.isSet("communicator") ? context.literal("communicator") : "ssh";
  if (communicator === "ssh" && !context.isSet("ssh_username")) {
    context.report({
      summary: "ssh_username is missing",
      detail:
        'Packer connects over SSH unless communicator is "winrm" or "none"; set the user to connect as.',
      code: "missing-option",
    });
  }
  if (communicator === "winrm" && !context.isSet("winrm_username")) {
    context.report({
      summary: "winrm_username is missing",
      detail: "Packer connects over WinRM; set the user to connect as.",
      code: "missing-option",
    });
  }
  if (communicator !== "ssh") return;
  for (const option of Object.keys(context.options)) {
    if (option.startsWith("winrm_") && isGiven(context.options[option])) {
      context.report({ summary: NEEDS_WINRM, option });
    }
  }
};

const TUNNEL = /^\d+:[^:]+:\d+$/;

const tunnels: Rule = about(["ssh_local_tunnels", "ssh_remote_tunnels"], (context) => {
  for (const option of ["ssh_local_tunnels", "ssh_remote_tunnels"]) {
    const list = context.literal(option);
    if (!Array.isArray(list)) continue;
    for (const [at, tunnel] of list.entries()) {
      if (typeof tunnel !== "string" || TUNNEL.test(tunnel)) continue;
      context.report({
        summary: `${option} has ${JSON.stringify(tunnel)}, which is no tunnel`,
        detail: "Write port:host:port, for example 8080:localhost:80.",
        option: [option, at],
        code: "invalid-value",
      });
    }
  }
});

/** The same rules when the program runs, for every builder that connects. */
export const communicatorRules: readonly Rule[] = [
  usernames,
  excludes("ssh_bastion_host", ["ssh_proxy_host"], ONE_WAY),
  requires("ssh_certificate_file", ["ssh_private_key_file"], CERTIFICATE),
  requires("ssh_bastion_certificate_file", ["ssh_bastion_private_key_file"], BASTION_CERTIFICATE),
  requires(
    "ssh_bastion_host",
    [
      "ssh_bastion_password",
      "ssh_bastion_private_key_file",
      "ssh_private_key_file",
      "ssh_bastion_agent_auth",
    ],
    BASTION_AUTH,
  ),
  tunnels,
];
