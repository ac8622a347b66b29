import type { Entry } from "./documentation.js";
import type { FieldFacts } from "./facts.js";

/** The doc comment of an option: its sentence, then what the facts say about values, defaults and neighbours. */
export function documentation(field: FieldFacts, entry: Entry): string {
  const remarks = remarksOf(field, entry);
  const lines = [entry.text, ...(remarks.length === 0 ? [] : ["", ...remarks])];
  const standard = defaultOf(field);
  if (standard !== undefined) lines.push(`@defaultValue ${standard}`);
  if (field.deprecated === true) lines.push(`@deprecated ${replacement(field.replacedBy)}`);
  return comment(lines, "  ");
}

/** A doc comment of some lines. */
export function comment(lines: readonly string[], indent = ""): string {
  const text = lines.map((line) => safe(line));
  if (text.length === 1) return `${indent}/** ${text[0] ?? ""} */\n`;
  const body = text.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

/** What to use instead of a deprecated option. */
export function replacement(replacedBy: readonly string[] | undefined): string {
  return replacedBy === undefined || replacedBy.length === 0
    ? "It has no replacement; leave it out."
    : `Use ${replacedBy.join(" or ")}.`;
}

function defaultOf({ default: plain, defaultComputed }: FieldFacts): string | undefined {
  if (plain === undefined || plain === "") return defaultComputed;
  const value = `\`${JSON.stringify(plain)}\``;
  return defaultComputed === undefined ? value : `${value}; ${defaultComputed}`;
}

function remarksOf(field: FieldFacts, entry: Entry): readonly string[] {
  const remarks: string[] = [];
  const say = (what: string | undefined, make: (what: string) => string): void => {
    if (what !== undefined) remarks.push(make(what));
  };
  say(entry.form, (form) => `Form: ${form}.`);
  say(entry.keys, (form) => `Keys: ${form}.`);
  say(entry.values, (form) => `Values: ${form}.`);
  if (field.kind === "attr") {
    const { maxItems, min, max } = field;
    if (maxItems !== undefined) remarks.push(`At most ${countOf(maxItems)}.`);
    if (field.semantic === "integer") remarks.push(`A whole number${rangeOf(min, max ?? undefined)}.`);
  }
  say(field.unit, (unit) => `In ${unit === "s" ? "seconds" : unit}.`);
  if (typeof field.required === "string") {
    const { required } = field;
    remarks.push(required.startsWith("unless ") ? `Required ${required}.` : `Required: ${required}.`);
  } else if (field.required === true) remarks.push("Required.");
  say(field.requiredWhen, (when) => `Required when ${when}.`);
  say(field.conflictsWith, (others) => `Not together with ${others}.`);
  say(field.requires?.join(", "), (others) => `Needs ${others}.`);
  if (field.sensitive !== undefined && field.sensitive !== false)
    remarks.push(
      `A secret${field.sensitive === true ? "" : ` ${field.sensitive}`}: use a sensitive variable.`,
    );
  return remarks;
}

export function countOf(items: number): string {
  return `${String(items)} ${items === 1 ? "entry" : "entries"}`;
}

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? "" : `, at most ${String(max)}`;
  return max === undefined ? `, ${String(min)} or more` : ` from ${String(min)} to ${String(max)}`;
}

/** Text that may stand in a block comment and that TSDoc does not read as tags. */
function safe(line: string): string {
  return line.replaceAll("*/", "*\\/").replaceAll(/\{(?=@)/g, "\\{");
}
