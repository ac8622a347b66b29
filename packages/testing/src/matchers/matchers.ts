import { formatDiagnostic, type TemplateOutput } from "@packwright/core";
import { parse, print, type Block } from "@packwright/hcl";
import type { PlainOptions } from "../evaluate/body.js";
import { plan, type PlannedStep } from "../plan.js";
import { bareHcl } from "./bare-hcl.js";
import { hasAll, type MatcherContext, type MatcherResult } from "./context.js";
import { listSteps, nearestMiss, show } from "./nearest.js";
import { toPassPacker } from "./pass-packer.js";
import type { PackerExpectation } from "./real-packer.js";
import { describeVariable, type VariableExpectation } from "./variable.js";

/** What is asked of a step beside its type and its options. */
export interface StepExpectation {
  /** Only what is done for this source counts: `googlecompute.web`. */
  readonly source?: string;
  /** How many such steps there are; at least one when left out. */
  readonly times?: number;
  /** The place of the step among those of its kind and source, counted from 0. */
  readonly at?: number;
}

/** A matcher of steps. */
export type StepMatcher = (
  this: MatcherContext,
  template: TemplateOutput,
  type: string,
  options?: PlainOptions,
  expectation?: StepExpectation,
) => MatcherResult;

/** Matchers for the `expect.extend` of vitest and jest. */
export const matchers: {
  readonly toBeValidTemplate: (this: MatcherContext, template: TemplateOutput) => MatcherResult;
  readonly toHaveSource: (
    this: MatcherContext,
    template: TemplateOutput,
    label: string,
    options?: PlainOptions,
  ) => MatcherResult;
  readonly toHaveProvisioner: StepMatcher;
  readonly toHavePostProcessor: StepMatcher;
  readonly toHaveVariable: (
    this: MatcherContext,
    template: TemplateOutput,
    name: string,
    expectation?: VariableExpectation,
  ) => MatcherResult;
  readonly toMatchHcl: (
    this: MatcherContext,
    template: TemplateOutput | string,
    hcl: string,
  ) => MatcherResult;
  readonly toPassPacker: (
    this: MatcherContext,
    template: TemplateOutput,
    expectation?: PackerExpectation,
  ) => MatcherResult;
} = {
  toBeValidTemplate(template) {
    const diagnostics = template.check().filter(({ severity }) => severity !== "note");
    const pass = diagnostics.every(({ severity }) => severity !== "error");
    return {
      pass,
      message: () =>
        pass
          ? "expected the template to have errors, and it has none"
          : `expected the template to have no errors\n\n${diagnostics.map((each) => formatDiagnostic(each)).join("\n\n")}`,
    };
  },

  toHaveSource(template, label, options = {}) {
    const sources = plan(template).filter(({ kind }) => kind === "source");
    const named = sources.filter(({ source }) => source === label);
    const pass = named.some((step) => hasAll(this, step.options, options));
    return {
      pass,
      message: () =>
        `expected the template ${pass ? "not " : ""}to have the source ${label}${withOptions(options)}\n\n` +
        (pass ? "" : nearestMiss(this, named, options)) +
        `Its sources:\n${listSteps(sources)}`,
    };
  },

  toHaveProvisioner(template, type, options = {}, expectation = {}) {
    return haveStep(this, template, ["provisioner", "error-cleanup-provisioner"], type, options, expectation);
  },

  toHavePostProcessor(template, type, options = {}, expectation = {}) {
    return haveStep(this, template, ["post-processor"], type, options, expectation);
  },

  toHaveVariable(template, name, expectation = {}) {
    const variables = variablesOf(template);
    const block = variables.find((each) => each.labels[0]?.value === name);
    const pass = block !== undefined && hasAll(this, describeVariable(block), expectation);
    const names = variables.map((each) => each.labels[0]?.value ?? "");
    return {
      pass,
      message: () =>
        `expected the template ${pass ? "not " : ""}to have the variable ${name}${withOptions(expectation)}\n\n` +
        (block === undefined
          ? `Its variables: ${names.length === 0 ? "none" : names.join(", ")}`
          : print({ items: [block] }).trimEnd()),
    };
  },

  toMatchHcl(template, hcl) {
    const actual = bareHcl(typeof template === "string" ? template : template.toHcl());
    const expected = bareHcl(hcl);
    const pass = actual === expected;
    return {
      pass,
      message: () =>
        `expected the template ${pass ? "not " : ""}to be this HCL, layout and comments aside\n\n` +
        (pass ? actual : (this.utils.diff(expected, actual) ?? "")),
    };
  },

  toPassPacker,
};

function haveStep(
  context: MatcherContext,
  template: TemplateOutput,
  kinds: readonly PlannedStep["kind"][],
  type: string,
  options: PlainOptions,
  { source, times, at }: StepExpectation,
): MatcherResult {
  const all = plan(template).filter(
    (step) => kinds.includes(step.kind) && (source === undefined || step.source === source),
  );
  const placed = at === undefined ? all : all.filter((step) => placeOf(step, all) === at);
  const ofType = placed.filter((step) => step.type === type);
  const matching = ofType.filter((step) => hasAll(context, step.options, options));
  const pass = times === undefined ? matching.length > 0 : matching.length === times;
  const [kind = ""] = kinds;
  const wanted = [
    `the ${kind} ${type}${withOptions(options)}`,
    ...(source === undefined ? [] : [`for ${source}`]),
    ...(at === undefined ? [] : [`at place ${String(at)}`]),
    ...(times === undefined ? [] : [`${String(times)} times, and found it ${String(matching.length)} times`]),
  ].join(" ");
  return {
    pass,
    message: () =>
      `expected the template ${pass ? "not " : ""}to have ${wanted}\n\n` +
      (pass ? "" : nearestMiss(context, ofType, options)) +
      `What there is:\n${listSteps(all)}`,
  };
}

function placeOf(step: PlannedStep, all: readonly PlannedStep[]): number {
  return all.filter((each) => each.source === step.source && each.build === step.build).indexOf(step);
}

function withOptions(options: object): string {
  return Object.keys(options).length === 0 ? "" : ` with ${show(options)}`;
}

function variablesOf(template: TemplateOutput): readonly Block[] {
  return parse(template.toHcl()).body.items.filter(
    (item): item is Block => item.kind === "block" && item.type === "variable",
  );
}
