import type { Secrecy } from "@packwright/core";
import type { Documentation } from "./documentation.js";
import { optionsOf, type AttributeFacts, type BlockFacts, type FieldFacts } from "./facts.js";
import { countOf, replacement } from "./print-docs.js";
import { propertyName } from "./print-options.js";

/** The zod shape of options: plain values; expressions are looked at by the check that uses it. */
export function printShape(
  fields: readonly FieldFacts[],
  docs: Documentation,
  indent = "  ",
  block?: string,
): string {
  return optionsOf(fields)
    .map((field) => `${indent}${propertyName(field.name)}: ${schemaOf(field, docs, indent, block)},\n`)
    .join("");
}

/** The nested blocks of options, for the `blocks` of a component. */
export function printBlocks(fields: readonly FieldFacts[], indent = "  "): string {
  const entries = optionsOf(fields).flatMap((field) => {
    if (field.kind !== "block") return [];
    const inner = printBlocks(field.fields, `${indent}  `);
    const blocks = inner === "{}" ? "" : `, blocks: ${inner}`;
    return [`${indent}${propertyName(field.name)}: { many: ${String(field.repeated)}${blocks} },\n`];
  });
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent.slice(2)}}`;
}

/** Deprecated options, with what to use instead. */
export function printDeprecated(fields: readonly FieldFacts[]): string {
  const entries = optionsOf(fields)
    .filter((field) => field.deprecated === true)
    .map((field) => `  ${propertyName(field.name)}: ${JSON.stringify(replacement(field.replacedBy))},\n`);
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}}`;
}

/** Options that hold secrets, by their path, with what kind of secret each is. */
export function printSensitive(fields: readonly FieldFacts[]): string {
  const entries = secretsIn(fields, "").map(
    ([path, secrecy]) => `  ${propertyName(path)}: ${JSON.stringify(secrecy)},\n`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}}`;
}

function secretsIn(fields: readonly FieldFacts[], path: string): readonly (readonly [string, Secrecy])[] {
  return optionsOf(fields).flatMap((field) => {
    if (field.kind === "block") return secretsIn(field.fields, `${path}${field.name}.`);
    if (field.sensitive === undefined || field.sensitive === false) return [];
    // The passwords of communicators are those of a machine that goes with the build.
    const isPassword = field.group?.startsWith("communicator") === true;
    const secrecy = field.sensitive !== true ? "inline" : isPassword ? "password" : "credential";
    return [[`${path}${field.name}`, secrecy]];
  });
}

/** The functions of core that printed schemas call, for the import of the file that has them. */
export function helpersIn(text: string): readonly string[] {
  return ["choiceSchema", "durationSchema", "formSchema", "wholeNumberSchema"].filter((name) =>
    text.includes(`${name}(`),
  );
}

function schemaOf(field: FieldFacts, docs: Documentation, indent: string, block: string | undefined): string {
  if (field.kind === "block") return blockSchema(field, docs, indent);
  if (typeof field.type === "string") return scalar(field.type, field, docs, block);
  const [collection, element] = field.type;
  const inner = element === "string" ? "z.string()" : scalar(element, field, docs, block);
  if (collection === "map") return `z.record(z.string(), ${inner})`;
  const most =
    field.maxItems === undefined
      ? ""
      : `.max(${String(field.maxItems)}, { error: "may have at most ${countOf(field.maxItems)}" })`;
  return `z.array(${inner})${most}`;
}

function blockSchema(field: BlockFacts, docs: Documentation, indent: string): string {
  const inner = `${indent}  `;
  const members = optionsOf(field.fields).map(
    (each) => `${inner}${propertyName(each.name)}: ${schemaOf(each, docs, inner, field.name)}.optional(),\n`,
  );
  const object = `z.strictObject({\n${members.join("")}${indent}})`;
  return field.repeated ? `z.array(${object})` : object;
}

function scalar(
  type: "string" | "number" | "bool",
  field: AttributeFacts,
  docs: Documentation,
  block: string | undefined,
): string {
  if (type === "bool") return "z.boolean()";
  if (type === "number") return field.semantic === "integer" ? wholeNumber(field) : "z.number()";
  if (field.values !== undefined) {
    const values = field.values.map((value) => JSON.stringify(value)).join(", ");
    return `choiceSchema([${values}]${field.valuesCaseInsensitive === true ? ", { ignoreCase: true }" : ""})`;
  }
  switch (field.semantic) {
    case "duration":
      return "durationSchema()";
    case "google-credentials":
      return "credentialsSchema()";
    case "ipv4":
      return `formSchema(IPV4, ${formOf(field, docs, block)})`;
    default:
      return field.pattern?.startsWith("^") === true
        ? `formSchema(/${bounded(field.pattern, field.maxLength)}/u, ${formOf(field, docs, block)})`
        : "z.string()";
  }
}

function wholeNumber({ min, max }: AttributeFacts): string {
  const bounds = Object.entries({ min, max: max ?? undefined }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${String(value)}`],
  );
  return `wholeNumberSchema(${bounds.length === 0 ? "" : `{ ${bounds.join(", ")} }`})`;
}

/** The pattern, which also says how long the text may be where it repeats something without end. */
function bounded(pattern: string, maxLength: number | undefined): string {
  return maxLength === undefined || !/[*+]/.test(pattern)
    ? pattern
    : `^(?=.{0,${String(maxLength)}}$)${pattern.slice(1)}`;
}

function formOf(field: FieldFacts, docs: Documentation, block: string | undefined): string {
  const { form } = docs.of(field, block);
  if (form === undefined)
    throw new Error(`${field.name} has a pattern; the documentation file has to say its form in words`);
  return JSON.stringify(form);
}
