import {
  defineProvisioner,
  type Input,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `breakpoint` provisioner. */
export interface BreakpointOptions {
  /** Text that is shown while the build waits. */
  readonly note?: Input<string, "build">;
  /**
   * Do not wait; for leaving breakpoints in place.
   * @defaultValue `false`
   */
  readonly disable?: Input<boolean, "build">;
}

/** The type of {@link breakpoint}. */
export type Breakpoint = <const O = BreakpointOptions>(
  options?: BreakpointOptions &
    ProvisionerMeta<BreakpointOptions> &
    Infer<O> &
    NoInfer<MetaRules<O, BreakpointOptions>>,
) => ProvisionerOf<O>;

/**
 * Stops the build until somebody presses Enter, so that the machine can be looked at; it needs a terminal.
 *
 * @example
 * breakpoint({ note: "look around", disable: true })
 * // provisioner "breakpoint" {
 * //   note    = "look around"
 * //   disable = true
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/breakpoint
 */
export const breakpoint: Breakpoint = /* @__PURE__ */ defineProvisioner({
  type: "breakpoint",
  options: () => z.strictObject({ note: z.string(), disable: z.boolean() }),
  fields: {},
});
