import type { z } from "zod";
import type { ComponentUse, Options } from "../blocks/component-use.js";
import type { InspectedOptions } from "../expressions/inspect-options.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { isGiven, type Rule } from "../plugin/rule.js";
import { checkGoTemplates } from "./check-go-templates.js";
import { checkValue, unknownOption } from "./check-value.js";
import { optionIndex } from "./option-index.js";
import type { Reporter } from "./report.js";
import { UseContext } from "./rule-context.js";

/** What the options say together: whether they are complete, obey the component's rules, and fill in what it knows. */
export function checkTogether(
  { definition, options }: Pick<ComponentUse, "definition" | "options">,
  report: Reporter,
): void {
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
  checkGoTemplates(definition, options, report);
  const rules = rulesFor(definition, options);
  if (rules.size === 0) return;
  const context = new UseContext(options, definition, report);
  for (const rule of rules) rule(context);
}

/** The rules that are about an option that is given, and those about every use; each once. */
function rulesFor(definition: ComponentDefinition, options: Options): ReadonlySet<Rule> {
  const { always, options: known } = optionIndex(definition);
  const rules = new Set(always);
  for (const option of Object.keys(options)) {
    const about = known.get(option)?.rules;
    if (about !== undefined) for (const rule of about) rules.add(rule);
  }
  return rules;
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
    if (facts.accepts(value)) continue;
    if (facts.isSingleBlock) checkBlock(facts.schema, value, option, report);
    else checkValue(facts.schema, value, [option], report);
  }
}

function checkBlock(schema: z.core.$ZodType, value: unknown, option: string, report: Reporter): void {
  if (Array.isArray(value) && value.length > 1) {
    report({ code: "invalid-value", summary: `${option} can be given once only`, keys: [option, "1"] });
    return;
  }
  checkValue(schema, Array.isArray(value) ? value[0] : value, [option], report);
}

/** What the options say beyond their schema: text that HCL cannot hold, values that only a build knows. */
export function checkWritten(
  written: Pick<InspectedOptions, "problems" | "buildScoped">,
  inBuild: boolean,
  report: Reporter,
): void {
  for (const { path, reason } of written.problems) {
    report({
      code: "unwritable-value",
      summary: `${path.join(".")} cannot be written: ${reason}`,
      keys: path,
    });
  }
  if (inBuild) return;
  for (const option of written.buildScoped) {
    report({
      code: "build-scope",
      summary: `${option} uses a value that exists only in the steps of a build`,
      detail:
        "build.* and source.* are known when provisioners and post-processors run; use a variable or a literal here.",
      keys: [option],
    });
  }
}

/** Whether nothing can be said against options, whatever template they are in; see {@link ComponentUse.isPlain}. */
export function arePlain(
  definition: ComponentDefinition,
  options: Options,
  inspected: InspectedOptions,
): boolean {
  if (inspected.uses.length > 0 || inspected.problems.length > 0 || inspected.buildScoped.length > 0)
    return false;
  const known = optionIndex(definition).options;
  for (const option of Object.keys(options)) {
    if (known.get(option)?.isOwn !== true) return false;
  }
  let isFaultless = true;
  const report = (): void => {
    isFaultless = false;
  };
  checkOptions(definition, options, report);
  if (isFaultless) checkTogether({ definition, options }, report);
  return isFaultless;
}
