import {
  attribute,
  block,
  object,
  objectItem,
  parseJson,
  string,
  tuple,
  type JsonNode,
  type JsonObjectNode,
} from "@packwright/hcl";
import type { Block, BodyItem, Expression } from "@packwright/hcl/nodes";
import type { Finding } from "../../diagnostics/diagnostic.js";
import type { FileText, ReadFile } from "../packer-file.js";
import { SourceFile } from "../source-file.js";
import { at, identifierOf, timestampBlock } from "./legacy-nodes.js";
import { LegacyReader } from "./legacy-reader.js";

/** A legacy template as the file in HCL that says the same, and what has no words there. */
export interface ReadLegacy extends ReadFile {
  readonly findings: readonly Finding[];
  /** Whether it has anything that a template has. */
  readonly isTemplate: boolean;
}

/** Reads a template in the JSON that Packer read before HCL. */
export function readLegacy(name: string, text: FileText): ReadLegacy {
  const { root, diagnostics, source } = parseJson(text, { file: name });
  const file = new SourceFile(name, source, true, true);
  const reader = new LegacyReader(file);
  const items = root?.kind === "json-object" ? new LegacyTemplate(reader).items(root) : [];
  return {
    file,
    body: { kind: "body", items, start: 0, end: source.text.length },
    diagnostics,
    findings: reader.reading.findings,
    isTemplate:
      root?.kind !== "json-object" ||
      root.properties.length === 0 ||
      root.properties.some(({ name: key }) => ROOT.includes(key.value)),
  };
}

const ROOT = [
  ...["min_packer_version", "description", "variables", "sensitive-variables", "builders", "provisioners"],
  ...["error-cleanup-provisioner", "post-processors", "push", "comments"],
];

interface Builder {
  readonly type: string;
  readonly name: string;
}

/** The parts of a legacy template, in the order in which HCL has them. */
class LegacyTemplate {
  readonly #reader: LegacyReader;
  /** The sources by the names that builders have in `only`, `except` and `override`. */
  readonly #builders = new Map<string, Builder>();

  constructor(reader: LegacyReader) {
    this.#reader = reader;
  }

  items(root: JsonObjectNode): readonly BodyItem[] {
    const entries = this.#reader.entries(root, "template");
    for (const [name, { name: key }] of entries) {
      if (name.startsWith("_") || ROOT.includes(name)) continue;
      this.#reader.refuse(
        key,
        "unknown-argument",
        `a legacy template has no ${name}`,
        `It has ${ROOT.join(", ")}.`,
        name,
      );
    }
    const value = (name: string): JsonNode | undefined => entries.get(name)?.value;
    const version = value("min_packer_version");
    const items: BodyItem[] = [];
    if (version?.kind === "json-string")
      items.push(
        block(
          "packer",
          [],
          [at(attribute("required_version", at(string(`>= ${version.value}`), version)), version)],
        ),
      );
    const variables = this.#reader.variableBlocks(value("variables"), value("sensitive-variables"));
    const sources = this.#reader.items(value("builders"), "builders").flatMap((one) => this.#source(one));
    const build = this.#build(root, value, sources);
    const timestamp = this.#reader.usesTimestamp ? [timestampBlock()] : [];
    return [
      ...items,
      ...variables,
      ...this.#reader.undeclared(),
      ...timestamp,
      ...sources.map(({ node }) => node),
      build,
    ];
  }

  #source(node: JsonNode): readonly { readonly node: Block; readonly builder: Builder }[] {
    const path = "builders";
    if (node.kind !== "json-object") {
      this.#reader.refuse(
        node,
        "invalid-value",
        "a builder has to be an object",
        'Write { "type": "…" }.',
        path,
      );
      return [];
    }
    const entries = this.#reader.entries(node, path);
    const type = this.#reader.text(entries, "type");
    if (type === undefined) {
      this.#reader.refuse(node, "missing-argument", "a builder lacks its type", 'Write "type": "…".', path);
      return [];
    }
    const name = this.#reader.text(entries, "name") ?? type;
    if (name.includes("{{"))
      this.#reader.refuse(
        entries.get("name")?.value ?? node,
        "legacy-json",
        "the name of a source in HCL cannot be computed",
        "Write the name itself.",
        path,
      );
    const builder = { type, name: identifierOf(name) };
    if (this.#builders.has(name))
      this.#reader.refuse(
        node,
        "duplicate-name",
        `two builders are called ${name}`,
        "Give one of them another name.",
        path,
      );
    this.#builders.set(name, builder);
    const items = this.#reader.arguments(entries, `source.${type}.${builder.name}`, ["type", "name"]);
    return [{ node: at(block("source", [type, builder.name], items), node), builder }];
  }

  #build(
    root: JsonObjectNode,
    value: (name: string) => JsonNode | undefined,
    sources: readonly { readonly builder: Builder }[],
  ): Block {
    const description = value("description");
    const names = sources.map(({ builder }) => string(`source.${builder.type}.${builder.name}`));
    const cleanup = value("error-cleanup-provisioner");
    const list = value("builders") ?? root;
    const items: readonly BodyItem[] = [
      ...(description?.kind === "json-string"
        ? [at(attribute("description", at(string(description.value), description)), description)]
        : []),
      at(attribute("sources", at(tuple(names), list)), list),
      ...this.#reader
        .items(value("provisioners"), "provisioners")
        .flatMap((one) => this.#step(one, "provisioner")),
      ...(cleanup === undefined ? [] : this.#step(cleanup, "error-cleanup-provisioner")),
      ...this.#reader
        .items(value("post-processors"), "post-processors")
        .flatMap((one) => this.#pipeline(one)),
    ];
    return at(block("build", [], items), list);
  }

  #pipeline(node: JsonNode): readonly Block[] {
    if (node.kind !== "json-array") return this.#step(node, "post-processor");
    const steps = node.items.flatMap((item) => {
      if (item.kind !== "json-array") return this.#step(item, "post-processor");
      this.#reader.refuse(
        item,
        "invalid-value",
        "a chain of post-processors holds no other chain",
        "Take one level of [ ] away.",
        "post-processors",
      );
      return [];
    });
    return steps.length === 0 ? [] : [at(block("post-processors", [], steps), node)];
  }

  #step(node: JsonNode, kind: string): readonly Block[] {
    if (node.kind === "json-string") return [at(block(kind, [node.value], []), node)];
    if (node.kind !== "json-object") {
      this.#reader.refuse(
        node,
        "invalid-value",
        `a ${kind} has to be an object`,
        'Write { "type": "…" }.',
        kind,
      );
      return [];
    }
    const entries = this.#reader.entries(node, kind);
    const type = this.#reader.text(entries, "type");
    if (type === undefined) {
      this.#reader.refuse(node, "missing-argument", `a ${kind} lacks its type`, 'Write "type": "…".', kind);
      return [];
    }
    const own = kind === "post-processor" ? ["only", "except"] : ["only", "except", "override"];
    const meta = own.flatMap((name) => {
      const property = entries.get(name);
      if (property === undefined) return [];
      const value =
        name === "override" ? this.#override(property.value, kind) : this.#labels(property.value, kind);
      return [at(attribute(name, value), property)];
    });
    const items = this.#reader.arguments(entries, `${kind}.${type}`, ["type", ...own]);
    return [at(block(kind, [type], [...meta, ...items]), node)];
  }

  /** Builders by their names are sources by `type.name`. */
  #labels(node: JsonNode, path: string): Expression {
    const items = node.kind === "json-string" ? [node] : this.#reader.items(node, path);
    const labels = items.map((item) => {
      const builder = item.kind === "json-string" ? this.#builders.get(item.value) : undefined;
      return builder === undefined
        ? this.#reader.value(item, path)
        : at(string(`${builder.type}.${builder.name}`), item);
    });
    return at(tuple(labels), node);
  }

  #override(node: JsonNode, path: string): Expression {
    if (node.kind !== "json-object") return this.#reader.value(node, path);
    const items = node.properties.map(({ name, value }) =>
      at(
        objectItem(this.#builders.get(name.value)?.name ?? name.value, this.#reader.value(value, path)),
        name,
      ),
    );
    return at(object(items), node);
  }
}
