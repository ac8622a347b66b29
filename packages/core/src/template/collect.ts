import type { BuildBlock, SourceReference } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { DataBlock, Declaration, LocalBlock, VariableBlock } from "../blocks/declaration.js";
import type { Site } from "../diagnostics/site.js";
import { write } from "../expressions/to-node.js";
import type { Written } from "../expressions/written.js";
import type { PluginReference } from "../plugin/component.js";
import { inspectOptions, type InspectedOptions } from "../expressions/inspect-options.js";

/** Two different things under one name, of which Packer would see only one. */
export interface Clash {
  /** `variable.region`, `source.null.a`. */
  readonly path: string;
  readonly first: Site | undefined;
  readonly second: Site | undefined;
}

/** A build with its parts looked through, steps and all. */
export interface InspectedBuild {
  readonly block: BuildBlock;
  readonly name: Written | undefined;
  readonly description: Written | undefined;
  /** What each source with a local name adds, at its place in `block.sources`. */
  readonly additions: readonly (InspectedOptions | undefined)[];
}

/** All that is reachable from a template's builds, each thing once, in order of first use. */
export interface Collected {
  readonly builds: readonly InspectedBuild[];
  /** The registry of the whole template. */
  readonly registry?: ComponentUse;
  readonly variables: readonly VariableBlock[];
  /** A local stands behind those that it refers to. */
  readonly locals: readonly LocalBlock[];
  readonly data: readonly ComponentUse[];
  readonly sources: readonly ComponentUse[];
  readonly plugins: readonly PluginReference[];
  readonly clashes: readonly Clash[];
}

/** Follows references from the builds to everything that a template has to declare. */
export function collect(
  blocks: readonly BuildBlock[],
  declared: readonly Declaration[] = [],
  registry?: ComponentUse,
): Collected {
  const collector = new Collector();
  const builds = blocks.map((block) => collector.build(block));
  collector.registry(registry);
  collector.declare(declared);
  return { builds, ...(registry === undefined ? {} : { registry }), ...collector.found };
}

const NONE: readonly never[] = [];

/** What has a name in a template. */
interface Named {
  readonly site: Site | undefined;
}

class Collector {
  readonly found = {
    variables: [] as VariableBlock[],
    locals: [] as LocalBlock[],
    data: [] as ComponentUse[],
    sources: [] as ComponentUse[],
    plugins: [] as PluginReference[],
    clashes: [] as Clash[],
  };
  readonly #seen = new Set<object>();
  readonly #clashing = new Set<Named>();
  /** What is declared by kind, by type, which variables and locals have none of, and by name. */
  readonly #named = new Map<string, Map<string, Map<string, Named>>>();

  build(block: BuildBlock): InspectedBuild {
    for (const reference of block.sources) this.#source(reference);
    const additions = this.#additions(block);
    const { name, description } = block;
    const inspected: InspectedBuild = {
      block,
      name: name === undefined ? undefined : this.#value(name),
      description: description === undefined ? undefined : this.#value(description),
      additions,
    };
    for (const use of block.provisioners) this.#use(use);
    if (block.errorCleanup !== undefined) this.#use(block.errorCleanup);
    for (const pipeline of block.pipelines) for (const use of pipeline) this.#use(use);
    if (block.registry !== undefined) this.#use(block.registry);
    if (block.sourceList !== undefined) this.declare(block.sourceList.uses);
    return inspected;
  }

  #additions({ sources }: BuildBlock): InspectedBuild["additions"] {
    let additions: (InspectedOptions | undefined)[] | undefined;
    for (const [at, { source, as }] of sources.entries()) {
      if (as === undefined) continue;
      const written = inspectOptions(as.additions, source.definition);
      this.declare(written.uses);
      (additions ??= sources.map(() => undefined))[at] = written;
    }
    return additions ?? NONE;
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
        this.#isNew("variable", "", declaration.name, declaration);
        this.found.variables.push(declaration);
        for (const validation of declaration.validations) this.declare(validation.condition.uses);
        return;
      case "local":
        this.declare(declaration.value.uses);
        this.#isNew("local", "", declaration.name, declaration);
        this.found.locals.push(declaration);
        return;
      case "data":
        this.#data(declaration);
        return;
    }
  }

  #data({ name, use }: DataBlock): void {
    this.#use(use);
    this.#isNew("data", use.definition.type, name, use);
    this.found.data.push(use);
  }

  #source({ source }: SourceReference): void {
    if (!this.#isNew("source", source.definition.type, source.label ?? "", source)) return;
    this.#use(source);
    this.found.sources.push(source);
  }

  registry(registry: ComponentUse | undefined): void {
    if (registry !== undefined) this.#use(registry);
  }

  #use({ definition: { plugin }, inspected: { uses }, repetition }: ComponentUse): void {
    if (plugin !== undefined && !this.#seen.has(plugin)) {
      this.#seen.add(plugin);
      this.found.plugins.push(plugin);
    }
    if (repetition !== undefined) this.declare(repetition.forEach.uses);
    if (uses.length > 0) this.declare(uses);
  }

  #value(value: unknown): Written {
    const written = write(value);
    this.declare(written.uses);
    return written;
  }

  /** Whether a thing is declared here for the first time. */
  #isNew(kind: "variable" | "local" | "data" | "source", type: string, name: string, thing: Named): boolean {
    let types = this.#named.get(kind);
    if (types === undefined) this.#named.set(kind, (types = new Map<string, Map<string, Named>>()));
    let names = types.get(type);
    if (names === undefined) types.set(type, (names = new Map<string, Named>()));
    const first = names.get(name);
    if (first === undefined) {
      names.set(name, thing);
      return true;
    }
    if (first === thing || this.#clashing.has(thing)) return false;
    this.#clashing.add(thing);
    const path = type === "" ? `${kind}.${name}` : `${kind}.${type}.${name}`;
    this.found.clashes.push({ path, first: first.site, second: thing.site });
    return true;
  }
}
