import { printJson, type JsonObject, type JsonValue } from "@packwright/hcl";
import { nameOf, optionsOf } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { VariableBlock } from "../blocks/declaration.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import type { Finding } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import type { Collected, InspectedBuild } from "../template/collect.js";
import { requiredPlugins, type TemplateSettings } from "../template/template-options.js";
import { optionItems } from "../template/option-items.js";
import { itemEntries, LegacyValues } from "./legacy-value.js";

const NO_REGISTRY = "it has no registry; set HCP_PACKER_BUCKET_NAME where Packer runs";

/** A template in legacy JSON, and what of it this form cannot say. */
export interface LegacyTemplate {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Prints a template as legacy JSON. Nothing is dropped: what the form has no word for is a finding. */
export function toLegacyJson(
  collected: Collected,
  options: TemplateSettings,
  site: Site | undefined,
): LegacyTemplate {
  const printer = new LegacyPrinter(collected, options, site);
  return { text: printJson(printer.template()), findings: printer.findings };
}

class LegacyPrinter {
  readonly findings: Finding[] = [];
  readonly #collected: Collected;
  readonly #options: TemplateSettings;
  readonly #site: Site | undefined;

  constructor(collected: Collected, options: TemplateSettings, site: Site | undefined) {
    this.#collected = collected;
    this.#options = options;
    this.#site = site;
  }

  template(): JsonObject {
    const { variables, locals, data, builds } = this.#collected;
    for (const { name, site } of locals) this.#cannot(`local.${name}`, site, "it has no locals");
    for (const [at, { block }] of builds.entries()) {
      if (block.registry === undefined) continue;
      this.#cannot(`build[${String(at)}].hcp_packer_registry`, block.registry.site, NO_REGISTRY);
    }
    const { registry } = this.#collected;
    if (registry !== undefined) this.#cannot("hcp_packer_registry", registry.site, NO_REGISTRY);
    for (const use of data) {
      this.#cannot(`data.${use.definition.type}.${use.label ?? ""}`, use.site, "it has no data sources");
    }
    const entries = new Map<string, JsonValue>(this.#remarks());
    const version = this.#version();
    if (version !== undefined) entries.set("min_packer_version", version);
    const descriptions = builds.flatMap((build) => this.#description(build));
    if (descriptions.length > 0) entries.set("description", descriptions.join("\n"));
    this.#set(
      entries,
      "variables",
      new Map(variables.map((variable) => [variable.name, this.#default(variable)])),
    );
    this.#set(
      entries,
      "sensitive-variables",
      variables.filter(({ sensitive }) => sensitive).map(({ name }) => name),
    );
    entries.set("builders", this.#builders());
    this.#set(
      entries,
      "provisioners",
      builds.flatMap((build, at) => this.#provisioners(build, at)),
    );
    const cleanup = this.#errorCleanup();
    if (cleanup !== undefined) entries.set("error-cleanup-provisioner", cleanup);
    this.#set(
      entries,
      "post-processors",
      builds.flatMap((build, at) => this.#pipelines(build, at)),
    );
    return entries;
  }

  /** What has no key of its own and changes nothing for Packer is kept as a comment: keys that begin with `_`. */
  #remarks(): readonly (readonly [string, string])[] {
    const plugins = requiredPlugins(this.#collected.plugins, this.#options);
    const described = this.#collected.variables.filter(({ description }) => description !== undefined);
    return [
      ...plugins.map(
        ({ name, source, version }) =>
          [`_plugin_${name}`, `packer plugins install ${source} (${version})`] as const,
      ),
      ...described.map(({ name, description = "" }) => [`_variable_${name}`, description] as const),
    ];
  }

  #version(): string | undefined {
    const { required_version } = this.#options;
    if (required_version === undefined) return undefined;
    const least = /^>=\s*(\d+(?:\.\d+)*)$/.exec(required_version)?.[1];
    if (least === undefined) {
      this.#cannot(
        "packer.required_version",
        this.#site,
        `it knows a least version only, not ${required_version}`,
      );
    }
    return least;
  }

  #description({ description, name, block }: InspectedBuild): readonly string[] {
    if (name !== undefined) this.#cannot("build.name", block.site, "its builds have no names");
    if (description === undefined) return [];
    const values = new LegacyValues(this.#collected.variables);
    const value = values.value(description.node, []);
    for (const { reason } of values.problems) this.#cannot("build.description", block.site, reason);
    return typeof value === "string" ? [value] : [];
  }

  #default(variable: VariableBlock): JsonValue {
    const path = `variable.${variable.name}`;
    if (variable.validations.length > 0)
      this.#cannot(path, variable.site, "its variables have no validation");
    if (variable.default === undefined) return null;
    const { value } = variable.default;
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
      return String(value);
    if (isExpr(value)) {
      const values = new LegacyValues(this.#collected.variables);
      const text = values.value(stateOf(value).node, []);
      for (const { reason } of values.problems) this.#cannot(`${path}.default`, variable.site, reason);
      return text;
    }
    const given = value === null ? "null" : "a list or an object";
    this.#cannot(`${path}.default`, variable.site, `its variables are text, and the default is ${given}`);
    return null;
  }

  #builders(): readonly JsonValue[] {
    const seen = new Set<string>();
    return this.#collected.builds.flatMap(({ block }) =>
      block.sources.map((reference) => {
        const { source, as } = reference;
        const name = nameOf(reference);
        const site = as?.site ?? source.site;
        const path = `source.${source.definition.type}.${name}`;
        if (seen.has(name)) {
          this.#cannot(
            path,
            site,
            `its builders are known by name alone, and ${name} is taken; give one another label`,
          );
        }
        seen.add(name);
        const options = optionsOf(reference);
        const entries = new Map<string, JsonValue>([
          ["type", source.definition.type],
          ["name", name],
        ]);
        for (const [key, value] of this.#items({ options, definition: source.definition }, path, site))
          entries.set(key, value);
        return entries;
      }),
    );
  }

  #provisioners(build: InspectedBuild, at: number): readonly JsonValue[] {
    return build.block.provisioners.map((step, i) =>
      this.#step(step, at, `build[${String(at)}].provisioner[${String(i)}]`),
    );
  }

  #errorCleanup(): JsonValue | undefined {
    const [first, ...more] = this.#collected.builds.flatMap((build, at) =>
      build.block.errorCleanup === undefined ? [] : [{ step: build.block.errorCleanup, at }],
    );
    if (first === undefined) return undefined;
    for (const { step, at } of this.#collected.builds.length > 1 ? [first, ...more] : more) {
      const path = `build[${String(at)}].error-cleanup-provisioner`;
      this.#cannot(
        path,
        step.site,
        "it has one such provisioner for all builders, and this is for one build of several",
      );
    }
    return this.#step(first.step, 0, `build[${String(first.at)}].error-cleanup-provisioner`);
  }

  #pipelines(build: InspectedBuild, at: number): readonly JsonValue[] {
    return build.block.pipelines.map((pipeline, i) => {
      const steps = pipeline.map((step) =>
        this.#step(step, at, `build[${String(at)}].post-processor[${String(i)}]`),
      );
      const [only] = steps;
      return steps.length === 1 && only !== undefined ? only : steps;
    });
  }

  #step(use: ComponentUse, at: number, place: string): JsonValue {
    const { definition, options, site = this.#collected.builds[at]?.block.site } = use;
    const path = `${place}.${definition.type}`;
    const entries = new Map<string, JsonValue>([["type", definition.type]]);
    if (use.repetition !== undefined) this.#cannot(path, site, "it repeats no steps");
    for (const [name, value] of this.#items(use, path, site)) {
      entries.set(name, name === "only" || name === "except" ? builderNames(value) : value);
    }
    if (definition.kind === "provisioner") {
      for (const option of ["name", "continue_on_error"]) {
        if (options[option] !== undefined)
          this.#cannot(`${path}.${option}`, site, "its provisioners have no such option");
      }
    }
    this.#narrow(entries, at, path, site);
    return entries;
  }

  /** One list of steps serves all builders, so with several builds each step says whose it is. */
  #narrow(entries: Map<string, JsonValue>, at: number, path: string, site: Site | undefined): void {
    const { builds } = this.#collected;
    if (builds.length < 2 || entries.has("only")) return;
    const names = builds[at]?.block.sources.map((reference) => nameOf(reference)) ?? [];
    const except = entries.get("except");
    entries.delete("except");
    const excluded = Array.isArray(except) ? (except as readonly JsonValue[]) : [];
    const left = names.filter((name) => !excluded.includes(name));
    if (left.length === 0) this.#cannot(path, site, "a step that runs for no source cannot be said");
    entries.set("only", left);
  }

  #items(
    { options, definition }: Pick<ComponentUse, "options" | "definition">,
    path: string,
    site: Site | undefined,
  ): JsonObject {
    const values = new LegacyValues(this.#collected.variables);
    const entries = itemEntries(optionItems(options, definition.blocks), definition.blocks ?? {}, values, []);
    for (const { path: keys, reason } of values.problems)
      this.#cannot([path, ...keys].join("."), site, reason, keys);
    return entries;
  }

  #set(entries: Map<string, JsonValue>, key: string, value: JsonObject | readonly JsonValue[]): void {
    if (value instanceof Map ? value.size > 0 : "length" in value && value.length > 0)
      entries.set(key, value);
  }

  #cannot(path: string, site: Site | undefined, reason: string, keys: readonly string[] = []): void {
    this.findings.push({
      severity: "error",
      code: "legacy-json",
      summary: `legacy JSON cannot say this: ${reason}`,
      detail: "Write the template as .pkr.hcl or .pkr.json.",
      path,
      keys,
      ...(site === undefined ? {} : { site }),
    });
  }
}

/** The names of builders behind `only` and `except`, which HCL gives with their type: `googlecompute.web`. */
function builderNames(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  return value.map((label: JsonValue) =>
    typeof label === "string" ? label.slice(label.indexOf(".") + 1) : label,
  );
}
