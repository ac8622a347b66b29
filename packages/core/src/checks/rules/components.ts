import { isGiven, ruleContext } from "../../plugin/rule.js";
import type { ComponentDefinition, OptionsSchema } from "../../plugin/component.js";
import type { InspectedUse } from "../../template/inspect-use.js";
import type { TemplateRule } from "../check-template.js";
import { checkValue, unknownOption } from "../check-value.js";
import { metaOf } from "../../plugin/meta.js";
import { partsOf } from "../parts.js";
import { reporter, type Reporter } from "../report.js";

/** Each use of a component: its options exist, have the right values, are complete, and obey the component's rules. */
export const componentsRule: TemplateRule = ({ collected }, findings) => {
  for (const { path, written, inBuild } of partsOf(collected)) {
    const report = reporter(findings, path, written.use.site);
    checkUse(written, inBuild, report);
  }
};

function checkUse(written: InspectedUse, inBuild: boolean, report: Reporter): void {
  const { definition, options } = written.use;
  checkOptions(definition, options, report);
  checkWritten(written, inBuild, report);
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
  for (const [option, remedy] of Object.entries(definition.deprecated ?? {})) {
    if (!isGiven(options[option])) continue;
    report({
      code: "deprecated-option",
      severity: "warning",
      summary: `${option} is deprecated`,
      detail: remedy,
      keys: [option],
    });
  }
  const context = ruleContext(options, ({ option = [], code = "related-options", ...problem }) => {
    report({ ...problem, code, keys: typeof option === "string" ? [option] : option.map(String) });
  });
  for (const rule of definition.rules ?? []) rule(context);
}

/** Whether options exist and have values of the right kind. */
export function checkOptions(
  definition: ComponentDefinition,
  options: Readonly<Record<string, unknown>>,
  report: Reporter,
): void {
  const shape = shapeOf(definition);
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const schema = shape[option];
    if (schema === undefined) report(unknownOption(option, Object.keys(shape), [option]));
    else if (definition.blocks?.[option]?.many === false) checkBlock(schema, value, option, report);
    else checkValue(schema, value, [option], report);
  }
}

function checkBlock(
  schema: OptionsSchema["shape"][string],
  value: unknown,
  option: string,
  report: Reporter,
): void {
  if (Array.isArray(value) && value.length > 1) {
    report({ code: "invalid-value", summary: `${option} can be given once only`, keys: [option, "1"] });
    return;
  }
  checkValue(schema, Array.isArray(value) ? value[0] : value, [option], report);
}

/** What the options say beyond their schema: text that HCL cannot hold, values that only a build knows. */
export function checkWritten(
  written: Pick<InspectedUse, "problems" | "buildScoped">,
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

const shapes = new WeakMap<ComponentDefinition, OptionsSchema["shape"]>();

function shapeOf(definition: ComponentDefinition): OptionsSchema["shape"] {
  let shape = shapes.get(definition);
  if (shape === undefined) {
    shape = { ...definition.options().shape, ...metaOf(definition.kind) };
    shapes.set(definition, shape);
  }
  return shape;
}
