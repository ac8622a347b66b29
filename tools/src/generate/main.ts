import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { readFacts, type FieldFacts } from "./facts.js";
import type { Documentation } from "./print-docs.js";
import { printBlockInterfaces, printInterface } from "./print-options.js";
import { printBlocks, printDeprecated, printShape } from "./print-schema.js";

const root = new URL("../../../", import.meta.url);
const HEADER = "// Generated from fixtures/facts by `pnpm generate`. Do not edit.\n\n";

const facts = readFacts(new URL("fixtures/facts/googlecompute.json", root));
const docs: Documentation = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(new URL("fixtures/facts/googlecompute-docs.json", root), "utf8")));

const builder = facts.components.find(({ kind }) => kind === "builder");
if (builder === undefined) throw new Error("the facts name no builder");
const inGroups = (test: RegExp): readonly FieldFacts[] =>
  builder.fields.filter(({ group }) => test.test(group ?? ""));
const isCommunicator = /^communicator/;
const common = inGroups(/^communicator$/).filter(({ name }) => name !== "communicator");
const own = builder.fields.filter(({ group }) => !isCommunicator.test(group ?? ""));

function write(path: string, text: string): void {
  const file = new URL(path, root);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, HEADER + text);
}

write(
  "packages/core/src/communicator/generated/options.ts",
  `import type { ExprBase, Input } from "../../expressions/expr.js";
import type { Duration } from "../../plugin/duration.js";

${printInterface("CommunicatorOptions", "Options of every communicator.", common, docs)}
${printInterface("SshOptions", "Options of the SSH communicator.", inGroups(/^communicator-ssh/), docs)}
${printInterface("WinRmOptions", "Options of the WinRM communicator.", inGroups(/^communicator-winrm/), docs)}`,
);

write(
  "packages/core/src/communicator/generated/schema.ts",
  `import { z } from "zod";
import { durationSchema } from "../../plugin/meta.js";
import type { OptionsSchema } from "../../plugin/component.js";

/** The options of communicators, for the schema of a builder that connects. */
export const communicatorShape = (): OptionsSchema["shape"] => ({
${printShape(inGroups(isCommunicator))}});
`,
);

write(
  "packages/googlecompute/src/generated/options.ts",
  `import type { Duration, ExprBase, Input } from "@packwright/core";

${printBlockInterfaces(own, docs)}
${printInterface("GooglecomputeBuilderOptions", "The builder's own options, beside those of its communicator.", own, docs)}`,
);

write(
  "packages/googlecompute/src/generated/schema.ts",
  `import { communicatorShape, durationSchema, type BlockDefinitions, type OptionsSchema } from "@packwright/core";
import { z } from "zod";

/** The options of the builder as a zod schema of plain values. */
export const googlecomputeOptions = (): OptionsSchema =>
  z.strictObject({
    ...communicatorShape(),
${printShape(own, "    ")}  }).partial();

export const googlecomputeBlocks: BlockDefinitions = ${printBlocks(own)};

export const googlecomputeDeprecated: Readonly<Record<string, string>> = ${printDeprecated(builder.fields)};
`,
);
