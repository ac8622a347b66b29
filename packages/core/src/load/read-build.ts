import type { Attribute, Block } from "@packwright/hcl/nodes";
import type { BuildBlock } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import type { Declaration } from "../blocks/declaration.js";
import { addedBy } from "../build/build-variables.js";
import { write } from "../expressions/to-node.js";
import type { Repetition } from "../blocks/dynamic-blocks.js";
import type { ComponentKind } from "../plugin/component.js";
import { commentOf } from "./comment-of.js";
import type { Place } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import { literalOf } from "../expressions/literal.js";
import type { LiteralReader } from "./literals.js";
import { join, readBody } from "./read-body.js";
import { BuildSources, type Sources } from "./read-build-sources.js";
import type { ComponentReader } from "./read-component.js";
import type { OptionReader } from "./read-options.js";
import type { Placed } from "./read-packer.js";
import type { Reading } from "./reading.js";

/** What reads the parts of a build. */
export interface BuildReaders {
  readonly reading: Reading;
  readonly expressions: ExpressionReader;
  readonly literals: LiteralReader;
  readonly options: OptionReader;
  readonly components: ComponentReader;
}

const BUILD = {
  attributes: ["name", "description", "sources"],
  blocks: {
    source: ["type.name"],
    provisioner: ["type"],
    "error-cleanup-provisioner": ["type"],
    "post-processor": ["type"],
    "post-processors": [],
    hcp_packer_registry: [],
    from: ["type"],
    dynamic: ["block"],
  },
} as const;

const CHAIN = { attributes: [], blocks: { "post-processor": ["type"], dynamic: ["block"] } } as const;

/** `build { … }` */
export function readBuild(
  readers: BuildReaders,
  { file, node }: Placed,
  at: number,
  sources: Sources,
): BuildBlock {
  return new BuildReader(readers, { file, node }, `build[${String(at)}]`, sources).read();
}

/** A block of a build, or what a `dynamic` block makes of it. */
interface Part {
  readonly type: string;
  readonly block: Block;
  /** The block that holds the content. */
  readonly content: Block;
  readonly place: Place;
  readonly repetition?: Repetition;
  /** The type of the component. */
  readonly label: string;
}

class BuildReader {
  readonly #readers: BuildReaders;
  readonly #placed: Placed;
  readonly #path: string;
  readonly #sources: BuildSources;
  #buildVariables: readonly string[] | undefined;
  readonly #provisioners: ComponentUse[] = [];
  readonly #pipelines: (readonly ComponentUse[])[] = [];
  #errorCleanup: ComponentUse | undefined;
  #registry: ComponentUse | undefined;

  constructor(readers: BuildReaders, placed: Placed, path: string, sources: Sources) {
    this.#readers = readers;
    this.#placed = placed;
    this.#path = path;
    this.#sources = new BuildSources(readers, placed.file, path, sources);
  }

  read(): BuildBlock {
    const { reading, expressions } = this.#readers;
    const { file, node } = this.#placed;
    const { attributes, blocks } = readBody(reading, file, node.body, BUILD, this.#path);
    const text = (name: string): { readonly [name: string]: unknown } => {
      const attribute = attributes.get(name);
      if (attribute === undefined) return {};
      const value = expressions.value(attribute.value, this.#place(name));
      this.#checkKnown(attribute, value);
      return { [name]: value };
    };
    const list = this.#sources.list(attributes.get("sources"), this.#place("sources"));
    for (const block of blocks) if (block.type === "source") this.#sources.block(block);
    const builders = this.#sources.references.map(({ source }) => source.definition);
    this.#buildVariables = list === undefined ? addedBy(builders) : undefined;
    for (const block of blocks) this.#block(block);
    return {
      sources: this.#sources.references,
      ...(list === undefined ? {} : { sourceList: list }),
      ...text("name"),
      ...text("description"),
      provisioners: this.#provisioners,
      ...(this.#errorCleanup === undefined ? {} : { errorCleanup: this.#errorCleanup }),
      pipelines: this.#pipelines,
      ...(this.#registry === undefined ? {} : { registry: this.#registry }),
      ...commentOf(node, file),
      strangers: [],
      site: file.site(node),
    };
  }

  /** Packer validates before it asks data sources, and then refuses a name that depends on one. */
  #checkKnown({ name, value: node }: Attribute, value: unknown): void {
    const { uses } = write(value);
    if (!uses.some((use) => dependsOnData(use))) return;
    const { file } = this.#placed;
    this.#readers.reading.report(file, node, {
      code: "misplaced-reference",
      summary: `the ${name} of a build depends on a data source, whose value packer validate does not know`,
      detail: "Use a variable, or a local that depends on none.",
      path: join(this.#path, name),
    });
  }

  #place(name: string, context: Place["context"] = "build"): Place {
    const buildVariables = this.#buildVariables;
    return { file: this.#placed.file, path: join(this.#path, name), context, buildVariables };
  }

  #block(block: Block): void {
    switch (block.type) {
      case "provisioner":
      case "error-cleanup-provisioner":
      case "post-processor":
      case "hcp_packer_registry":
        this.#part(this.#plain(block));
        return;
      case "post-processors":
        this.#chain(block);
        return;
      case "dynamic": {
        const part = this.#dynamic(block, [
          "provisioner",
          "error-cleanup-provisioner",
          "post-processor",
          "hcp_packer_registry",
        ]);
        if (part !== undefined) this.#part(part);
        return;
      }
      case "from":
        this.#readers.reading.report(this.#placed.file, block, {
          code: "ignored-block",
          severity: "warning",
          summary: "Packer ignores from blocks",
          detail: "Take it out; sources names what a build is made from.",
          path: `${this.#path}.from`,
        });
        return;
      default:
    }
  }

  #plain(block: Block): Part {
    const label = block.labels[0]?.value ?? "";
    return { type: block.type, block, content: block, place: this.#place("", "step"), label };
  }

  #dynamic(block: Block, types: readonly string[]): Part | undefined {
    const { options, reading } = this.#readers;
    const type = block.labels[0]?.value ?? "";
    const path = join(this.#path, `dynamic.${type}`);
    const refuse = (node: Block | Attribute["value"], summary: string, detail: string): undefined => {
      reading.report(this.#placed.file, node, { code: "unsupported", summary, detail, path });
      return undefined;
    };
    if (!types.includes(type)) {
      refuse(
        block,
        `Packwright knows no dynamic ${type} here`,
        `It knows dynamic ${types.join(", ")}. Write the blocks out.`,
      );
      return;
    }
    const found = options.repetition(block, { ...this.#place(""), path });
    if (found === undefined) return undefined;
    const { repetition, content, inner, labels } = found;
    const place: Place = { ...inner, path: this.#path, context: "step" };
    if (type === "hcp_packer_registry") return { type, block, content, place, repetition, label: type };
    const names = labels === undefined ? [] : literalOf(labels, () => undefined);
    const [label, ...more] = Array.isArray(names) ? (names as readonly unknown[]) : [];
    if (typeof label !== "string" || more.length > 0) {
      refuse(
        labels ?? block,
        `the labels of this dynamic block have to be one text: the type of the ${type}`,
        'Write labels = ["shell"].',
      );
      return;
    }
    return { type, block, content, place, repetition, label };
  }

  #part(part: Part): void {
    switch (part.type) {
      case "provisioner":
        this.#provisioners.push(
          this.#step(part, "provisioner", `provisioner[${String(this.#provisioners.length)}]`),
        );
        return;
      case "error-cleanup-provisioner":
        if (this.#errorCleanup !== undefined) this.#reportSecond(part);
        else this.#errorCleanup = this.#step(part, "provisioner", part.type);
        return;
      case "hcp_packer_registry":
        if (this.#registry !== undefined) this.#reportSecond(part);
        else this.#registry = this.#step(part, "hcp_packer_registry", undefined);
        return;
      case "post-processor":
        this.#pipelines.push([
          this.#step(part, "post-processor", `post-processor[${String(this.#pipelines.length)}]`),
        ]);
        return;
      default:
    }
  }

  #step(part: Part, kind: ComponentKind, at: string | undefined): ComponentUse {
    const { block, content, place, repetition, label } = part;
    const path = at === undefined ? `${this.#path}.${kind}` : `${this.#path}.${at}.${label}`;
    return this.#readers.components.read({
      kind,
      type: label === "" ? kind : label,
      body: content.body,
      block,
      place: { ...place, path },
      ...(repetition === undefined ? {} : { repetition }),
    });
  }

  #reportSecond({ type, block }: Part): void {
    this.#readers.reading.report(this.#placed.file, block, {
      code: "duplicate-name",
      summary: `a build has one ${type}, and this is another one`,
      detail: "Keep one of them.",
      path: `${this.#path}.${type}`,
    });
  }

  /** `post-processors { … }` */
  #chain(block: Block): void {
    const { reading } = this.#readers;
    const at = this.#pipelines.length;
    const path = `${this.#path}.post-processor[${String(at)}]`;
    const { blocks } = readBody(reading, this.#placed.file, block.body, CHAIN, path);
    const parts = blocks.flatMap((inner) =>
      inner.type === "dynamic" ? (this.#dynamic(inner, ["post-processor"]) ?? []) : [this.#plain(inner)],
    );
    const [only, ...more] = parts;
    if (only === undefined) return;
    if (only.repetition !== undefined && more.length === 0) {
      reading.report(this.#placed.file, only.block, {
        code: "unsupported",
        summary: "Packwright knows no chain of repeated post-processors alone",
        detail: "Write the post-processors out.",
        path,
      });
      return;
    }
    const step = (part: Part, j: number): ComponentUse =>
      this.#step(
        part,
        "post-processor",
        parts.length === 1 ? `post-processor[${String(at)}]` : `post-processor[${String(at)}][${String(j)}]`,
      );
    this.#pipelines.push(parts.map(step));
  }
}

/** Whether a value comes from a data source, by way of locals or not. */
function dependsOnData(declaration: Declaration): boolean {
  if (declaration.kind === "data") return true;
  return declaration.kind === "local" && declaration.value.uses.some((use) => dependsOnData(use));
}
