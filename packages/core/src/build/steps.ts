import type { ComponentUse } from "../blocks/component-use.js";
import type { Infer, OnlyOne } from "../plugin/given.js";
import { callSite } from "../diagnostics/site.js";
import { createUse, mayBeToldOf } from "../plugin/create-use.js";
import type { LabelsIn, ONE_CHOICE, ProvisionerMeta } from "../plugin/meta.js";
import type { BuildContext } from "./context.js";
import { createStep, type Falsy, type Provisioner } from "./step.js";

/** What a group of provisioners can have in common: the options that Packer gives to all of them. */
export type StepsMeta = Omit<ProvisionerMeta<object>, "override" | "name">;

/** A provisioner whatever sources it names, so that the compiler takes none from here. */
interface AnyProvisioner {
  readonly kind: "provisioner";
  readonly use: ComponentUse;
}

type AnyStep = AnyProvisioner | Falsy | ((context: BuildContext) => AnyProvisioner | Falsy);

type MadeBy<T> = T extends (context: BuildContext) => infer R ? R : T;
type LabelsOf<T> = MadeBy<T> extends infer P ? (P extends Provisioner<infer L, string> ? L : never) : never;
type NamesOf<T> = MadeBy<T> extends infer P ? (P extends Provisioner<string, infer N> ? N : never) : never;

/** A step of a group, with what the group has in common. */
export type GroupedStep<L extends string, N extends string> =
  Provisioner<L, N> | Falsy | ((context: BuildContext) => Provisioner<L, N> | Falsy);

/**
 * Provisioners with options in common: each gets those that it does not have itself, and one that names its sources
 * keeps to them. Falsy steps are dropped, and functions of the build's context are called, as without the group.
 *
 * @example
 * image.provision(
 *   ...steps({ only: ["googlecompute.web"], max_retries: 2 }, shell({ script: "web.sh" }), file({ … })),
 * )
 * // provisioner "shell" {
 * //   script      = "web.sh"
 * //   only        = ["googlecompute.web"]
 * //   max_retries = 2
 * // }
 * // …
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/build/provisioner
 */
export function steps<const O = StepsMeta, const S extends readonly AnyStep[] = readonly AnyStep[]>(
  common: StepsMeta & Infer<O> & NoInfer<OnlyOne<O, "only" | "except", typeof ONE_CHOICE>>,
  ...grouped: S
): readonly GroupedStep<LabelsIn<O> | LabelsOf<S[number]>, NamesOf<S[number]>>[] {
  const given: Readonly<Record<string, unknown>> = { ...common };
  const join = (step: AnyProvisioner | Falsy): AnyProvisioner | Falsy =>
    isStep(step) ? joined(step, given) : step;
  const made = grouped.map((step) =>
    typeof step === "function" ? (context: BuildContext) => join(step(context)) : join(step),
  );
  // The labels and names of the steps are those that their types name, to which the group adds its own.
  return made as never;
}

/** What is no step is left for the build to tell of. */
function isStep(step: unknown): step is AnyProvisioner {
  return (
    typeof step === "object" &&
    step !== null &&
    "use" in step &&
    "kind" in step &&
    step.kind === "provisioner"
  );
}

function joined(step: AnyProvisioner, common: Readonly<Record<string, unknown>>): Provisioner {
  const { definition, options, label, ...rest } = step.use;
  const merged: Record<string, unknown> = { ...options };
  const namesSources = merged["only"] !== undefined || merged["except"] !== undefined;
  for (const [option, value] of Object.entries(common)) {
    if (merged[option] !== undefined || (namesSources && (option === "only" || option === "except")))
      continue;
    merged[option] = value;
  }
  const use = createUse(definition, merged, label);
  return createStep("provisioner", {
    ...rest,
    definition,
    label,
    options: merged,
    inspected: use.inspected,
    isPlain: use.isPlain && rest.repetition === undefined,
    site: rest.site ?? (mayBeToldOf(use) ? callSite(steps) : undefined),
  });
}
