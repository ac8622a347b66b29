import type { Documentation } from "./documentation.js";
import { optionsOf, type AttributeFacts, type BlockFacts, type FieldFacts } from "./facts.js";
import { comment, documentation } from "./print-docs.js";

/** An interface to print: its name, a sentence, where Packer documents it, and the block that it is, if any. */
export interface InterfaceHead {
  readonly name: string;
  readonly summary: string;
  readonly see: string;
  readonly block?: string;
  /** `"build"` for the options of steps, which may use what only a running build knows. */
  readonly scope?: "build";
  /** Whether what is required has to be there in the type; otherwise that is said where rules are. */
  readonly demands?: boolean;
}

/** An interface of options, those optional that nothing demands. */
export function printInterface(
  head: InterfaceHead,
  fields: readonly FieldFacts[],
  docs: Documentation,
): string {
  const members = optionsOf(fields).map(
    (field) =>
      `${documentation(field, docs.of(field, head.block))}  readonly ${propertyName(field.name)}${
        head.demands === true && field.required === true ? "" : "?"
      }: ${typeOf(field, head.scope)};\n`,
  );
  const top = comment([head.summary, "", `@see ${head.see}`]);
  return `${top}export interface ${head.name} {\n${members.join("")}}\n`;
}

/** The interfaces of the blocks in a list of fields, inner ones too, each once. */
export function printBlockInterfaces(
  fields: readonly FieldFacts[],
  docs: Documentation,
  see: string,
): string {
  const blocks = new Map<string, BlockFacts>();
  const walk = (list: readonly FieldFacts[]): void => {
    for (const field of list) {
      if (field.kind !== "block") continue;
      walk(field.fields);
      if (!blocks.has(field.block)) blocks.set(field.block, field);
    }
  };
  walk(fields);
  return [...blocks]
    .map(([name, { name: block, fields: inner }]) =>
      printInterface({ name, summary: `The options of a \`${block}\` block.`, see, block }, inner, docs),
    )
    .join("\n");
}

function typeOf(field: FieldFacts, scope?: "build"): string {
  if (field.kind === "block") return field.repeated ? `readonly ${field.block}[]` : field.block;
  const inScope = scope === undefined ? "" : `, ${JSON.stringify(scope)}`;
  if (field.semantic === "duration") return `Duration | ExprBase<string${inScope}>`;
  if (typeof field.type !== "string") return collectionType(field, field.type, inScope);
  const choices = choicesOf(field);
  // Text that only Packer knows may be any of the choices, so an expression of text is no mistake.
  if (choices !== undefined) return `${literals(choices)} | ExprBase<string${inScope}>`;
  return `Input<${scalar(field.type, field)}${inScope}>`;
}

function collectionType(
  field: AttributeFacts,
  [collection, element]: readonly ["list" | "map", Scalar],
  inScope: string,
): string {
  const inner = scalar(element, field);
  if (collection === "list")
    return `Input<readonly ${inner.includes("|") ? `(${inner})` : inner}[]${inScope}>`;
  const map = `Readonly<Record<string, ${inner}>>`;
  if (field.keys === undefined) return `Input<${map}${inScope}>`;
  const members = field.keys
    .map((key) => `readonly ${propertyName(key)}?: Input<${inner}${inScope}>`)
    .join("; ");
  return `{ ${members} } | ExprBase<${map}${inScope}>`;
}

type Scalar = "string" | "number" | "bool";

function scalar(type: Scalar, field: AttributeFacts): string {
  if (type !== "string") return type === "bool" ? "boolean" : "number";
  // Known values complete in the editor; any other text passes too.
  if (field.knownValues !== undefined) return `${literals(field.knownValues)} | (string & {})`;
  return "string";
}

/** The values that a user may write, when they are known to be all. */
function choicesOf(field: AttributeFacts): readonly string[] | undefined {
  if (field.values === undefined) return field.closed === true ? field.knownValues : undefined;
  if (field.valuesCaseInsensitive !== true || field.sentAsWritten === true) return field.values;
  return [...new Set([...field.values, ...field.values.map((value) => value.toLowerCase())])];
}

function literals(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
