import { askedOfBuild, type ComponentDefinition } from "@packwright/core";
import type { Block } from "@packwright/hcl";
import { Value } from "@packwright/hcl/evaluate";
import { buildValue } from "./build-value.js";
import { evaluateOptions, type PlainOptions } from "./body.js";
import type { EvaluatedBuild, EvaluatedRun, EvaluatedStep, EvaluatedUse } from "./evaluated.js";
import { attributeOf, textOf, type Evaluator, type ExpandedBlock, type Variables } from "./evaluator.js";

/** Options that Packer takes from a step for itself. */
const META = new Set([
  "name",
  "only",
  "except",
  "override",
  "pause_before",
  "timeout",
  "max_retries",
  "continue_on_error",
  "keep_input_artifact",
]);

/** Evaluates the builds of a template, each step for each source that it runs for. */
export class BuildEvaluator {
  readonly #evaluator: Evaluator;
  readonly #variables: Variables;
  readonly #sources: ReadonlyMap<string, Block>;
  readonly #definitions: ReadonlyMap<string, ComponentDefinition>;
  readonly #build: Readonly<Record<string, Value>>;
  readonly #visit: (use: EvaluatedUse) => void;

  constructor(
    blocks: readonly Block[],
    definitions: ReadonlyMap<string, ComponentDefinition>,
    variables: Variables,
    build: Readonly<Record<string, Value>>,
    evaluator: Evaluator,
    visit: (use: EvaluatedUse) => void,
  ) {
    this.#visit = visit;
    this.#evaluator = evaluator;
    this.#variables = variables;
    this.#build = build;
    this.#sources = new Map(
      blocks
        .filter((block) => block.type === "source")
        .map((block) => [block.labels.map(({ value }) => value).join("."), block]),
    );
    this.#definitions = definitions;
  }

  build(block: Block, at: number): EvaluatedBuild {
    const path = `build[${String(at)}]`;
    const name = this.#text(block, "name", path);
    const expanded = [...this.#evaluator.expand(block.body.items, this.#variables, path)];
    const runs = [...this.#listed(block, path), ...this.#named(expanded, path)];
    const asked = expanded.flatMap((each) => [...askedOfBuild(each.block)]);
    return {
      name,
      description: this.#text(block, "description", path),
      runs: runs.map((run) => this.#run(run, { name, asked, expanded }, path)),
    };
  }

  #text(block: Block, attribute: string, path: string): string {
    const node = attributeOf(block, attribute);
    if (node === undefined) return "";
    const value = this.#evaluator.js(node, this.#variables, `${path}.${attribute}`);
    return value === null ? "" : textOf(value);
  }

  /** The sources of the list, in its order. */
  #listed(block: Block, path: string): readonly SourceOfRun[] {
    const node = attributeOf(block, "sources");
    if (node === undefined) return [];
    const list = this.#evaluator.js(node, this.#variables, `${path}.sources`);
    return (Array.isArray(list) ? list : []).map((each) => {
      const [type = "", name = ""] = String(each).split(".").slice(-2);
      return { type, root: `${type}.${name}`, name, additions: undefined };
    });
  }

  /** The sources that have a block of their own in the build. */
  #named(expanded: readonly ExpandedBlock[], path: string): readonly SourceOfRun[] {
    return expanded
      .filter(({ block }) => block.type === "source")
      .map((additions) => {
        const [type = "", root = ""] = (additions.block.labels[0]?.value ?? "").split(".").slice(-2);
        const node = attributeOf(additions.block, "name");
        const name =
          node === undefined ? root : textOf(this.#evaluator.js(node, undefined, `${path}.source`));
        return { type, root: `${type}.${root}`, name, additions };
      });
  }

  #run(
    { type, root, name, additions }: SourceOfRun,
    { name: buildName, asked, expanded }: BuildOfRun,
    path: string,
  ): EvaluatedRun {
    const source = `${type}.${name}`;
    const own = Value.object([
      ["type", Value.string(type)],
      ["name", Value.string(name)],
    ]);
    const variables = new Map(this.#variables).set("source", own);
    const definition = this.#definitions.get(`source ${type}`);
    const block = this.#sources.get(root);
    const options = {
      ...(block === undefined
        ? {}
        : evaluateOptions(block.body, definition, variables, `source.${root}`, this.#evaluator)),
      ...this.#additions(additions, definition, own, `${path}.source.${name}`),
    };
    if (definition !== undefined) {
      this.#visit({
        definition,
        options,
        path: additions === undefined ? `source.${root}` : `${path}.source.${name}`,
      });
    }
    const inBuild = new Map(variables).set("build", buildValue(buildName, definition, asked, this.#build));
    const steps = (
      kind: string,
      blocks: readonly ExpandedBlock[],
      place: (at: number) => string,
    ): readonly EvaluatedStep[] =>
      blocks.flatMap((each) => {
        const step = this.#step(kind, each, source, name, inBuild, `${path}.${place(each.at)}`);
        return step === undefined ? [] : [step];
      });
    const ofType = (wanted: string): readonly ExpandedBlock[] =>
      expanded.filter((each) => each.block.type === wanted);
    const [errorCleanup] = steps(
      "provisioner",
      ofType("error-cleanup-provisioner"),
      () => "error-cleanup-provisioner",
    );
    const pipelines = expanded.filter(({ block: { type: each } }) => /^post-processors?$/.test(each));
    return {
      source,
      only: buildName === "" ? source : `${buildName}.${source}`,
      type,
      name,
      options,
      provisioners: steps("provisioner", ofType("provisioner"), (at) => `provisioner[${String(at)}]`),
      ...(errorCleanup === undefined ? {} : { errorCleanup }),
      postProcessors: pipelines
        .map((pipeline) => {
          const place = `post-processor[${String(pipeline.at)}]`;
          if (pipeline.block.type === "post-processor")
            return steps("post-processor", [pipeline], () => place);
          const { items } = pipeline.block.body;
          const blocks = [...this.#evaluator.expand(items, pipeline.variables, `${path}.${place}`)];
          return steps("post-processor", blocks, (at) =>
            items.length === 1 ? place : `${place}[${String(at)}]`,
          );
        })
        .filter((pipeline) => pipeline.length > 0),
    };
  }

  #additions(
    additions: ExpandedBlock | undefined,
    definition: ComponentDefinition | undefined,
    source: Value,
    path: string,
  ): PlainOptions {
    if (additions === undefined) return {};
    const variables = new Map(additions.variables).set("source", source);
    const { body } = additions.block;
    const items = body.items.filter((item) => item.kind === "block" || item.name !== "name");
    return evaluateOptions({ ...body, items }, definition, variables, path, this.#evaluator);
  }

  /** A step as a source gets it; `undefined` when it does not run for that source. */
  #step(
    kind: string,
    { block, variables }: ExpandedBlock,
    source: string,
    name: string,
    inBuild: Variables,
    place: string,
  ): EvaluatedStep | undefined {
    const type = block.labels[0]?.value ?? "";
    const path = `${place}.${type}`;
    const meta = this.#meta(block, variables, path);
    const { only, except } = meta;
    if (isList(only) && only.length > 0 && !only.includes(source)) return undefined;
    if (isList(except) && except.includes(source)) return undefined;
    const own = {
      ...block.body,
      items: block.body.items.filter((item) => item.kind === "block" || !META.has(item.name)),
    };
    // What `dynamic` binds comes before what Packer knows everywhere.
    const inside = new Map([...inBuild, ...variables, ["source", inBuild.get("source")] as const]);
    const definition = this.#definitions.get(`${kind} ${type}`);
    const options = evaluateOptions(own, definition, withValues(inside), path, this.#evaluator);
    const { override, ...others } = meta;
    const changes = isObject(override) && isObject(override[name]) ? override[name] : undefined;
    const changed = { ...options, ...changes };
    if (definition !== undefined) {
      this.#visit({
        definition,
        options: { ...changed, ...others },
        path,
        ...(changes === undefined ? {} : { override: { source: name, options: changes } }),
      });
    }
    return { type, options: changed, meta: others };
  }

  #meta(block: Block, variables: Variables, path: string): PlainOptions {
    const inMeta = new Map(variables).set("build", Value.object([["name", Value.string("")]]));
    const meta: Record<string, unknown> = {};
    for (const item of block.body.items) {
      if (item.kind !== "attribute" || !META.has(item.name)) continue;
      const value = this.#evaluator.js(item.value, inMeta, `${path}.${item.name}`);
      if (value !== null) meta[item.name] = value;
    }
    return meta;
  }
}

/** What the sources of a build share. */
interface BuildOfRun {
  readonly name: string;
  /** The names that its steps ask of `build`. */
  readonly asked: readonly string[];
  readonly expanded: readonly ExpandedBlock[];
}

interface SourceOfRun {
  readonly type: string;
  /** The source block that it is made from: `googlecompute.web`. */
  readonly root: string;
  readonly name: string;
  readonly additions: ExpandedBlock | undefined;
}

function withValues(variables: ReadonlyMap<string, Value | undefined>): Variables {
  const known = new Map<string, Value>();
  for (const [name, value] of variables) if (value !== undefined) known.set(name, value);
  return known;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is PlainOptions {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
