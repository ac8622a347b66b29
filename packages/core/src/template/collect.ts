import type { BuildBlock, SourceReference } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { DataBlock, Declaration, LocalBlock, VariableBlock } from "../blocks/declaration.js";
import type { Site } from "../diagnostics/site.js";
import { write } from "../expressions/to-node.js";
import type { Written } from "../expressions/written.js";
import type { PluginReference } from "../plugin/component.js";
import { inspectOptions, inspectUse, type InspectedOptions, type InspectedUse } from "./inspect-use.js";

/** Two different things under one name, of which Packer would see only one. */
export interface Clash {
  /** `variable.region`, `source.null.a`. */
  readonly path: string;
  readonly first: Site;
  readonly second: Site;
}

/** A build with its parts looked through, steps and all. */
export interface InspectedBuild {
  readonly block: BuildBlock;
  readonly name: Written | undefined;
  readonly description: Written | undefined;
  /** What each source with a local name adds, in the order of `block.sources`. */
  readonly additions: readonly (InspectedOptions | undefined)[];
  readonly provisioners: readonly InspectedUse[];
  readonly errorCleanup: InspectedUse | undefined;
  readonly pipelines: readonly (readonly InspectedUse[])[];
}

/** All that is reachable from a template's builds, each thing once, in order of first use. */
export interface Collected {
  readonly builds: readonly InspectedBuild[];
  readonly variables: readonly VariableBlock[];
  /** A local stands behind those that it refers to. */
  readonly locals: readonly LocalBlock[];
  readonly data: readonly InspectedUse[];
  readonly sources: readonly InspectedUse[];
  readonly plugins: readonly PluginReference[];
  readonly clashes: readonly Clash[];
}

/** Follows references from the builds to everything that a template has to declare. */
export function collect(blocks: readonly BuildBlock[], declared: readonly Declaration[] = []): Collected {
  const collector = new Collector();
  const builds = blocks.map((block) => collector.build(block));
  collector.declare(declared);
  return { builds, ...collector.found };
}

class Collector {
  readonly found = {
    variables: [] as VariableBlock[],
    locals: [] as LocalBlock[],
    data: [] as InspectedUse[],
    sources: [] as InspectedUse[],
    plugins: [] as PluginReference[],
    clashes: [] as Clash[],
  };
  readonly #seen = new Set<object>();
  readonly #names = new Map<string, Site>();

  build(block: BuildBlock): InspectedBuild {
    for (const reference of block.sources) this.#source(reference);
    const additions = block.sources.map(({ source, as }) => {
      if (as === undefined) return undefined;
      const written = inspectOptions(as.additions, source.definition);
      this.declare(written.uses);
      return written;
    });
    const { name, description, errorCleanup } = block;
    return {
      block,
      name: name === undefined ? undefined : this.#value(name),
      description: description === undefined ? undefined : this.#value(description),
      additions,
      provisioners: block.provisioners.map((use) => this.#use(use)),
      errorCleanup: errorCleanup === undefined ? undefined : this.#use(errorCleanup),
      pipelines: block.pipelines.map((steps) => steps.map((use) => this.#use(use))),
    };
  }

  declare(declarations: readonly Declaration[]): void {
    for (const declaration of declarations) {
      if (this.#seen.has(declaration)) continue;
      this.#seen.add(declaration);
      this.#declaration(declaration);
    }
  }

  #declaration(declaration: Declaration): void {
    switch (declaration.kind) {
      case "variable":
        this.#name(`variable.${declaration.name}`, declaration.site);
        this.found.variables.push(declaration);
        for (const validation of declaration.validations) this.declare(validation.condition.uses);
        return;
      case "local":
        this.declare(declaration.value.uses);
        this.#name(`local.${declaration.name}`, declaration.site);
        this.found.locals.push(declaration);
        return;
      case "data":
        this.#data(declaration);
        return;
    }
  }

  #data({ name, use }: DataBlock): void {
    const written = this.#use(use);
    const { type } = use.definition;
    this.#name(`data.${type}.${name}`, use.site);
    this.found.data.push(written);
  }

  #source({ source }: SourceReference): void {
    if (this.#seen.has(source)) return;
    this.#seen.add(source);
    const { type } = source.definition;
    const label = source.label ?? "";
    this.#name(`source.${type}.${label}`, source.site);
    this.found.sources.push(this.#use(source));
  }

  #use(use: ComponentUse): InspectedUse {
    const { plugin } = use.definition;
    if (plugin !== undefined && !this.#seen.has(plugin)) {
      this.#seen.add(plugin);
      this.found.plugins.push(plugin);
    }
    const written = inspectUse(use);
    if (written.uses.length > 0) this.declare(written.uses);
    return written;
  }

  #value(value: unknown): Written {
    const written = write(value);
    this.declare(written.uses);
    return written;
  }

  #name(path: string, site: Site): void {
    const first = this.#names.get(path);
    if (first === undefined) this.#names.set(path, site);
    else this.found.clashes.push({ path, first, second: site });
  }
}
