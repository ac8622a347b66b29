import type { Attribute, Block } from "@packwright/hcl/nodes";
import type { BuildBlock, SourceReference } from "../blocks/build-block.js";
import type { ComponentUse } from "../blocks/component-use.js";
import { nearest } from "../checks/nearest.js";
import { isExpr } from "../expressions/expr-value.js";
import { write } from "../expressions/to-node.js";
import { commentOf } from "./comment-of.js";
import type { Place } from "./context.js";
import type { BuildReaders } from "./read-build.js";
import type { SourceFile } from "./source-file.js";

/** The sources of a template by `type.name`. */
export type Sources = ReadonlyMap<string, ComponentUse>;

/**
 * The `type.name` that a source is named by: of three and more parts Packer ignores the first, whatever it is, and
 * those behind the third.
 */
export function sourceKey(name: string): string {
  const parts = name.split(".");
  return (parts.length > 2 ? parts.slice(1, 3) : parts).join(".");
}

/** Reads what a build is made from: its `sources`, and its `source` blocks. */
export class BuildSources {
  readonly references: SourceReference[] = [];
  readonly #readers: BuildReaders;
  readonly #file: SourceFile;
  readonly #path: string;
  readonly #sources: Sources;

  constructor(readers: BuildReaders, file: SourceFile, path: string, sources: Sources) {
    this.#readers = readers;
    this.#file = file;
    this.#path = path;
    this.#sources = sources;
  }

  /** The sources that a build names; an expression of them when only Packer knows which. */
  list(attribute: Attribute | undefined, place: Place): BuildBlock["sourceList"] {
    if (attribute === undefined) return undefined;
    const { expressions, reading } = this.#readers;
    const value = expressions.value(attribute.value, place);
    if (!isExpr(value) && !Array.isArray(value)) {
      if (value === null) return undefined;
      reading.report(place.file, attribute.value, {
        code: "invalid-value",
        summary: "sources has to be a list of strings",
        detail: 'Write sources = ["source.type.name"].',
        path: place.path,
      });
      return undefined;
    }
    if (isExpr(value) || value.some((item) => isExpr(item))) return write(value);
    const nodes = attribute.value.kind === "tuple" ? attribute.value.items : [];
    for (const [i, item] of (value as readonly unknown[]).entries()) {
      const at = nodes[i] ?? attribute.value;
      if (typeof item === "string") {
        const source = this.#find(item, at, `${place.path}[${String(i)}]`);
        if (source !== undefined) this.references.push({ source });
      } else {
        const isName = at.kind === "get-attribute";
        reading.report(place.file, at, {
          code: "invalid-value",
          summary: "a source is named as text",
          detail: isName ? 'Write "source.type.name", with quotes.' : 'Write "source.type.name".',
          path: `${place.path}[${String(i)}]`,
        });
      }
    }
    return undefined;
  }

  #find(
    name: string,
    node: Attribute["value"] | Block["labels"][number],
    path: string,
  ): ComponentUse | undefined {
    const key = sourceKey(name);
    const found = this.#sources.get(key);
    if (found !== undefined) return found;
    const known = [...this.#sources.keys()];
    const meant = nearest(key, known);
    this.#readers.reading.report(this.#file, node, {
      code: "unknown-reference",
      summary: key.includes(".") ? `there is no source ${key}` : `${JSON.stringify(name)} names no source`,
      detail:
        meant !== undefined
          ? `Did you mean ${JSON.stringify(`source.${meant}`)}?`
          : known.length === 0
            ? "The template has no sources."
            : `Its sources are ${known.join(", ")}.`,
      path,
    });
    return undefined;
  }

  /** `source "type.name" { … }` */
  block(block: Block): void {
    const { literals, options } = this.#readers;
    const file = this.#file;
    const [label] = block.labels;
    if (label === undefined) return;
    const path = `${this.#path}.source.${label.value}`;
    const source = this.#find(label.value, label, path);
    if (source === undefined) return;
    const isName = (item: Block["body"]["items"][number]): item is Attribute =>
      item.kind === "attribute" && item.name === "name";
    const place: Place = { file, path, context: "source" };
    const name = literals.text(block.body.items.find(isName), { ...place, path: `${path}.name` });
    const body = { ...block.body, items: block.body.items.filter((item) => !isName(item)) };
    this.references.push({
      source,
      as: {
        name: name ?? source.label ?? "",
        additions: options.read(body, source.definition, place, () => "source"),
        ...commentOf(block, file),
        site: file.site(block),
      },
    });
  }
}
