import { z } from "zod";
import type { ExprBase, Input } from "../expressions/expr.js";
import type { ComponentKind, OptionsSchema } from "./component.js";
import { isDuration, type Duration } from "./duration.js";

/** Options that Packer itself gives to every provisioner. */
export interface ProvisionerMeta<Labels extends string, Names extends string, Options> {
  /** Run for these sources only: `googlecompute.web`. */
  readonly only?: readonly Labels[];
  /** Run for all sources but these. */
  readonly except?: readonly Labels[];
  /** Options that differ for some sources, by the name of the source. */
  readonly override?: { readonly [P in Names]?: Partial<Options> };
  /** Wait this long before it starts. */
  readonly pause_before?: Duration | ExprBase<string>;
  /** Stop it after this long; Packer ignores it beside `pause_before`. */
  readonly timeout?: Duration | ExprBase<string>;
  /** How often it is tried again after a failure. */
  readonly max_retries?: Input<number>;
  /** Turn a failure, after all retries, into a warning. Packer 1.16 and later. */
  readonly continue_on_error?: Input<boolean>;
  /** A name for the logs. */
  readonly name?: Input<string>;
}

/** Options that Packer itself gives to every post-processor. */
export interface PostProcessorMeta<Labels extends string> {
  /** Run for these sources only: `googlecompute.web`. */
  readonly only?: readonly Labels[];
  /** Run for all sources but these. */
  readonly except?: readonly Labels[];
  /** Keep what the step was given beside what it makes of it. */
  readonly keep_input_artifact?: Input<boolean>;
  /** A name, which `-except` on the command line knows too. */
  readonly name?: Input<string>;
}

/** A zod schema of durations, with the remedy in its message. */
export function durationSchema(): z.ZodString {
  return z
    .string()
    .refine(isDuration, { error: 'has to be a duration with a unit, such as "90s" or "1h30m"' });
}

let provisioner: OptionsSchema["shape"] | undefined;
let postProcessor: OptionsSchema["shape"] | undefined;

/** The schemas of the options that Packer gives to every component of a kind. */
export function metaOf(kind: ComponentKind): OptionsSchema["shape"] {
  switch (kind) {
    case "provisioner":
      return (provisioner ??= {
        ...common(),
        override: z.record(z.string(), z.record(z.string(), z.unknown())),
        pause_before: durationSchema(),
        timeout: durationSchema(),
        max_retries: z.int(),
        continue_on_error: z.boolean(),
      });
    case "post-processor":
      return (postProcessor ??= { ...common(), keep_input_artifact: z.boolean() });
    case "source":
    case "data":
      return {};
  }
}

function common(): OptionsSchema["shape"] {
  return { only: z.array(z.string()), except: z.array(z.string()), name: z.string() };
}
