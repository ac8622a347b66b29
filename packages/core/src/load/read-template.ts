import type { Block, Body } from "@packwright/hcl/nodes";
import type { BuildBlock } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { VariableBlock } from "../blocks/declaration.js";
import type { Finding } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import type { PluginRequirement } from "../template/template-options.js";
import { Components } from "./components.js";
import { Declared } from "./declared.js";
import { ExpressionReader } from "./expression-reader.js";
import { LiteralReader } from "./literals.js";
import type { ReadFile } from "./packer-file.js";
import { readBody } from "./read-body.js";
import { sourceKey } from "./read-build-sources.js";
import { readBuild, type BuildReaders } from "./read-build.js";
import { ComponentReader } from "./read-component.js";
import { OptionReader } from "./read-options.js";
import { readPacker, type Placed } from "./read-packer.js";
import { VariableReader } from "./read-variable.js";
import { Reading } from "./reading.js";

/** A template as its files say it: the blocks that a program would have made, in the order of the files. */
export interface ReadTemplate {
  readonly required_version?: string;
  readonly requirements?: readonly PluginRequirement[];
  readonly variables: readonly VariableBlock[];
  readonly locals: ReturnType<Declared["allLocals"]>;
  readonly data: readonly ComponentUse[];
  readonly sources: readonly ComponentUse[];
  readonly registry?: ComponentUse;
  readonly builds: readonly BuildBlock[];
  readonly findings: readonly Finding[];
  readonly site: Site;
}

const ROOT = {
  attributes: [],
  blocks: {
    packer: [],
    variable: ["name"],
    variables: [],
    local: ["name"],
    locals: [],
    data: ["type", "name"],
    source: ["type", "name"],
    build: [],
    hcp_packer_registry: [],
    communicator: ["type", "name"],
  },
} as const;

/** Reads the blocks of a template's files. */
export function readTemplate(
  files: readonly ReadFile[],
  bindings: readonly unknown[],
  { isLegacy = false }: { readonly isLegacy?: boolean } = {},
): ReadTemplate {
  const reading = new Reading();
  const blocks = files.flatMap(({ file, body }) =>
    readBody(reading, file, body, ROOT, "").blocks.map((node): Placed => ({ file, node })),
  );
  const of = (type: string): readonly Placed[] => blocks.filter(({ node }) => node.type === type);
  const names = new Declared(reading);
  const expressions = new ExpressionReader(reading, names);
  const literals = new LiteralReader(reading, expressions);
  const options = new OptionReader(reading, expressions);
  const packer = readPacker(reading, literals, of("packer"));
  const definitions = new Components(bindings, packer.requirements);
  const components = new ComponentReader(reading, definitions, options, isLegacy);
  const readers: BuildReaders = { reading, expressions, literals, options, components };

  const variables = readVariables(blocks, new VariableReader(reading, expressions, literals), reading);
  for (const variable of variables) names.addVariable(variable);
  for (const placed of blocks) {
    const { file, node } = placed;
    if (node.type === "locals") names.addLocals(placed, expressions);
    if (node.type === "local") names.addLocal(placed, expressions, literals);
    if (node.type !== "data") continue;
    const [type = "", label = ""] = node.labels.map(({ value }) => value);
    names.addData(placed, () =>
      components.read({
        ...{ kind: "data", type, label, body: node.body, block: node },
        place: { file, path: `data.${type}.${label}`, context: "data" },
      }),
    );
  }
  for (const { file, node } of of("communicator")) {
    reading.report(file, node, {
      code: "ignored-block",
      severity: "warning",
      summary: "Packer ignores communicator blocks",
      detail: "Set the communicator's options in the source.",
      path: "communicator",
    });
  }
  const data = names.allData().map(({ use }) => use);
  const locals = names.allLocals();
  const sources = readSources(of("source"), of("build"), components);
  const known = new Map<string, ComponentUse>();
  for (const source of sources) {
    const key = `${source.definition.type}.${source.label ?? ""}`;
    if (!known.has(key)) known.set(key, source);
  }
  const registry = readRegistry(of("hcp_packer_registry"), components, reading);
  const builds = of("build").map((placed, at) => readBuild(readers, placed, at, known));
  const { requirements, ...version } = packer;
  return {
    ...version,
    // A legacy template cannot ask for plugins: those that it uses are asked for when it is written as HCL.
    ...(isLegacy ? {} : { requirements }),
    variables,
    locals,
    data,
    sources,
    ...(registry === undefined ? {} : { registry }),
    builds,
    findings: reading.findings,
    site: siteOf(files, of("packer")),
  };
}

function readVariables(
  blocks: readonly Placed[],
  reader: VariableReader,
  reading: Reading,
): readonly VariableBlock[] {
  return blocks.flatMap(({ file, node }) => {
    if (node.type === "variable") return [reader.block(file, node)];
    if (node.type !== "variables") return [];
    const entries = readBody(
      reading,
      file,
      node.body,
      { attributes: "any", blocks: {} },
      "variables",
    ).attributes;
    return [...entries.values()].map((entry) => reader.entry(file, entry));
  });
}

function readSources(
  blocks: readonly Placed[],
  builds: readonly Placed[],
  components: ComponentReader,
): readonly ComponentUse[] {
  const additions = builds.flatMap(({ node }) =>
    node.body.items.filter((item): item is Block => item.kind === "block" && item.type === "source"),
  );
  // Packer never looks at a source that no build uses.
  const used = JSON.stringify(builds.map(({ node }) => textsOf(node.body)));
  return blocks.map(({ file, node }) => {
    const [type = "", label = ""] = node.labels.map(({ value }) => value);
    const key = `${type}.${label}`;
    return components.read({
      ...{ kind: "source", type, label, body: node.body, block: node },
      place: { file, path: `source.${key}`, context: "source" },
      additions: additions
        .filter(({ labels }) => sourceKey(labels[0]?.value ?? "") === key)
        .map(({ body }) => body),
      ...(used.includes(key) ? {} : { severity: "warning" }),
    });
  });
}

/** The texts by which a build may name its sources. */
function textsOf({ items }: Body): readonly unknown[] {
  return items.flatMap((item): readonly unknown[] => {
    if (item.kind === "attribute") return item.name === "sources" ? [item.value] : [];
    return item.type === "source" ? [item.labels] : [];
  });
}

function readRegistry(
  blocks: readonly Placed[],
  components: ComponentReader,
  reading: Reading,
): ComponentUse | undefined {
  const [first, ...more] = blocks;
  for (const { file, node } of more) {
    reading.report(file, node, {
      code: "duplicate-name",
      summary: "a template has one hcp_packer_registry, and this is another one",
      detail: "Keep one of them.",
      path: "hcp_packer_registry",
    });
  }
  if (first === undefined) return undefined;
  const { file, node } = first;
  return components.read({
    ...{ kind: "hcp_packer_registry", type: "hcp_packer_registry", body: node.body, block: node },
    place: { file, path: "hcp_packer_registry", context: "build" },
  });
}

/** The place of what is to be said of the whole template: in its `packer` blocks, or at the start of its first file. */
function siteOf(files: readonly ReadFile[], packer: readonly Placed[]): Site {
  const [first] = files;
  return {
    place: (keys) => {
      const start = { file: first?.file.name ?? "", line: 1, column: 1 };
      if (keys.length === 0) return start;
      for (const { file, node } of packer) {
        const place = file.site(node).place?.(keys);
        const block = file.site(node).place?.([]);
        if (place !== undefined && JSON.stringify(place) !== JSON.stringify(block)) return place;
      }
      return start;
    },
  };
}
