import { about, connectsBy, excludes, requires, type Rule } from "@packwright/core";
import * as message from "./messages.js";

/** A machine without an external address is reached at its internal one, and has no reserved one either. */
export const externalIpRules: readonly Rule[] = [
  requires("omit_external_ip", ["use_internal_ip"], message.INTERNAL_IP),
  excludes("omit_external_ip", ["address"], message.NO_ADDRESS),
];

/** Packer knows communicators of containers, with which nobody can reach a machine. */
export const containerRule: Rule = about(["communicator"], (context) => {
  const communicator = connectsBy(context);
  if (communicator !== "docker" && communicator !== "dockerWindowsContainer") return;
  context.report({
    summary: `communicator ${JSON.stringify(communicator)} is for containers: the build stops when it connects`,
    detail: 'Use "ssh", "winrm" or "none".',
    option: "communicator",
    severity: "warning",
    code: "invalid-value",
  });
});
