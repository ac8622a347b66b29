import type { Attribute, Block, Expression } from "@packwright/hcl/nodes";
import { isVersionConstraint } from "../plugin/version-constraint.js";
import type { PluginRequirement } from "../template/template-options.js";
import type { Place } from "./context.js";
import { literalOf } from "../expressions/literal.js";
import type { LiteralReader } from "./literals.js";
import { readBody } from "./read-body.js";
import type { Reading } from "./reading.js";
import type { SourceFile } from "./source-file.js";

/** A block with the file that it stands in. */
export interface Placed<T = Block> {
  readonly file: SourceFile;
  readonly node: T;
}

/** What the `packer` blocks of a template say. */
export interface PackerBlock {
  readonly required_version?: string;
  readonly requirements: readonly PluginRequirement[];
}

const PACKER = { attributes: ["required_version"], blocks: { required_plugins: [] } } as const;

/** Reads the `packer` blocks, of which there may be several: Packer demands what any of them demands. */
export function readPacker(
  reading: Reading,
  literals: LiteralReader,
  blocks: readonly Placed[],
): PackerBlock {
  const versions: string[] = [];
  const requirements: PluginRequirement[] = [];
  for (const { file, node } of blocks) {
    const { attributes, blocks: inner } = readBody(reading, file, node.body, PACKER, "packer");
    const place: Place = { file, path: "packer.required_version", context: "literal" };
    const version = literals.text(attributes.get("required_version"), place);
    if (version !== undefined) versions.push(version);
    for (const plugins of inner) {
      for (const entry of readBody(
        reading,
        file,
        plugins.body,
        { attributes: "any", blocks: {} },
        "packer.required_plugins",
      ).attributes.values()) {
        const requirement = readRequirement(reading, file, entry);
        if (requirement === undefined) continue;
        if (requirements.some(({ name }) => name === requirement.name)) {
          reading.report(file, entry, {
            code: "duplicate-name",
            summary: `required_plugins names ${requirement.name} twice`,
            detail: "Keep one of the entries.",
            path: `packer.required_plugins.${requirement.name}`,
          });
        } else requirements.push(requirement);
      }
    }
  }
  return { ...(versions.length === 0 ? {} : { required_version: versions.join(", ") }), requirements };
}

const FORM = 'Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }.';

function readRequirement(
  reading: Reading,
  file: SourceFile,
  entry: Attribute,
): PluginRequirement | undefined {
  const { name, value } = entry;
  const path = `packer.required_plugins.${name}`;
  const report = (node: Attribute | Expression, summary: string, detail: string): undefined => {
    reading.report(file, node, { code: "bad-plugin-requirement", summary, detail, path });
    return undefined;
  };
  const before = reading.findings.length;
  if (!isDnsLabel(name)) {
    report(
      entry,
      `${name} is no name for a plugin`,
      "Use lower-case letters, digits and single dashes between them: it is what the types of its components begin with.",
    );
  }
  const content = literalOf(value, () => undefined);
  if (!isEntries(content)) {
    report(value, `required_plugins.${name} has to be an object`, FORM);
    return;
  }
  for (const key of Object.keys(content)) {
    if (key !== "version" && key !== "source")
      report(value, `required_plugins.${name} has no ${key}`, `It has version and source. ${FORM}`);
  }
  const { version, source } = content;
  if (typeof version !== "string") report(value, `required_plugins.${name} lacks its version, as text`, FORM);
  else if (!isVersionConstraint(version)) {
    report(
      value,
      `required_plugins.${name} ${JSON.stringify(version)} is no version constraint`,
      'Write for example ">= 1.10.0", or several with commas: ">= 1.1.1, < 2.0.0".',
    );
  }
  if (typeof source !== "string") report(value, `required_plugins.${name} lacks its source, as text`, FORM);
  else {
    const reason = sourceFault(source);
    if (reason !== undefined) {
      report(
        value,
        `${JSON.stringify(source)} is no source of a plugin: ${reason}`,
        "Write its host and path: github.com/hashicorp/name.",
      );
    }
  }
  if (reading.findings.length > before || typeof version !== "string" || typeof source !== "string")
    return undefined;
  return { name, source, version };
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Why Packer refuses the source of a plugin. */
function sourceFault(source: string): string | undefined {
  if (source.includes("://")) return "it has a scheme";
  if (/[?#]/.test(source)) return "it has a query or a fragment";
  if (/^\/|\/$/.test(source)) return "it begins or ends with /";
  const parts = source.split("/");
  if (parts.length < 3) return "it has fewer than three parts";
  if (parts.some((part) => part === "")) return "one of its parts is empty";
  const last = parts.at(-1) ?? "";
  if (last.startsWith("packer-"))
    return `its last part begins with ${last.startsWith("packer-plugin-") ? "packer-plugin-" : "packer-"}`;
  return isDnsLabel(last) ? undefined : "its last part has other letters than a-z, 0-9 and -";
}

function isDnsLabel(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
