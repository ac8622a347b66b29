import {
  build,
  source,
  template,
  text,
  type AnyBuild,
  type PostProcessor,
  type Provisioner,
  type Template,
} from "@packwright/core";
import fc from "fast-check";
import { declarations, type Declared } from "./declarations.js";
import { anyTextExpression, type MakeText } from "./expressions.js";
import { anyText, name } from "./names.js";
import {
  anyPostProcessor,
  anyProvisioner,
  type MakePostProcessor,
  type MakeProvisioner,
  type StepPlace,
} from "./steps.js";

/** What {@link anyTemplate} makes its templates of. */
export interface TemplateConstraints {
  /** The most variables of a template; 5 when left out. */
  readonly maxVariables?: number;
  /** The most builds; 2 when left out. */
  readonly maxBuilds?: number;
  /** The most sources of a build; 3 when left out. */
  readonly maxSources?: number;
  /** The most provisioners of a build, and the most pipelines of post-processors; 3 when left out. */
  readonly maxSteps?: number;
  /** Provisioners of your own, which stand among those of Packer. */
  readonly provisioners?: fc.Arbitrary<Provisioner>;
  /** Post-processors of your own, likewise. */
  readonly postProcessors?: fc.Arbitrary<PostProcessor>;
}

interface SourcePlan {
  readonly name: string;
  /** The content and the name of the file that it makes; a source that makes nothing without. */
  readonly file: { readonly content: MakeText; readonly target: string } | undefined;
}

interface BuildPlan {
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly sources: readonly SourcePlan[];
  /** The name of the first source in this build, where it has another one there. */
  readonly alias: string | undefined;
  readonly provisioners: readonly MakeProvisioner[];
  readonly errorCleanup: MakeProvisioner | undefined;
  readonly pipelines: readonly (readonly MakePostProcessor[])[];
}

/**
 * Templates by chance, for the tests of libraries that work with templates: variables of all types, locals, data sources,
 * expressions, several builds and sources, steps with conditions. Every one of them has no errors and no warnings, prints as HCL and as
 * JSON, and evaluates without being given any values. A counterexample is shown as its HCL.
 *
 * They use what Packer itself has, and the steps that are handed in.
 *
 * @example
 * fc.assert(fc.property(anyTemplate(), (template) => template.hash() === yours(template).hash()));
 * @see https://fast-check.dev/docs/core-blocks/properties/
 */
export function anyTemplate(constraints: TemplateConstraints = {}): fc.Arbitrary<Template> {
  const { maxVariables = 5, maxBuilds = 2, maxSources = 3, maxSteps = 3 } = constraints;
  const provisioner = withOwn(
    anyProvisioner,
    constraints.provisioners?.map(
      (own): MakeProvisioner =>
        () =>
        () =>
          own,
    ),
  );
  const postProcessor = withOwn(
    anyPostProcessor,
    constraints.postProcessors?.map(
      (own): MakePostProcessor =>
        () =>
          own,
    ),
  );
  const plan: fc.Arbitrary<BuildPlan> = fc.record({
    name: optional(name),
    description: optional(anyText.filter((text) => text !== "")),
    sources: fc.uniqueArray(sourcePlan, {
      selector: (each) => each.name,
      minLength: 1,
      maxLength: maxSources,
    }),
    alias: optional(name),
    provisioners: fc.array(provisioner, { maxLength: maxSteps }),
    errorCleanup: optional(provisioner),
    pipelines: fc.array(fc.array(postProcessor, { minLength: 1, maxLength: 2 }), { maxLength: maxSteps }),
  });
  return fc
    .record({
      declared: declarations(maxVariables),
      plans: fc.array(plan, { minLength: 1, maxLength: maxBuilds }),
    })
    .map(({ declared, plans }) =>
      shown(
        template(
          plans.map((each, at) => buildFrom(each, at, declared)),
          { declare: declared.variables },
        ),
      ),
    );
}

/** A counterexample shows what fast-check is told here, and the HCL says all of a template. */
function shown(made: Template): Template {
  return Object.defineProperty(made, fc.toStringMethod, { value: () => made.toHcl() });
}

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

function withOwn<T>(arbitrary: fc.Arbitrary<T>, own: fc.Arbitrary<T> | undefined): fc.Arbitrary<T> {
  return own === undefined ? arbitrary : fc.oneof(arbitrary, own);
}

const sourcePlan: fc.Arbitrary<SourcePlan> = fc.record({
  name,
  file: optional(fc.record({ content: anyTextExpression, target: name })),
});

function buildFrom(plan: BuildPlan, at: number, declared: Declared): AnyBuild {
  // Sources are the template's, so those of different builds have different names.
  const sources = plan.sources.map((each) =>
    sourceFrom({ ...each, name: `${each.name}${String(at)}` }, declared),
  );
  const [first, ...others] = sources;
  const used =
    plan.alias === undefined || first === undefined ? sources : [...others, first.as(`${plan.alias}-as`)];
  const { name: own, description } = plan;
  const empty = build(used, {
    ...(own === undefined ? {} : { name: own }),
    ...(description === undefined ? {} : { description }),
  });
  const place: StepPlace = { declared, labels: empty.labels };
  const { errorCleanup } = plan;
  let made = empty.provision(...plan.provisioners.map((make) => make(place)));
  if (errorCleanup !== undefined) made = made.errorCleanup(errorCleanup(place));
  for (const pipeline of plan.pipelines) made = made.postProcess(...pipeline.map((make) => make(place)));
  return made;
}

function sourceFrom({ name: label, file }: SourcePlan, declared: Declared) {
  if (file === undefined) return source.null(label, { communicator: "none" });
  return source.file(label, { content: text`content: ${file.content(declared)}`, target: file.target });
}
