import { optionsOf, type AttributeFacts, type FieldFacts } from "./facts.js";
import { replacement } from "./print-docs.js";
import { propertyName } from "./print-options.js";

/** The zod shape of options: plain values; expressions are looked at by the check that uses it. */
export function printShape(fields: readonly FieldFacts[], indent = "  "): string {
  return optionsOf(fields)
    .map((field) => `${indent}${propertyName(field.name)}: ${schemaOf(field, indent)},\n`)
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

function schemaOf(field: FieldFacts, indent: string): string {
  if (field.kind === "block") {
    const inner = `${indent}  `;
    const members = optionsOf(field.fields).map(
      (each) => `${inner}${propertyName(each.name)}: ${schemaOf(each, inner)}.optional(),\n`,
    );
    const object = `z.strictObject({\n${members.join("")}${indent}})`;
    return field.repeated ? `z.array(${object})` : object;
  }
  if (typeof field.type === "string") return scalar(field.type, field);
  const [collection, element] = field.type;
  if (collection === "map") {
    const key = `z.string()${matches(field.keyPattern, "a key of the form")}`;
    return `z.record(${key}, ${scalar(element, field)}${matches(field.valuePattern, "a value of the form")})`;
  }
  const most =
    field.maxItems === undefined
      ? ""
      : `.max(${String(field.maxItems)}, { error: ${JSON.stringify(`may have at most ${String(field.maxItems)} ${field.maxItems === 1 ? "entry" : "entries"}`)} })`;
  return `z.array(${scalar(element, field)})${most}`;
}

function scalar(type: "string" | "number" | "bool", field: AttributeFacts): string {
  if (type === "bool") return "z.boolean()";
  if (type === "number") {
    const least =
      field.min === undefined
        ? ""
        : `.min(${String(field.min)}, { error: "has to be at least ${String(field.min)}" })`;
    return `${field.semantic === "integer" ? "z.int()" : "z.number()"}${least}`;
  }
  if (field.semantic === "duration") return "durationSchema()";
  if (field.values !== undefined) {
    const values = field.values.map((value) => JSON.stringify(value)).join(", ");
    if (field.valuesCaseInsensitive !== true) return `z.enum([${values}])`;
    const pattern = `/^(?:${field.values.join("|")})$/i`;
    return `z.string().regex(${pattern}, { error: ${JSON.stringify(`has to be one of ${field.values.join(", ")}`)} })`;
  }
  return `z.string()${matches(field.pattern?.startsWith("^") === true ? field.pattern : undefined, "text of the form")}`;
}

function matches(pattern: string | undefined, what: string): string {
  if (pattern === undefined) return "";
  return `.regex(/${pattern}/u, { error: ${JSON.stringify(`has to be ${what} ${pattern}`)} })`;
}
