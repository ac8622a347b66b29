import {
  definePostProcessor,
  defineProvisioner,
  shellLocalDefinition,
  text,
  type BuildContext,
  type Duration,
  type PostProcessor,
  type Provisioner,
} from "@packwright/core";
import fc from "fast-check";
import type { Declared } from "./declarations.js";
import { anyTextExpression, type MakeText } from "./expressions.js";

/** The sources that templates have: `null.web`. */
type SourceLabel = `file.${string}` | `null.${string}`;

/** What a step is made for: what it can refer to, and the sources of its build. */
export interface StepPlace {
  readonly declared: Declared;
  readonly labels: readonly SourceLabel[];
}

export type MakeProvisioner = (
  place: StepPlace,
) => (context: BuildContext) => Provisioner<SourceLabel, string>;
export type MakePostProcessor = (place: StepPlace) => PostProcessor<SourceLabel>;

// What Packer itself has, so that this package needs no other for it.
const provisioner = defineProvisioner(shellLocalDefinition);
const postProcessor = definePostProcessor({ ...shellLocalDefinition, artifact: { gives: "input" } });

const options = {
  inline: fc.array(anyTextExpression, { minLength: 1, maxLength: 3 }),
  environment: fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,5}$/), anyTextExpression, { maxKeys: 2 }),
  onlyFirst: fc.boolean(),
};

/** Provisioners that run commands where Packer runs. */
export const anyProvisioner: fc.Arbitrary<MakeProvisioner> = fc
  .record({
    ...options,
    pause: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    retries: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    asks: fc.boolean(),
  })
  .map(
    ({ pause, retries, asks, ...shared }): MakeProvisioner =>
      (place) =>
      ({ build, source }) =>
        provisioner({
          ...shellLocal(shared, place),
          ...(pause === undefined ? {} : { pause_before: `${String(pause)}s` as Duration }),
          ...(retries === undefined ? {} : { max_retries: retries }),
          ...(asks ? { tempfile_extension: text`${source.name}-${build.ID}` } : {}),
        }),
  );

/** Post-processors of the same kind. */
export const anyPostProcessor: fc.Arbitrary<MakePostProcessor> = fc
  .record({ ...options, keep: fc.boolean() })
  .map(
    ({ keep, ...shared }): MakePostProcessor =>
      (place) =>
        postProcessor({ ...shellLocal(shared, place), ...(keep ? { keep_input_artifact: true } : {}) }),
  );

function shellLocal(
  {
    inline,
    environment,
    onlyFirst,
  }: {
    readonly inline: readonly MakeText[];
    readonly environment: Readonly<Record<string, MakeText>>;
    readonly onlyFirst: boolean;
  },
  { declared, labels }: StepPlace,
) {
  const env = Object.entries(environment).map(([key, make]) => [key, make(declared)] as const);
  return {
    inline: inline.map((make) => make(declared)),
    ...(env.length === 0 ? {} : { env: Object.fromEntries(env) }),
    ...(onlyFirst ? { only: labels.slice(0, 1) } : {}),
  };
}
