// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { wholeNumberSchema, type OptionsSchema, type Secrecy } from "@packwright/core";
import { z } from "zod";

/** The options as a zod schema of plain values. */
export const googlecomputeExportSchema = (): OptionsSchema => z.strictObject({
  access_token: z.string(),
  account_file: z.string(),
  credentials_file: z.string(),
  credentials_json: z.string(),
  impersonate_service_account: z.string(),
  vault_gcp_oauth_engine: z.string(),
  scopes: z.array(z.string()),
  disk_size: wholeNumberSchema(),
  disk_type: z.string(),
  machine_type: z.string(),
  source_image_family: z.string(),
  network: z.string(),
  paths: z.array(z.string()),
  subnetwork: z.string(),
  zone: z.string(),
  service_account_email: z.string(),
  omit_external_ip: z.boolean(),
  universe_domain: z.string(),
  custom_endpoints: z.record(z.string(), z.string()),
});

/** The options without which it does not run. */
export const googlecomputeExportRequired: readonly string[] = ["paths"];

export const googlecomputeExportDeprecated: Readonly<Record<string, string>> = {
  account_file: "Use credentials_file or credentials_json.",
};

/** Options that hold secrets. */
export const googlecomputeExportSensitive: Readonly<Record<string, Secrecy>> = {
  access_token: "credential",
  account_file: "inline",
  credentials_json: "credential",
};
