import { parse, type Block, type Body, type Expression } from "@packwright/hcl";
import { googlecomputeOptions } from "@packwright/googlecompute";

/** What the programs of {@link programOf} begin with. */
export const PROGRAM_HEADER = [
  'import { build, dynamic, fn, plugins, source as core, text, variable, type Expr } from "@packwright/core";',
  'import { compress } from "@packwright/post-processors";',
  'import { data, googlecompute, googlecomputeExport, googlecomputeImport, source, sourceImageName } from "@packwright/googlecompute";',
  'import { shell } from "@packwright/provisioners";',
  'import { z } from "zod";',
  "declare const computed: Expr<string>;",
].join("\n");

/**
 * A recorded template as the statement of a program that says the same: what its author would have written with
 * Packwright, for the compiler to judge. An expression whose type is no matter is `computed`.
 */
export function programOf(template: string): string {
  const { body, diagnostics } = parse(template);
  // An attribute that is set twice is a key that an object has twice, about which the compiler has its own opinion.
  const problem = diagnostics.find(({ code }) => code !== "duplicate-attribute");
  if (problem !== undefined) throw new Error(`${problem.summary}: ${template}`);
  const of = (type: string): readonly Block[] =>
    body.items.filter((item): item is Block => item.kind === "block" && item.type === type);
  const statements = [
    ...of("packer").map(({ body: inner }) => pluginOf(inner)),
    ...of("variable").map(
      ({ labels }) => `const var_${nameOf(labels, 0)} = variable(${label(labels, 0)}, z.string());`,
    ),
    ...of("data").map(
      ({ labels, body: inner }) =>
        `const data_${nameOf(labels, 1)} = data[${label(labels, 0)}](${label(labels, 1)}, ${objectOf(inner)});`,
    ),
    ...of("source").map(({ labels, body: inner }) => {
      const type = nameOf(labels, 0);
      const from = type === "googlecompute" ? "source" : "core";
      return `const ${nameOf(labels, 1)} = ${from}.${type}(${label(labels, 1)}, ${objectOf(inner)});`;
    }),
    ...of("build").map(({ body: inner }) => `${buildOf(inner)};`),
  ];
  return `{ ${statements.join(" ")} }`;
}

function pluginOf(body: Body): string {
  const version = /version\s*=\s*"(?<version>[^"]+)"/.exec(printed(body))?.groups?.["version"] ?? "";
  return `const { source } = plugins(googlecompute({ version: ${JSON.stringify(version)} }));`;
}

/** A constraint on versions is all that is wanted of the block, wherever it stands in it. */
function printed(body: Body): string {
  const found: string[] = [];
  const enter = (inner: Body): void => {
    for (const item of inner.items) {
      if (item.kind === "block") enter(item.body);
      else if (item.value.kind === "object")
        for (const { key, value } of item.value.items)
          if (key.kind === "object-key" && value.kind === "string")
            found.push(`${key.name} = "${value.value}"`);
    }
  };
  enter(body);
  return found.join("\n");
}

function buildOf(body: Body): string {
  const blocks = body.items.filter((item): item is Block => item.kind === "block");
  const listed = body.items.flatMap((item) =>
    item.kind === "attribute" && item.name === "sources" && item.value.kind === "tuple"
      ? item.value.items
      : [],
  );
  const sources = [
    ...listed.map((item) => (item.kind === "string" ? (item.value.split(".").at(-1) ?? "") : "computed")),
    ...blocks.filter(({ type }) => type === "source").map(asOf),
  ];
  const steps = (type: string, method: string): readonly string[] =>
    blocks
      .filter((block) => block.type === type)
      .map(
        ({ labels, body: inner }) =>
          `.${method}(({ build }) => ${FUNCTIONS[nameOf(labels, 0)] ?? "nothing"}(${objectOf(inner)}))`,
      );
  return [
    `build([${sources.join(", ")}])`,
    ...steps("provisioner", "provision"),
    ...steps("post-processor", "postProcess"),
  ].join("");
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  shell: "shell",
  compress: "compress",
  "googlecompute-import": "googlecomputeImport",
  "googlecompute-export": "googlecomputeExport",
};

/** A source block of a build: the same source with more options. */
function asOf({ labels, body }: Block): string {
  const source = nameOf(labels, 0).split(".").at(-1) ?? "";
  const name = body.items.find((item) => item.kind === "attribute" && item.name === "name");
  const rest = { ...body, items: body.items.filter((item) => item !== name) };
  const as = name?.kind === "attribute" ? expressionOf(name.value) : JSON.stringify(source);
  return `${source}.as(${as}, ${objectOf(rest)})`;
}

/** Attributes and nested blocks as an options literal; a block that the schema has a list of is an item of one. */
function objectOf(body: Body): string {
  const entries: string[] = [];
  const blocks = new Map<string, string[]>();
  for (const item of body.items) {
    if (item.kind === "attribute") {
      entries.push(`${JSON.stringify(item.name)}: ${expressionOf(item.value)}`);
      continue;
    }
    const name = item.type === "dynamic" ? nameOf(item.labels, 0) : item.type;
    const value = item.type === "dynamic" ? dynamicOf(item, name) : objectOf(item.body);
    const before = blocks.get(name);
    if (before === undefined) blocks.set(name, [value]);
    else before.push(value);
  }
  for (const [name, values] of blocks) {
    const isList = values.length > 1 || LISTS.has(name);
    entries.push(`${JSON.stringify(name)}: ${isList ? `[${values.join(", ")}]` : (values[0] ?? "")}`);
  }
  return `{ ${entries.join(", ")} }`;
}

/** Options of a source that are lists. */
const LISTS = new Set(
  Object.entries(googlecomputeOptions().shape).flatMap(([name, schema]) => {
    let inner = schema._zod.def;
    while (
      "innerType" in inner &&
      typeof inner.innerType === "object" &&
      inner.innerType !== null &&
      "_zod" in inner.innerType
    )
      inner = (inner.innerType as typeof schema)._zod.def;
    return inner.type === "array" ? [name] : [];
  }),
);

function dynamicOf({ body }: Block, name: string): string {
  const each = body.items.find((item) => item.kind === "attribute" && item.name === "for_each");
  const content = body.items.find((item) => item.kind === "block" && item.type === "content");
  if (each?.kind !== "attribute" || content?.kind !== "block")
    throw new Error(`dynamic ${name} is incomplete`);
  return `dynamic(${expressionOf(each.value)}, (${name}) => (${objectOf(content.body)}))`;
}

function expressionOf(node: Expression): string {
  switch (node.kind) {
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return node.text;
    case "bool":
      return String(node.value);
    case "null":
      return "null";
    case "unary":
      return `${node.operator}${expressionOf(node.operand)}`;
    case "tuple":
      return `[${node.items.map((item) => expressionOf(item)).join(", ")}]`;
    case "object":
      return `{ ${node.items.map(({ key, value }) => `${key.kind === "object-key" ? JSON.stringify(key.name) : `[${expressionOf(key)}]`}: ${expressionOf(value)}`).join(", ")} }`;
    case "call":
      return node.name === "jsonencode"
        ? `fn.jsonencode(${node.arguments.map((one) => expressionOf(one)).join(", ")})`
        : "computed";
    case "get-attribute":
      return referenceOf(node);
    case "template":
      return `text\`${node.parts.map((part) => (part.kind === "text" ? part.value : part.kind === "interpolation" ? `\${${expressionOf(part.expression)}}` : "${computed}")).join("")}\``;
    default:
      return "computed";
  }
}

/** `var.z`, `data.type.name.output`, `build.ID`: the values that a program has in their place. */
function referenceOf(node: Expression): string {
  const names: string[] = [];
  let at = node;
  for (; at.kind === "get-attribute"; at = at.object) names.unshift(at.name);
  if (at.kind !== "variable") return "computed";
  switch (at.name) {
    case "var":
      return `var_${names.join(".")}`;
    case "data":
      return `data_${names.slice(1).join(".")}`;
    default: {
      const name = [at.name, ...names].join(".");
      return name === "build.SourceImageName" ? "sourceImageName" : name;
    }
  }
}

function nameOf(labels: Block["labels"], at: number): string {
  return labels[at]?.value ?? "";
}

function label(labels: Block["labels"], at: number): string {
  return JSON.stringify(nameOf(labels, at));
}
