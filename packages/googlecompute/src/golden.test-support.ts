import {
  build,
  variable,
  type PluginReference,
  type Source,
  type TemplateOutput,
  type VersionConstraint,
} from "@packwright/core";
import { z } from "zod";
// Golden rows are HCL, and the language package stands below core: a test may look there, the package may not.
import type { Block, Body, Expression } from "../../hcl/src/nodes.js";
import { parse } from "../../hcl/src/parser/parse.js";
import { googlecomputeBlocks } from "./generated/schema.js";
import { googlecompute } from "./plugin.js";
import { googlecomputeBuilder } from "./source/googlecompute.js";

type Options = Record<string, unknown>;
type AnySource = Source<"googlecompute", string, object>;

/** Whatever Packer computes is a value that a program does not know. */
const UNKNOWN = variable("unknown", z.string().default(""));

/**
 * The template of a golden row, made with this package's functions from the options that the row's HCL gives; its
 * sources are the ones that its builds use.
 */
export function templateOf(text: string): TemplateOutput {
  const { body, diagnostics } = parse(text);
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(`${problem.summary}: ${text}`);
  const make = googlecomputeBuilder(pluginOf(body));
  const sources = new Map<string, AnySource>();
  for (const block of blocksOf(body, "source")) {
    const [, label = ""] = block.labels.map(({ value }) => value);
    sources.set(label, make(label, optionsOf(block.body)));
  }
  const used = blocksOf(body, "build").flatMap(({ body: inner }) => usedIn(inner, sources));
  const [first, ...more] = used;
  if (first === undefined) throw new Error(`no build uses a source: ${text}`);
  return build([first, ...more]);
}

/** The options of the first block of a type, whatever kind it is of and wherever it stands. */
export function readBlock(text: string, type: string): Options | undefined {
  const find = (body: Body): Block | undefined => {
    const blocks = body.items.filter((item): item is Block => item.kind === "block");
    const own = blocks.find(({ labels }) => labels[0]?.value === type);
    return own ?? blocks.map((block) => find(block.body)).find((found) => found !== undefined);
  };
  const block = find(parse(text).body);
  return block === undefined ? undefined : optionsOf(block.body);
}

function pluginOf(body: Body): PluginReference {
  const [packer] = blocksOf(body, "packer");
  const [required] = packer === undefined ? [] : blocksOf(packer.body, "required_plugins");
  const entry = required === undefined ? {} : optionsOf(required.body)["googlecompute"];
  const version = isObject(entry) ? entry["version"] : undefined;
  return isConstraint(version) ? googlecompute({ version }).reference : googlecompute.reference;
}

function isConstraint(value: unknown): value is VersionConstraint {
  return typeof value === "string";
}

/** The sources of a build: those of its list, and those that it adds options to. */
function usedIn(body: Body, sources: ReadonlyMap<string, AnySource>): readonly AnySource[] {
  const listed = optionsOf(body)["sources"];
  const find = (reference: string): AnySource => {
    const found = sources.get(reference.replace(/^source\.googlecompute\./, ""));
    if (found === undefined) throw new Error(`there is no source ${reference}`);
    return found;
  };
  return [
    ...(Array.isArray(listed) ? listed.map((reference) => find(String(reference))) : []),
    ...blocksOf(body, "source").map((block) => {
      const { name, ...additions } = optionsOf(block.body);
      const source = find(block.labels[0]?.value ?? "");
      return source.as(typeof name === "string" ? name : source.name, additions);
    }),
  ];
}

function blocksOf(body: Body, type: string): readonly Block[] {
  return body.items.filter((item): item is Block => item.kind === "block" && item.type === type);
}

/** Attributes and nested blocks as options: a block that may be repeated, or that is, is a list. */
function optionsOf(body: Body): Options {
  const options: Options = {};
  for (const item of body.items) {
    if (item.kind === "attribute") {
      options[item.name] = valueOf(item.value);
      continue;
    }
    const inner = optionsOf(item.body);
    const before = options[item.type];
    if (Array.isArray(before)) before.push(inner);
    else if (before !== undefined) options[item.type] = [before, inner];
    else options[item.type] = googlecomputeBlocks[item.type]?.many === true ? [inner] : inner;
  }
  return options;
}

function valueOf(node: Expression): unknown {
  switch (node.kind) {
    case "string":
    case "bool":
      return node.value;
    case "number":
      return Number(node.text);
    case "null":
      return null;
    case "tuple":
      return node.items.map((item) => valueOf(item));
    case "object":
      return Object.fromEntries(node.items.map(({ key, value }) => [keyOf(key), valueOf(value)]));
    case "unary":
      return -Number(valueOf(node.operand));
    case "call":
      return node.name === "jsonencode" && node.arguments[0] !== undefined
        ? JSON.stringify(valueOf(node.arguments[0]))
        : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function isObject(value: unknown): value is Options {
  return typeof value === "object" && value !== null;
}

function keyOf(node: Expression | { readonly kind: "object-key"; readonly name: string }): string {
  return node.kind === "object-key" ? node.name : String(valueOf(node));
}
