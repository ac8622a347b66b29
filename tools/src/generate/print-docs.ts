import type { FieldFacts } from "./facts.js";

/** One sentence for each option, by its name; those inside a block by `block.option`. */
export type Documentation = Readonly<Record<string, string>>;

/** The doc comment of an option: its sentence, then what the facts say about values, defaults and neighbours. */
export function documentation(field: FieldFacts, docs: Documentation): string {
  const lines: string[] = [];
  const sentence = docs[field.name];
  if (sentence === undefined)
    throw new Error(`there is no sentence about ${field.name} in the documentation file`);
  lines.push(sentence);
  const remarks = remarksOf(field);
  if (remarks.length > 0) lines.push("", ...remarks);
  if (field.default !== undefined) lines.push(`@defaultValue \`${JSON.stringify(field.default)}\``);
  else if (field.defaultComputed !== undefined) lines.push(`@defaultValue ${field.defaultComputed}`);
  if (field.deprecated === true) lines.push(`@deprecated ${replacement(field.replacedBy)}`);
  const text = lines.map((line) => safe(line));
  if (text.length === 1) return `  /** ${text[0] ?? ""} */\n`;
  return `  /**\n${text.map((line) => (line === "" ? "   *\n" : `   * ${line}\n`)).join("")}   */\n`;
}

/** What to use instead of a deprecated option. */
export function replacement(replacedBy: readonly string[] | undefined): string {
  return replacedBy === undefined || replacedBy.length === 0
    ? "It has no replacement; leave it out."
    : `Use ${replacedBy.join(" or ")}.`;
}

function remarksOf(field: FieldFacts): readonly string[] {
  const remarks: string[] = [];
  if (field.kind === "attr") {
    if (field.pattern !== undefined) remarks.push(`Form: ${code(field.pattern)}.`);
    if (field.keyPattern !== undefined) remarks.push(`Keys: ${code(field.keyPattern)}.`);
    if (field.valuePattern !== undefined) remarks.push(`Values: ${code(field.valuePattern)}.`);
    if (field.keys !== undefined) remarks.push(`Keys: ${field.keys.map((key) => `\`${key}\``).join(", ")}.`);
    if (field.maxItems !== undefined)
      remarks.push(`At most ${String(field.maxItems)} ${field.maxItems === 1 ? "entry" : "entries"}.`);
    if (field.semantic === "integer") remarks.push("A whole number.");
  }
  if (typeof field.required === "string") remarks.push(`Required: ${field.required}.`);
  if (field.requiredWhen !== undefined) remarks.push(`Required when ${field.requiredWhen}.`);
  if (field.conflictsWith !== undefined) remarks.push(`Not together with ${field.conflictsWith}.`);
  if (field.requires !== undefined) remarks.push(`Needs ${field.requires.join(", ")}.`);
  if (field.sensitive !== undefined && field.sensitive !== false)
    remarks.push("A secret: use a sensitive variable.");
  if (field.note !== undefined) remarks.push(`${field.note.charAt(0).toUpperCase()}${field.note.slice(1)}.`);
  return remarks;
}

function code(pattern: string): string {
  return pattern.startsWith("^") ? `\`${pattern}\`` : pattern;
}

/** Text that may stand in a block comment and that TSDoc does not read as tags. */
function safe(line: string): string {
  return line.replaceAll("*/", "*\\/").replaceAll(/\{(?=@)/g, "\\{");
}
