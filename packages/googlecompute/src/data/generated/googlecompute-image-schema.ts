// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/** The options as a zod schema of plain values. */
export const googlecomputeImageSchema = (): OptionsSchema => z.strictObject({
  project_id: z.string(),
  filters: z.string(),
  most_recent: z.boolean(),
  universe_domain: z.string(),
  custom_endpoints: z.record(z.string(), z.string()),
});

/** The options without which it does not run. */
export const googlecomputeImageRequired: readonly string[] = ["project_id","filters"];

/** The attributes of the result. */
export const googlecomputeImageOutputs = (): OptionsSchema => z.strictObject({
  id: z.string(),
  name: z.string(),
  creation_date: z.string(),
  labels: z.record(z.string(), z.string()),
});
