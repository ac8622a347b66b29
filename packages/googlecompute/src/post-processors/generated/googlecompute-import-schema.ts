// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { choiceSchema, type OptionsSchema, type Secrecy } from "@packwright/core";
import { z } from "zod";

/** The options as a zod schema of plain values. */
export const googlecomputeImportSchema = (): OptionsSchema => z.strictObject({
  access_token: z.string(),
  account_file: z.string(),
  credentials_file: z.string(),
  credentials_json: z.string(),
  impersonate_service_account: z.string(),
  vault_gcp_oauth_engine: z.string(),
  scopes: z.array(z.string()),
  project_id: z.string(),
  bucket: z.string(),
  gcs_object_name: z.string(),
  image_architecture: choiceSchema(["x86_64", "arm64"], { ignoreCase: true }),
  image_description: z.string(),
  image_family: z.string(),
  image_guest_os_features: z.array(z.string()),
  image_labels: z.record(z.string(), z.string()),
  image_name: z.string(),
  image_storage_locations: z.array(z.string()),
  skip_clean: z.boolean(),
  image_platform_key: z.string(),
  image_key_exchange_key: z.array(z.string()),
  image_signatures_db: z.array(z.string()),
  image_forbidden_signatures_db: z.array(z.string()),
  universe_domain: z.string(),
  custom_endpoints: z.record(z.string(), z.string()),
});

/** The options without which it does not run. */
export const googlecomputeImportRequired: readonly string[] = ["project_id","bucket","image_name"];

export const googlecomputeImportDeprecated: Readonly<Record<string, string>> = {
  account_file: "Use credentials_file or credentials_json.",
};

/** Options that hold secrets. */
export const googlecomputeImportSensitive: Readonly<Record<string, Secrecy>> = {
  access_token: "credential",
  account_file: "inline",
  credentials_json: "credential",
};
