import { atLeastOne, atMostOne, excludes, requires, type Rule } from "@packwright/core";
import * as message from "./messages.js";

/** The builder's rules between options, in the order in which the plugin checks them. */
export const googlecomputeRules: readonly Rule[] = [
  requires("enable_integrity_monitoring", ["enable_vtpm"], message.MONITORING),
  atLeastOne(["source_image", "source_image_family"], message.SOME_IMAGE),
  atMostOne(
    [
      "access_token",
      "account_file",
      "credentials_file",
      "credentials_json",
      "impersonate_service_account",
      "vault_gcp_oauth_engine",
    ],
    message.ONE_AUTHENTICATION,
  ),
  requires("omit_external_ip", ["use_internal_ip"], message.INTERNAL_IP),
  excludes("omit_external_ip", ["address"], message.NO_ADDRESS),
  requires("accelerator_count", ["accelerator_type"], message.ACCELERATOR_TYPE),
  excludes("disable_default_service_account", ["service_account_email"], message.NO_ACCOUNT),
];
