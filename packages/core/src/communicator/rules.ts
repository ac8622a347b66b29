import { about, excludes, requires, type Rule } from "../plugin/rule.js";
import * as message from "./messages.js";

/** The communicator of some options; `undefined` where only Packer knows it. */
export function connectsBy(context: Parameters<Rule>[0]): string | undefined {
  if (!context.isSet("communicator")) return "ssh";
  const communicator = context.literal("communicator");
  return typeof communicator === "string" ? communicator : undefined;
}

/** Over SSH, and over WinRM, Packer has to know a user to connect as. */
const user: Rule = (context) => {
  const communicator = connectsBy(context);
  if (communicator === "ssh" && !context.isSet("ssh_username"))
    context.report({ summary: message.SSH_USER, code: "missing-option" });
  if (communicator === "winrm" && !context.isSet("winrm_username"))
    context.report({ summary: message.WINRM_USER, code: "missing-option" });
};

const WINRM_OPTIONS = [
  "winrm_username",
  "winrm_password",
  "winrm_host",
  "winrm_no_proxy",
  "winrm_port",
  "winrm_timeout",
  "winrm_use_ssl",
  "winrm_insecure",
  "winrm_use_ntlm",
];

/** Packer takes WinRM options beside any communicator and uses them with its own only. */
const idleWinRm: Rule = about(WINRM_OPTIONS, (context) => {
  if (connectsBy(context) !== "ssh") return;
  for (const option of WINRM_OPTIONS) {
    if (context.isCertain(option))
      context.report({ summary: message.NEEDS_WINRM, option, severity: "warning" });
  }
});

const TUNNEL = /^[+-]?\d+:.*:[+-]?\d+$/;

const tunnels: Rule = about(["ssh_local_tunnels", "ssh_remote_tunnels"], (context) => {
  for (const option of ["ssh_local_tunnels", "ssh_remote_tunnels"]) {
    const list = context.literal(option);
    if (!Array.isArray(list)) continue;
    for (const [at, tunnel] of list.entries()) {
      if (typeof tunnel !== "string" || tunnel.includes("{{") || TUNNEL.test(tunnel)) continue;
      context.report({
        summary: `${message.TUNNEL}, and not ${JSON.stringify(tunnel)}`,
        option: [option, at],
        code: "invalid-value",
      });
    }
  }
});

const KEY_TYPES = ["rsa", "ecdsa", "ed25519", "dsa"];

/** A kind of key that Packer cannot make stops the build, and not before. */
const keyType: Rule = about(["temporary_key_pair_type"], (context) => {
  const type = context.literal("temporary_key_pair_type");
  if (typeof type !== "string" || type === "" || type.includes("{{") || KEY_TYPES.includes(type)) return;
  context.report({
    summary: `temporary_key_pair_type has to be one of ${KEY_TYPES.join(", ")}`,
    detail: "Packer finds out only when it builds.",
    option: "temporary_key_pair_type",
    severity: "warning",
    code: "invalid-value",
  });
});

/** What the communicator's options demand of each other, for every builder that connects. */
export const communicatorRules: readonly Rule[] = [
  user,
  idleWinRm,
  excludes("ssh_bastion_host", ["ssh_proxy_host"], message.ONE_WAY),
  requires("ssh_certificate_file", ["ssh_private_key_file"], message.CERTIFICATE),
  requires("ssh_bastion_certificate_file", ["ssh_bastion_private_key_file"], message.BASTION_CERTIFICATE),
  requires(
    "ssh_bastion_host",
    [
      "ssh_bastion_password",
      "ssh_bastion_private_key_file",
      "ssh_private_key_file",
      "ssh_bastion_agent_auth",
    ],
    message.BASTION_AUTH,
  ),
  tunnels,
  keyType,
];
