// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/** The options as a zod schema of plain values. */
export const googlecomputeSecretsmanagerSchema = (): OptionsSchema => z.strictObject({
  project_id: z.string(),
  name: z.string(),
  key: z.string(),
  version: z.string(),
  universe_domain: z.string(),
  custom_endpoints: z.record(z.string(), z.string()),
});

/** The options without which it does not run. */
export const googlecomputeSecretsmanagerRequired: readonly string[] = ["project_id","name"];

/** The attributes of the result. */
export const googlecomputeSecretsmanagerOutputs = (): OptionsSchema => z.strictObject({
  payload: z.string(),
  value: z.string(),
  checksum: z.number(),
});
