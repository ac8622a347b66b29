import { contentsOf, formatDiagnostic, type TemplateOutput, type VariableContents } from "@packwright/core";

/** A secret of Secret Manager that a variable takes its value from. */
export interface PipelineSecret {
  /** The name of the secret, without its project. */
  readonly secret: string;
  /**
   * A number, or `latest`.
   * @defaultValue `"latest"`
   */
  readonly version?: string;
  /** The project that keeps the secret; that of the pipeline where it is left out. */
  readonly project?: string;
}

/** What every pipeline is told, whoever runs it. */
export interface PipelineOptions {
  /** The template in the repository, a file or a folder: `images/web.pkr.hcl`. */
  readonly template: string;
  /**
   * The version of Packer that is used, a whole one: `1.14.2`.
   */
  readonly packer: `${number}.${number}.${number}`;
  /** Values of variables, by name; each is checked by the variable's schema. */
  readonly variables?: Readonly<Record<string, string | number | boolean>>;
  /** Variables whose values come from Secret Manager. */
  readonly secrets?: Readonly<Record<string, PipelineSecret>>;
  /**
   * Whether each source is built by itself, beside the others, or all of them by one call of Packer.
   * @defaultValue `"sources"`
   */
  readonly parallel?: "sources" | "packer";
  /**
   * How long the whole may take, in seconds.
   * @defaultValue `3600`
   */
  readonly timeout?: number;
}

/** One call of `packer build`. */
export interface PipelineBuild {
  /** A name for people and for steps: letters, digits and dashes. */
  readonly id: string;
  /** What `-only` is given; absent when everything is built. */
  readonly only?: string;
}

/** What a pipeline does, before it is written in anybody's format. */
export interface Pipeline {
  readonly builds: readonly PipelineBuild[];
  /** `-var` arguments by variable: its name and the text of its value. */
  readonly variables: readonly (readonly [name: string, value: string])[];
  readonly secrets: readonly (readonly [name: string, secret: PipelineSecret])[];
  /** What a cache of plugins is kept under: the plugins with their constraints. */
  readonly cacheKey: string;
  readonly usesIap: boolean;
}

/**
 * Works out what a pipeline does for a template.
 *
 * @throws RangeError that names everything that is wrong: errors of the template, variables that do not exist, lack a
 * value or have a wrong one, versions that are none
 */
export function readPipeline(template: TemplateOutput, options: PipelineOptions): Pipeline {
  const contents = contentsOf(template);
  const problems = [
    ...template
      .check()
      .filter(({ severity }) => severity === "error")
      .map((diagnostic) => formatDiagnostic(diagnostic)),
    ...problemsOf(contents.variables, options),
  ];
  if (problems.length > 0) throw new RangeError(`no pipeline can run this template:\n${problems.join("\n")}`);
  const sources = contents.builds.flatMap((build) => build.sources);
  const onlys = [...new Set(sources.map(({ only }) => only))];
  return {
    builds:
      options.parallel === "packer" || onlys.length < 2
        ? [{ id: "build" }]
        : identified(onlys).map(([only, id]) => ({ id, only: escapeGlob(only) })),
    variables: Object.entries(options.variables ?? {}).map(([name, value]) => [name, String(value)]),
    secrets: Object.entries(options.secrets ?? {}),
    cacheKey: [
      `packer-${options.packer}`,
      ...contents.plugins.map(({ name, version, bindings }) => `${name} ${version ?? bindings}`),
    ]
      .map((part) => slug(part))
      .join("_"),
    usesIap: sources.some(({ options: given }) => given["use_iap"] === true || given["use_iap"] === "true"),
  };
}

const WHOLE_VERSION = /^\d+\.\d+\.\d+$/;

function problemsOf(variables: readonly VariableContents[], options: PipelineOptions): readonly string[] {
  const { variables: values = {}, secrets = {}, packer, template, timeout = 1 } = options;
  const problems: string[] = [];
  const known = new Map(variables.map((variable) => [variable.name, variable]));
  if (!WHOLE_VERSION.test(packer))
    problems.push(`packer is ${JSON.stringify(packer)}: name one version, such as "1.14.2"`);
  if (template === "" || template.startsWith("-"))
    problems.push(`template is ${JSON.stringify(template)}: name the template's path in the repository`);
  if (!Number.isInteger(timeout) || timeout < 1)
    problems.push(`timeout is ${String(timeout)}: it is a whole number of seconds`);
  for (const name of [...Object.keys(values), ...Object.keys(secrets)]) {
    if (!known.has(name))
      problems.push(`the template has no variable ${name}; it has ${[...known.keys()].join(", ") || "none"}`);
  }
  for (const [name, value] of Object.entries(values)) {
    const variable = known.get(name);
    if (variable === undefined) continue;
    if (name in secrets) problems.push(`the variable ${name} has a value and a secret: keep one of them`);
    if (variable.sensitive)
      problems.push(`the variable ${name} is sensitive: take it from Secret Manager, with secrets`);
    else problems.push(...variable.reject(value).map((message) => `the variable ${name}: ${message}`));
  }
  for (const { name, required } of variables) {
    if (required && !(name in values) && !(name in secrets))
      problems.push(`the variable ${name} has no default: give it a value in variables or secrets`);
  }
  return problems;
}

/** Names that a pipeline can have twice get a number. */
function identified(onlys: readonly string[]): readonly (readonly [only: string, id: string])[] {
  const taken = new Map<string, number>();
  return onlys.map((only) => {
    const id = slug(only.replace(/\.googlecompute\.|^googlecompute\./, "-")).replace(/^-/, "");
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    return [only, count === 1 ? id : `${id}-${String(count)}`];
  });
}

function slug(text: string): string {
  return text.replaceAll(/[^\w.-]+/g, "-").replaceAll(".", "-");
}

/** `-only` takes patterns, and the name of a build may have characters that mean something in one. */
function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}!]/g, "\\$&");
}
