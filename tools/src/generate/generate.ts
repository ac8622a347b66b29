import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository.js";
import { Documentation } from "./documentation.js";
import { optionsOf, readFacts, type ComponentFacts, type FieldFacts } from "./facts.js";
import { printKnownValues, printPublicProjects } from "./known-values.js";
import {
  printBlockInterfaces,
  printChoices,
  printInterface,
  printOutputs,
  propertyName,
} from "./print-options.js";
import { PROVISIONER_PLUGINS, printProvisioner } from "./print-provisioner.js";
import { helpersIn, printBlocks, printDeprecated, printSensitive, printShape } from "./print-schema.js";

/** A generated file: its path in the repository and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const HEADER = "// Generated from fixtures/facts by `pnpm generate`. Do not edit.\n\n";
const PACKER = "https://developer.hashicorp.com/packer";
const GOOGLECOMPUTE = `${PACKER}/integrations/hashicorp/googlecompute/latest/components`;
const BUILDER = `${GOOGLECOMPUTE}/builder/googlecompute`;

/** Makes every generated file from the facts, without touching the disk otherwise. */
export function generate(): readonly GeneratedFile[] {
  const files = [
    ...googlecomputeFiles(),
    ...PROVISIONER_PLUGINS.flatMap((plugin) => provisionerFiles(plugin)),
  ];
  return files.map(({ path, text }) => ({ path, text: HEADER + text }));
}

function googlecomputeFiles(): readonly GeneratedFile[] {
  const facts = readFacts(read("googlecompute.json"));
  const docs = new Documentation(read("googlecompute-docs.json"));
  const builder = facts.components.find(({ kind }) => kind === "builder");
  if (builder === undefined) throw new Error("the facts name no builder");
  const { fields } = builder;
  const files = [
    ...communicatorFiles(fields.filter(isOfCommunicator), docs),
    ...builderFiles(
      fields.filter((field) => !isOfCommunicator(field)),
      fields,
      docs,
    ),
    ...facts.components
      .filter(({ kind }) => kind !== "builder")
      .flatMap((each) => componentFiles(each, docs)),
    {
      path: "packages/googlecompute/src/values/generated/known-values.ts",
      text: printKnownValues(read("google-cloud.json")),
    },
    {
      path: "packages/googlecompute/src/values/generated/public-projects.ts",
      text: printPublicProjects(read("google-cloud.json")),
    },
  ];
  checkRead(docs);
  return files;
}

function checkRead(docs: Documentation): void {
  if (docs.unread.length > 0) {
    throw new Error(`the documentation file is about options that no facts have: ${docs.unread.join(", ")}`);
  }
}

function read(name: string): string {
  return readFileSync(join(ROOT, "fixtures/facts", name), "utf8");
}

/** A file for each provisioner of a plugin, with its options as a type and as a schema. */
function provisionerFiles(plugin: string): readonly GeneratedFile[] {
  const facts = readFacts(read(`${plugin}.json`));
  const docs = new Documentation(read(`${plugin}-docs.json`));
  const files = facts.components.map(({ name, fields }) => ({
    path: `packages/provisioners/src/generated/${name}.ts`,
    text: printProvisioner(
      { name, see: `${PACKER}/integrations/hashicorp/${plugin}/latest/components/provisioner/${name}` },
      fields,
      docs,
    ),
  }));
  checkRead(docs);
  return files;
}

function isOfCommunicator({ group = "" }: FieldFacts): boolean {
  return group.startsWith("communicator");
}

function communicatorFiles(fields: readonly FieldFacts[], docs: Documentation): readonly GeneratedFile[] {
  const folder = "packages/core/src/communicator/generated";
  const inGroup = (group: RegExp): readonly FieldFacts[] =>
    fields.filter((field) => group.test(field.group ?? "") && field.name !== "communicator");
  const interfaces = [
    {
      name: "CommunicatorOptions",
      summary: "Options of every communicator.",
      page: "",
      group: /^communicator$/,
    },
    {
      name: "SshOptions",
      summary: "Options of the SSH communicator.",
      page: "/ssh",
      group: /^communicator-ssh/,
    },
    {
      name: "WinRmOptions",
      summary: "Options of the WinRM communicator.",
      page: "/winrm",
      group: /^communicator-winrm/,
    },
  ].map(({ group, page, ...head }) =>
    printInterface({ ...head, see: `${PACKER}/docs/communicators${page}` }, inGroup(group), docs),
  );
  const shape = printShape(fields, docs);
  return [
    {
      path: `${folder}/options.ts`,
      text: `import type { ExprBase, Input } from "../../expressions/expr.js";
import type { Duration } from "../../plugin/duration.js";

${interfaces.join("\n")}`,
    },
    {
      path: `${folder}/schema.ts`,
      text: `import { z } from "zod";
import type { OptionsSchema, Secrecy } from "../../plugin/component.js";
import { durationSchema } from "../../plugin/meta.js";
import { ${helpersIn(shape)
        .filter((name) => name !== "durationSchema")
        .join(", ")} } from "../../plugin/schemas.js";

/** The options of communicators, for the schema of a builder that connects. */
export const communicatorShape = (): OptionsSchema["shape"] => ({
${shape}});

/** Those of them that hold secrets. */
export const communicatorSensitive: Readonly<Record<string, Secrecy>> = ${printSensitive(fields)};
`,
    },
  ];
}

/**
 * Options whose types have a form of their own, which the interface leaves to those that extend it: to leave them out
 * with `Omit` would cost an editor more than all the rest of the options.
 */
const BY_HAND: readonly string[] = ["disk_attachment", "project_id", "zone"];

function builderFiles(
  own: readonly FieldFacts[],
  all: readonly FieldFacts[],
  docs: Documentation,
): readonly GeneratedFile[] {
  const folder = "packages/googlecompute/src/generated";
  const shape = printShape(own, docs, "    ");
  const printed = own.filter(({ name }) => !BY_HAND.includes(name));
  for (const field of optionsOf(own)) docs.of(field, undefined);
  const head = {
    name: "GooglecomputeBuilderOptions",
    summary: "The builder's own options, beside those of its communicator.",
    see: BUILDER,
  };
  return [
    {
      path: `${folder}/options.ts`,
      text: `import type { Duration, ExprBase, Input } from "@packwright/core";
${knownTypes(own, docs)}
${printBlockInterfaces(own, docs, BUILDER)}
${printInterface(head, printed, docs)}
${printChoices("GooglecomputeChoice", all)}`,
    },
    {
      path: `${folder}/schema.ts`,
      text: `import {
  communicatorSensitive,
  communicatorShape,
${helpersIn(shape)
  .map((name) => `  ${name},\n`)
  .join("")}  type BlockDefinitions,
  type OptionsSchema,
  type Secrecy,
} from "@packwright/core";
import { z } from "zod";
import { credentialsSchema, IPV4 } from "../source/formats.js";

/** The options of the builder as a zod schema of plain values. */
export const googlecomputeOptions = (): OptionsSchema =>
  z.strictObject({
    ...communicatorShape(),
${shape}  }).partial();

export const googlecomputeBlocks: BlockDefinitions = ${printBlocks(own)};

export const googlecomputeDeprecated: Readonly<Record<string, string>> = ${printDeprecated(all)};

/** Options that hold secrets. */
export const googlecomputeSensitive: Readonly<Record<string, Secrecy>> = {
  ...communicatorSensitive,
${printSensitive(own).slice(2)};
`,
    },
  ];
}

const KINDS = {
  "post-processor": {
    folder: "post-processors",
    page: (type: string) => `${GOOGLECOMPUTE}/post-processor/${type}`,
    scope: "build",
  },
  "data-source": {
    folder: "data",
    page: (type: string) => `${GOOGLECOMPUTE}/data-source/${type.replace("googlecompute-", "")}`,
    scope: undefined,
  },
} as const;

/** The options of a post-processor or a data source, in a folder with the code that uses them. */
function componentFiles(
  { kind, name, fields, outputs }: ComponentFacts,
  docs: Documentation,
): readonly GeneratedFile[] {
  if (kind !== "post-processor" && kind !== "data-source") throw new Error(`the plugin has no ${kind}s`);
  const { folder, page, scope } = KINDS[kind];
  const path = `packages/googlecompute/src/${folder}/generated/${name}`;
  const stem = name
    .split("-")
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join("");
  const see = page(name);
  const options = printInterface(
    {
      name: `${stem}Options`,
      summary: `The options of the \`${name}\` ${kind.replace("-", kind === "data-source" ? " " : "-")}.`,
      see,
      block: name,
      demands: true,
      ...(scope === undefined ? {} : { scope }),
    },
    fields,
    docs,
  );
  const result =
    outputs === undefined
      ? ""
      : `\n${printOutputs({ name: `${stem}Outputs`, summary: `What the \`${name}\` data source finds.`, see }, outputs)}`;
  const shape = printShape(fields, docs, "  ", name);
  const variable = `${stem.charAt(0).toLowerCase()}${stem.slice(1)}`;
  const types = [...new Set((options + result).match(/\b(?:Duration|ExprBase|Input)\b/g))].sort();
  const formats = shape.includes("credentialsSchema(")
    ? 'import { credentialsSchema } from "../../source/formats.js";\n'
    : "";
  const helpers = helpersIn(shape)
    .map((helper) => `${helper}, `)
    .join("");
  const known = knownTypes(fields, docs, name);
  const sensitive = printSensitive(fields);
  return [
    {
      path: `${path}-options.ts`,
      text: `import type { ${types.join(", ")} } from "@packwright/core";
${known}
${options}${result}`,
    },
    {
      path: `${path}-schema.ts`,
      text: `import { ${helpers}type OptionsSchema${sensitive === "{}" ? "" : ", type Secrecy"} } from "@packwright/core";
import { z } from "zod";
${formats}
/** The options as a zod schema of plain values. */
export const ${variable}Schema = (): OptionsSchema => z.strictObject({
${shape}});

/** The options without which it does not run. */
export const ${variable}Required: readonly string[] = ${JSON.stringify(requiredOf(fields))};
${
  printDeprecated(fields) === "{}"
    ? ""
    : `
export const ${variable}Deprecated: Readonly<Record<string, string>> = ${printDeprecated(fields)};
`
}${
        sensitive === "{}"
          ? ""
          : `
/** Options that hold secrets. */
export const ${variable}Sensitive: Readonly<Record<string, Secrecy>> = ${sensitive};
`
      }${
        outputs === undefined
          ? ""
          : `
/** The attributes of the result. */
export const ${variable}Outputs = (): OptionsSchema => z.strictObject({
${outputs.map((output) => `  ${propertyName(output.name)}: ${outputSchema(output.type)},\n`).join("")}});
`
      }`,
    },
  ];
}

function requiredOf(fields: readonly FieldFacts[]): readonly string[] {
  return optionsOf(fields).flatMap(({ name, required }) => (required === true ? [name] : []));
}

function outputSchema(type: NonNullable<ComponentFacts["outputs"]>[number]["type"]): string {
  const scalar = { string: "z.string()", number: "z.number()", bool: "z.boolean()" };
  if (typeof type === "string") return scalar[type];
  const [collection, element] = type;
  return collection === "list" ? `z.array(${scalar[element]})` : `z.record(z.string(), ${scalar[element]})`;
}

/** The import of the types of known values that some options have. */
function knownTypes(fields: readonly FieldFacts[], docs: Documentation, block?: string): string {
  const depth = block === undefined ? "../" : "../../";
  const names = new Set(optionsOf(fields).flatMap((field) => docs.of(field, block).known ?? []));
  return names.size === 0
    ? ""
    : `import type { ${[...names].sort().join(", ")} } from "${depth}values/known.js";\n`;
}
