// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import { type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/** The options as a zod schema of plain values. */
export const googlecomputeParametermanagerSchema = (): OptionsSchema => z.strictObject({
  project_id: z.string(),
  location: z.string(),
  name: z.string(),
  version: z.string(),
  key: z.string(),
});

/** The options without which it does not run. */
export const googlecomputeParametermanagerRequired: readonly string[] = ["project_id","name","version"];

/** The attributes of the result. */
export const googlecomputeParametermanagerOutputs = (): OptionsSchema => z.strictObject({
  payload: z.string(),
  value: z.string(),
});
