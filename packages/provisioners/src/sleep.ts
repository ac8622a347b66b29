import {
  defineProvisioner,
  durationSchema,
  type Duration,
  type ExprBase,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `sleep` provisioner. */
export interface SleepOptions {
  /** How long to wait. */
  readonly duration: Duration | ExprBase<string, "build">;
}

/** The type of {@link sleep}. */
export type Sleep = <const O = SleepOptions>(
  options: SleepOptions & ProvisionerMeta<SleepOptions> & Infer<O> & NoInfer<MetaRules<O, SleepOptions>>,
) => ProvisionerOf<O>;

/**
 * Waits, in legacy JSON only: Packer 1.16 crashes on it in HCL, so that a template that has it writes no HCL.
 *
 * @example
 * sleep({ duration: "30s" })
 * // "provisioners": [{ "type": "sleep", "duration": "30s" }]
 * @see https://developer.hashicorp.com/packer/docs/provisioners
 */
export const sleep: Sleep = /* @__PURE__ */ defineProvisioner({
  type: "sleep",
  options: () => z.strictObject({ duration: durationSchema() }),
  required: ["duration"],
  fields: {},
  legacyOnly:
    "Packer 1.16 crashes on it in HCL. Use pause_before of the next step, or pause_after of a shell or powershell step.",
});
