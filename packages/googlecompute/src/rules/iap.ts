import { about, connectsBy, type Rule } from "@packwright/core";
import * as message from "./messages.js";

/** A tunnel carries a connection over SSH or WinRM. */
export const iapRule: Rule = about(["use_iap"], (context) => {
  const communicator = connectsBy(context);
  if (!context.isCertain("use_iap") || communicator === undefined) return;
  if (communicator === "ssh" || communicator === "winrm") return;
  context.report({ summary: message.IAP, option: "use_iap" });
});

const NOT_HANDED_ON = ["access_token", "credentials_json", "vault_gcp_oauth_engine"];

/** The tunnel is opened by `gcloud`, which gets a credentials file only. */
export const iapCredentialsRule: Rule = about(["use_iap"], (context) => {
  if (!context.isCertain("use_iap")) return;
  for (const option of NOT_HANDED_ON) {
    if (!context.isSet(option)) continue;
    context.report({
      summary: `the tunnel of use_iap does not use ${option}: gcloud opens it with its own login`,
      detail: "Use credentials_file, or log gcloud in where Packer runs.",
      option,
      severity: "warning",
      code: "plugin-bug",
    });
  }
});

const TUNNEL_OPTIONS = ["iap_localhost_port", "iap_hashbang", "iap_ext", "iap_tunnel_launch_wait"];

/** Options of the tunnel do nothing without it. */
export const idleIapRule: Rule = about(TUNNEL_OPTIONS, (context) => {
  if (context.isSet("use_iap")) return;
  for (const option of TUNNEL_OPTIONS) {
    if (context.isCertain(option))
      context.report({ summary: `${option} has an effect only beside use_iap`, option, severity: "warning" });
  }
});
