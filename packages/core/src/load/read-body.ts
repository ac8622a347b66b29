import type { Attribute, Block, Body } from "@packwright/hcl/nodes";
import { nearest } from "../checks/nearest.js";
import type { Reading } from "./reading.js";
import type { SourceFile } from "./source-file.js";

/** What a block of Packer's may hold. */
export interface BodyShape {
  /** The arguments that it knows, or `any`. */
  readonly attributes: readonly string[] | "any";
  readonly required?: readonly string[];
  /** The blocks that it knows, with what their labels are called. */
  readonly blocks: Readonly<Record<string, readonly string[]>>;
}

/** The items of a block that belong there. */
export interface ReadBody {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** In their order. */
  readonly blocks: readonly Block[];
}

/** Reads what a block holds by its shape; what does not belong there is reported and left out. */
export function readBody(
  reading: Reading,
  file: SourceFile,
  body: Body,
  shape: BodyShape,
  path: string,
): ReadBody {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  const known = shape.attributes === "any" ? undefined : shape.attributes;
  for (const item of body.items) {
    if (item.kind === "attribute") {
      const { name } = item;
      if (known?.includes(name) === false) {
        reading.report(file, item, { path: join(path, name), ...unknownArgument(name, known, shape.blocks) });
      } else attributes.set(name, item);
      continue;
    }
    const labels = Object.hasOwn(shape.blocks, item.type) ? shape.blocks[item.type] : undefined;
    if (labels === undefined) {
      reading.report(file, item, { path: join(path, item.type), ...unknownBlock(item.type, known, shape) });
    } else if (hasLabels(reading, file, item, labels, path)) blocks.push(item);
  }
  for (const name of shape.required ?? []) {
    if (attributes.has(name) || body.items.some((item) => item.kind === "attribute" && item.name === name))
      continue;
    reading.report(file, body, {
      code: "missing-argument",
      summary: `${name} is missing`,
      detail: `Packer does not read the block without ${name}; set it.`,
      path,
    });
  }
  return { attributes, blocks };
}

/** `path.name`, or the name alone at the root of a template. */
export function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

interface Message {
  readonly code: "unknown-argument" | "unknown-block";
  readonly summary: string;
  readonly detail?: string;
}

function unknownArgument(name: string, known: readonly string[], blocks: BodyShape["blocks"]): Message {
  const code = "unknown-argument";
  const summary = `there is no argument ${name} here`;
  if (Object.hasOwn(blocks, name)) {
    const labels = (blocks[name] ?? []).map((label) => ` "${label}"`).join("");
    return {
      code,
      summary: `${name} is a block, not an argument`,
      detail: `Write ${name}${labels} { … }, without =.`,
    };
  }
  return { code, summary, detail: remedy(name, known) ?? list("arguments", known) };
}

function unknownBlock(type: string, known: readonly string[] | undefined, shape: BodyShape): Message {
  const code = "unknown-block";
  if (known?.includes(type) === true)
    return { code, summary: `${type} is an argument, not a block`, detail: `Write ${type} = ….` };
  if (type === "dynamic")
    return { code, summary: "Packer expands no dynamic block here", detail: "Write the blocks out." };
  const names = Object.keys(shape.blocks);
  return {
    code,
    summary: `there is no block ${type} here`,
    detail: remedy(type, names) ?? list("blocks", names),
  };
}

function remedy(name: string, known: readonly string[]): string | undefined {
  const meant = nearest(name, known);
  return meant === undefined ? undefined : `Did you mean ${meant}?`;
}

function list(what: string, names: readonly string[]): string {
  return names.length === 0 ? `It takes no ${what}.` : `Its ${what} are ${names.join(", ")}.`;
}

function hasLabels(
  reading: Reading,
  file: SourceFile,
  block: Block,
  labels: readonly string[],
  path: string,
): boolean {
  if (block.labels.length === labels.length) return true;
  const extra = block.labels[labels.length];
  const form = `${block.type}${labels.map((label) => ` "${label}"`).join("")} { … }`;
  reading.report(file, extra ?? block, {
    code: "bad-label",
    summary:
      extra === undefined
        ? `${block.type} lacks its ${labels.slice(block.labels.length).join(" and ")}`
        : `${block.type} has ${labels.length === 0 ? "no labels" : labels.length === 1 ? "one label" : `${String(labels.length)} labels`}, and this is one more`,
    detail: `Write ${form}.`,
    path: join(path, block.type),
  });
  return false;
}
