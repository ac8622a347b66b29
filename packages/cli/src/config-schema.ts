import { z } from "zod";
import type { Config } from "./config.js";

/** What a configuration is at run time. */
export const configSchema: z.ZodType<Config> = z.strictObject({
  templates: z.array(z.string().min(1)).optional(),
  timeout: z.number().min(0).optional(),
  synth: z
    .strictObject({
      form: z.enum(["hcl", "json", "legacy"]).optional(),
      out: z.string().min(1).optional(),
    })
    .optional(),
  packer: z.string().min(1).optional(),
});
