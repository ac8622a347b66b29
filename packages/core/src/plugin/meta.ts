import { z } from "zod";
import type { PostProcessor, Provisioner } from "../build/step.js";
import type { ExprBase, Input } from "../expressions/expr.js";
import type { ComponentKind, OptionsSchema } from "./component.js";
import { isDuration, type Duration } from "./duration.js";
import type { Choice, Mentioned, OnlyOne, Words } from "./given.js";
import { about, type Rule } from "./rule.js";

export const ONE_CHOICE = "only and except exclude each other: keep one of them";
export const OTHER_WORDS = "this expression can have values that the option does not take";
export const PAUSE_WINS = "Packer ignores timeout beside pause_before: keep one of them";

/** Sources of a build by their labels, `googlecompute.web`. */
export type LabelList = readonly (`${string}.${string}` | ExprBase<string>)[] | ExprBase<readonly string[]>;

/**
 * A provisioner with the options literal `O`. Which sources it names, so that a build can compare them with those it
 * has, is read off the literal: inferred by themselves, they would have the compiler make the types of a step anew for
 * every build that has it. Nothing is inferred from what the build expects, either, which the compiler would try first.
 */
export type ProvisionerOf<O> = NoInfer<
  Mentioned<O> & (Chosen | "override") extends never ? Provisioner : Provisioner<LabelsIn<O>, NamesIn<O>>
>;

/** The same for a post-processor. */
export type PostProcessorOf<O> = NoInfer<
  Mentioned<O> & Chosen extends never ? PostProcessor : PostProcessor<LabelsIn<O>>
>;

/** The labels of the sources that the options literal `O` names. */
export type LabelsIn<O> = O extends unknown ? ItemsOf<O[Chosen & keyof O]> : never;

type Chosen = "only" | "except";
type ItemsOf<V> = V extends readonly (infer E)[] ? Extract<E, string> : never;

/** The names of sources whose options the literal overrides. */
type NamesIn<O> = O extends { readonly override: Readonly<Record<infer N extends string, unknown>> }
  ? N
  : never;

/** The rules of every step with the options `Options`, over the type `O` of the literal. */
export type MetaRules<O, Options> = ("only" & Mentioned<O>) | Choice<Options, Mentioned<O>> extends never
  ? unknown
  : OnlyOne<O, "only" | "except", typeof ONE_CHOICE> & Words<O, Options, typeof OTHER_WORDS>;

/** Options that Packer itself gives to every provisioner; `Options` are the component's own. */
export interface ProvisionerMeta<Options> {
  /** Run for these sources only, by their labels: `googlecompute.web`. */
  readonly only?: LabelList;
  /** Run for all sources but these, by their labels: `googlecompute.web`. */
  readonly except?: LabelList;
  /** Options that differ for some sources, by the name of the source: `{ web: { … } }`. */
  readonly override?: Readonly<Record<string, Partial<Options>>>;
  /**
   * Wait this long before it starts.
   * @defaultValue `"0s"`
   */
  readonly pause_before?: Duration | ExprBase<string>;
  /** Stop it after this long; Packer ignores it beside `pause_before`. Without it, it may take any time. */
  readonly timeout?: Duration | ExprBase<string>;
  /**
   * How often it is tried again after a failure, a whole number.
   * @defaultValue `0`
   */
  readonly max_retries?: Input<number>;
  /**
   * Turn a failure, after all retries, into a warning. Packer 1.16 and later, and not in legacy JSON.
   * @defaultValue `false`
   */
  readonly continue_on_error?: Input<boolean>;
  /** A name for the logs and for `packer inspect`. */
  readonly name?: Input<string>;
}

/** Options that Packer itself gives to every post-processor. */
export interface PostProcessorMeta {
  /** Run for these sources only, by their labels: `googlecompute.web`. */
  readonly only?: LabelList;
  /** Run for all sources but these, by their labels: `googlecompute.web`. */
  readonly except?: LabelList;
  /** Keep what the step was given beside what it makes of it; each post-processor has a default of its own. */
  readonly keep_input_artifact?: Input<boolean>;
  /** A name for the logs, which `-except` on the command line knows too. */
  readonly name?: Input<string>;
}

/** A zod schema of durations, with the remedy in its message. */
export function durationSchema(): z.ZodString {
  return z
    .string()
    .refine(isDuration, { error: 'has to be a duration with a unit, such as "90s" or "1h30m"' });
}

/** The schemas of the options that Packer gives to every component of a kind; `options` are the component's own. */
export function metaOf(kind: ComponentKind, options: OptionsSchema): OptionsSchema["shape"] {
  switch (kind) {
    case "provisioner":
      return {
        ...common(),
        override: z.record(z.string(), z.strictObject(options.shape).partial()),
        pause_before: durationSchema(),
        timeout: durationSchema(),
        max_retries: z.int(),
        continue_on_error: z.boolean(),
      };
    case "post-processor":
      return { ...common(), keep_input_artifact: z.boolean() };
    case "source":
    case "data":
    case "hcp_packer_registry":
      return {};
  }
}

function common(): OptionsSchema["shape"] {
  return { only: z.array(z.string()), except: z.array(z.string()), name: z.string() };
}

const NONE: readonly Rule[] = [];
const PROVISIONER_RULES: readonly Rule[] = [
  about(["timeout"], (context) => {
    if (!context.isSet("timeout") || !context.isSet("pause_before")) return;
    context.report({ summary: PAUSE_WINS, option: "timeout", severity: "warning" });
  }),
];

/** The rules between those options, for every component of a kind. */
export function metaRules(kind: ComponentKind): readonly Rule[] {
  return kind === "provisioner" ? PROVISIONER_RULES : NONE;
}
