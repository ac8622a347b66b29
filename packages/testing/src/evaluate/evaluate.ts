import { fromJs, functions, toJs, Value, type Host, type JsValue } from "@packwright/hcl/evaluate";
import type { PlainOptions } from "./body.js";
import { BuildEvaluator } from "./builds.js";
import type { EvaluatedBuild, EvaluatedUse } from "./evaluated.js";
import { Evaluator, UNKNOWN, type Variables } from "./evaluator.js";
import { evaluateGraph, withGraph } from "./graph.js";
import { EvaluationError, formatProblem, type EvaluationProblem } from "./problem.js";
import { definitionsOf, readSubject, templateOf, type TemplateSubject } from "./subject.js";
import { evaluateVariables, type GivenValues, type VarFileText } from "./variables.js";

/** What a template is evaluated with. */
export interface EvaluateOptions {
  /** Values of variables, as `-var` gives them: the strongest source. Text for a variable that is no text is read as HCL. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Var files, later ones winning: those that `varFile` makes, or names (the ending says the syntax) with their text. */
  readonly varFiles?: readonly (VarFileText | { toHcl(): string })[];
  /** The environment, for `PKR_VAR_…` and for `env` in defaults; nothing is taken from the machine's own. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What data sources give, by `type.name`; those without an answer are unknown. */
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Values of `build`, such as `{ ID: "1234" }`; others are `"<unknown>"`, as in Packer's own `validate`. */
  readonly build?: Readonly<Record<string, unknown>>;
  /** The clock, files, chance and secrets that functions see; files are read only when the host has them. */
  readonly host?: Host;
  /** What has the components of a template that is loaded from a path: plugins, modules of provisioners. */
  readonly components?: readonly object[];
}

/** A template with values in the place of expressions; what only a run of Packer knows is `"<unknown>"`. */
export interface EvaluatedTemplate {
  readonly variables: PlainOptions;
  readonly locals: PlainOptions;
  /** What data sources gave, by `type.name`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The options of all sources by the names that builds have for them: `googlecompute.web`. */
  readonly sources: Readonly<Record<string, PlainOptions>>;
  readonly builds: readonly EvaluatedBuild[];
}

/**
 * Evaluates a template as Packer would: variables by its precedence, types and validations, locals and data sources in the
 * order of what they refer to, and the options of sources and steps for each build and source.
 *
 * @param template one that a program made, one that was loaded, or the path of a file or folder
 * @throws EvaluationError with every problem, such as a variable without a value; TemplateError when the template has errors
 * @example
 * evaluate(image, { variables: { project_id: "loopbin" } }).sources["googlecompute.web"]?.["project_id"]   // "loopbin"
 */
export function evaluate(template: TemplateSubject, options: EvaluateOptions = {}): EvaluatedTemplate {
  const { evaluated, problems } = tryEvaluate(template, options, "problem");
  if (problems.length > 0) throw new EvaluationError(problems);
  return evaluated;
}

/**
 * The same without an exception for what keeps the template from having values.
 *
 * @param unset what becomes of variables that have no value
 * @param look given when somebody has looked at the template's errors already: what is to see the options of components
 * @throws TemplateError when the template has errors and nobody has looked at them
 */
export function tryEvaluate(
  template: TemplateSubject,
  options: EvaluateOptions,
  unset: "problem" | "unknown",
  look?: (use: EvaluatedUse) => void,
): { readonly evaluated: EvaluatedTemplate; readonly problems: readonly EvaluationProblem[] } {
  const { host = {}, env = {}, variables = {}, varFiles = [] } = options;
  const subject = readSubject(templateOf(template, options.components), look !== undefined);
  const { blocks, source, contents, assigned } = subject;
  const definitions = definitionsOf(contents);
  const visit = look ?? ((): void => undefined);
  const evaluator = new Evaluator(source, functions(host));
  const given: GivenValues = { env, assigned, varFiles, variables };
  const values = evaluateVariables(
    blocks.filter(({ type }) => type === "variable"),
    given,
    evaluator,
    { host, unset },
  );
  const base: Variables = new Map([
    ["var", Value.object(values)],
    ["path", pathValue(host)],
    ["packer", Value.object([["version", Value.string(UNKNOWN)]])],
  ]);
  const graph = evaluateGraph(blocks, base, valuesOf(options.data), evaluator, { definitions, visit });
  const builder = new BuildEvaluator(
    blocks,
    definitions,
    withGraph(base, graph),
    valuesOf(options.build),
    evaluator,
    visit,
  );
  const builds = blocks.filter(({ type }) => type === "build").map((block, at) => builder.build(block, at));
  const evaluated: EvaluatedTemplate = {
    variables: plain(values),
    locals: plain(graph.locals),
    data: plain(
      new Map(
        [...graph.data].flatMap(([type, ofType]) =>
          [...ofType].map(([name, value]) => [`${type}.${name}`, value] as const),
        ),
      ),
    ),
    sources: Object.fromEntries(
      builds.flatMap(({ runs }) => runs.map((run) => [run.source, run.options] as const)),
    ),
    builds,
  };
  return { evaluated, problems: withoutRepeats(evaluator.problems) };
}

/** A step that several sources run has its problems once. */
function withoutRepeats(problems: readonly EvaluationProblem[]): readonly EvaluationProblem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem] as const)).values()];
}

function valuesOf(values: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fromJs(value as JsValue)] as const),
  );
}

function plain(values: ReadonlyMap<string, Value>): PlainOptions {
  return Object.fromEntries(
    [...values].map(([name, value]) => [name, toJs(value, { unknown: UNKNOWN })] as const),
  );
}

function pathValue({ files }: Host): Value {
  return Value.object([
    ["root", Value.string(files?.root ?? ".")],
    ["cwd", Value.string(files?.cwd ?? UNKNOWN)],
  ]);
}
