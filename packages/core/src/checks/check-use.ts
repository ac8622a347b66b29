import type { z } from "zod";
import type { ComponentUse, Options } from "../blocks/component-use.js";
import { withoutRepetition } from "../blocks/dynamic-blocks.js";
import type { InspectedOptions } from "../expressions/inspect-options.js";
import type { Unwritable } from "../expressions/written.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { isGiven, type Rule } from "../plugin/rule.js";
import { checkGoTemplates } from "./check-go-templates.js";
import { checkValue, unknownOption } from "./check-value.js";
import { optionIndex, type OptionFacts } from "./option-index.js";
import type { Report, Reporter } from "./report.js";
import { UseContext } from "./rule-context.js";
import { checkSecrets, discreet } from "./secrets.js";

/** Options to be checked; what was found when they were looked through spares some of the work. */
export type CheckedUse = Pick<ComponentUse, "definition" | "options"> &
  Partial<Pick<ComponentUse, "inspected">>;

/**
 * What the options say together: whether they are complete, obey the component's rules, and fill in what it knows.
 *
 * @param now the moment to compare dates with, in milliseconds since 1970
 */
export function checkTogether(
  { definition, options: given, inspected }: CheckedUse,
  report: Reporter,
  now?: number,
): void {
  const options = inspected?.hasRepetition === false ? given : withoutRepetition(given);
  checkRequired(definition, options, report);
  if (inspected?.hasBraces !== false) checkGoTemplates(definition, options, report);
  checkSecrets(definition, options, report);
  checkRules(definition, options, report, now);
}

/** Whether the options are there without which the component does not run. */
export function checkRequired(definition: ComponentDefinition, options: Options, report: Reporter): void {
  for (const option of definition.required ?? []) {
    if (isGiven(options[option])) continue;
    const empty = options[option] !== undefined;
    report({
      code: "missing-option",
      summary: empty ? `${option} is empty` : `${option} is missing`,
      detail: `${definition.type} does not run without ${option}; set it.`,
      keys: empty ? [option] : [],
    });
  }
}

/** Whether the options obey the component's rules; `now` as of {@link checkTogether}. */
export function checkRules(
  definition: ComponentDefinition,
  options: Options,
  report: Reporter,
  now?: number,
): void {
  const context = new UseContext(options, definition, report, now);
  const { always, options: known } = optionIndex(definition);
  for (const rule of always) rule(context);
  const asked: Rule[] = [];
  for (const option of Object.keys(options)) {
    for (const rule of known.get(option)?.rules ?? []) {
      if (asked.includes(rule)) continue;
      asked.push(rule);
      rule(context);
    }
  }
}

/** Whether options exist and have values of the right kind. */
export function checkOptions(definition: ComponentDefinition, options: Options, report: Reporter): void {
  const known = optionIndex(definition).options;
  for (const option of Object.keys(options)) {
    const value = options[option];
    // Packer takes an attribute that is null for one that is not there.
    if (value === undefined || (value === null && definition.blocks?.[option] === undefined)) continue;
    const facts = known.get(option);
    if (facts === undefined) {
      if (definition.isUndescribed === true) continue;
      report(unknownOption(option, [...known.keys()], [option]));
      continue;
    }
    if (facts.remedy !== undefined && isGiven(value)) {
      const summary = `${option} is deprecated`;
      report({
        code: "deprecated-option",
        severity: "warning",
        summary,
        detail: facts.remedy,
        keys: [option],
      });
    }
    if (!facts.accepts(value)) checkOption(facts, value, option, discreet(definition, report));
  }
}

function checkOption(facts: OptionFacts, value: unknown, option: string, report: Reporter): void {
  if (facts.isSingleBlock) checkBlock(facts.schema, value, option, report);
  else checkValue(facts.schema, value, [option], report);
}

function checkBlock(schema: z.core.$ZodType, value: unknown, option: string, report: Reporter): void {
  if (Array.isArray(value) && value.length > 1) {
    report({ code: "invalid-value", summary: `${option} can be given once only`, keys: [option, "1"] });
    return;
  }
  checkValue(schema, Array.isArray(value) ? value[0] : value, [option], report);
}

/**
 * What options say beyond their schema: text that HCL cannot hold, and values that only a running build knows.
 *
 * @param written its `buildScoped` are those options that stand where such values do not exist
 */
export function checkWritten(
  written: Pick<InspectedOptions, "problems" | "buildScoped">,
  report: Reporter,
): void {
  for (const problem of written.problems) {
    report(unwritableReport(problem.path.length === 0 ? "the value" : problem.path.join("."), problem));
  }
  for (const option of written.buildScoped) report({ ...buildScope(option), keys: [option] });
}

/** What is to be said of a value that HCL has no place for; `place` is what it was to be. */
export function unwritableReport(place: string, problem: Unwritable): Report {
  const { path, reason, detail, code = "unwritable-value", site } = problem;
  return {
    code,
    summary: `${place} cannot be written: ${reason}`,
    ...(detail === undefined ? {} : { detail }),
    keys: path,
    ...(site === undefined ? {} : { site }),
  };
}

/** What is to be said of a value that only a running build knows, and that stands where there is none. */
export function buildScope(place: string): Report {
  return {
    code: "build-scope",
    summary: `${place} uses a value that exists only in the steps of a build`,
    detail:
      "build.* and source.* are known when provisioners and post-processors run; use a variable or a literal here.",
  };
}

/** The options of a step that Packer itself reads, before the build runs, and that use what only a running build knows. */
export function readTooEarly({ definition, inspected }: ComponentUse): readonly string[] {
  const { options } = optionIndex(definition);
  return inspected.buildScoped.filter((option) => options.get(option)?.isOwn === false);
}

/**
 * Whether nothing can be said against options, whatever template they are in; see {@link ComponentUse.isPlain}.
 *
 * @param names those of all options
 */
export function arePlain(
  definition: ComponentDefinition,
  options: Options,
  inspected: InspectedOptions,
  names: readonly string[],
): boolean {
  if (definition.since !== undefined || inspected.needs !== undefined) return false;
  if (inspected.uses.length > 0 || inspected.problems.length > 0 || inspected.buildScoped.length > 0)
    return false;
  if (definition.legacyOnly !== undefined) return false;
  if (inspected.hasRepetition) return false;
  const { options: known, always } = optionIndex(definition);
  let asked: Rule[] | undefined;
  let isAsWritten = true;
  let mayHoldSecret = false;
  // One pass over the options: what is not plainly right here is left to the checks that report.
  for (const option of names) {
    const value = options[option];
    const facts = known.get(option);
    if (facts?.isOwn !== true || facts.remedy !== undefined || value === null) return false;
    if (value === undefined) continue;
    if (!facts.accepts(value)) {
      if (!isAccepted(facts, value, option)) return false;
      isAsWritten = false;
    }
    mayHoldSecret ||= facts.holdsSecret;
    for (const rule of facts.rules) {
      if (asked === undefined) asked = [rule];
      else if (!asked.includes(rule)) asked.push(rule);
    }
  }
  for (const option of definition.required ?? NO_OPTIONS) if (!isGiven(options[option])) return false;
  if (inspected.hasBraces && findsFault(checkGoTemplates, definition, options)) return false;
  if (mayHoldSecret && findsFault(checkSecrets, definition, options)) return false;
  if (always.length === 0 && asked === undefined) return true;
  const context = new UseContext(options, definition, undefined, undefined, isAsWritten);
  for (const rule of always) rule(context);
  if (asked !== undefined) for (const rule of asked) rule(context);
  return !context.hasReported;
}

const NO_OPTIONS: readonly string[] = [];

/** Whether the schema of an option has nothing against a value that is not plainly right. */
function isAccepted(facts: OptionFacts, value: unknown, option: string): boolean {
  let accepted = true;
  checkOption(facts, value, option, () => {
    accepted = false;
  });
  return accepted;
}

function findsFault(check: typeof checkSecrets, definition: ComponentDefinition, options: Options): boolean {
  let found = false;
  check(definition, options, () => {
    found = true;
  });
  return found;
}
