import type { Documentation, Entry } from "./documentation.js";
import {
  optionsOf,
  type AttributeFacts,
  type BlockFacts,
  type ComponentFacts,
  type FieldFacts,
} from "./facts.js";
import { comment, documentation } from "./print-docs.js";

/** An interface to print: its name, a sentence, where Packer documents it, and the block that it is, if any. */
export interface InterfaceHead {
  readonly name: string;
  readonly summary: string;
  readonly see: string;
  readonly block?: string;
  /** Given for steps, whose options may use what only a running build knows. */
  readonly scope?: "build";
  /** Whether what the facts require is a member that cannot be left out; otherwise rules say what is required. */
  readonly demands?: boolean;
}

/** An interface of options, each of them optional unless the head demands what is required. */
export function printInterface(
  head: InterfaceHead,
  fields: readonly FieldFacts[],
  docs: Documentation,
): string {
  const members = optionsOf(fields).map(
    (field) =>
      `${documentation(field, docs.of(field, head.block))}  readonly ${propertyName(field.name)}${head.demands === true && field.required === true ? "" : "?"}: ${typeOf(field, docs.of(field, head.block), head.scope)};\n`,
  );
  const top = comment([head.summary, "", `@see ${head.see}`]);
  return `${top}export interface ${head.name} {\n${members.join("")}}\n`;
}

/**
 * The names of the options that take a few words, as a type: a compiler that had to find them among the options would
 * look at every one of them.
 */
export function printChoices(name: string, fields: readonly FieldFacts[]): string {
  const choices = optionsOf(fields).filter(
    (field) => field.kind === "attr" && (field.semantic === "duration" || choicesOf(field) !== undefined),
  );
  const names = choices.map((field) => JSON.stringify(field.name)).sort();
  return `/** The options that take a few words. */\nexport type ${name} =\n${names.map((each) => `  | ${each}`).join("\n")};\n`;
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

/** The interface of a data source's result. */
export function printOutputs(
  head: Pick<InterfaceHead, "name" | "summary" | "see">,
  outputs: NonNullable<ComponentFacts["outputs"]>,
): string {
  const members = outputs.map(({ name, type, note, sensitive }) => {
    const remarks = [
      ...(note === undefined ? [] : [sentence(note)]),
      ...(sensitive === true ? ["A secret."] : []),
    ];
    const docs = remarks.length === 0 ? "" : comment([remarks.join(" ")], "  ");
    const plain =
      typeof type === "string" ? plainType(type) : `Readonly<Record<string, ${plainType(type[1])}>>`;
    return `${docs}  readonly ${propertyName(name)}: ${plain};\n`;
  });
  return `${comment([head.summary, "", `@see ${head.see}`])}export interface ${head.name} {\n${members.join("")}}\n`;
}

function sentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
}

function plainType(type: Scalar): string {
  return type === "bool" ? "boolean" : type;
}

function typeOf(field: FieldFacts, entry: Entry, scope: InterfaceHead["scope"]): string {
  if (field.kind === "block") return field.repeated ? `readonly ${field.block}[]` : field.block;
  const arguments_ = (inner: string): string => (scope === undefined ? inner : `${inner}, "${scope}"`);
  const expression = (inner: string): string => `ExprBase<${arguments_(inner)}>`;
  const input = (inner: string): string => `Input<${arguments_(inner)}>`;
  if (field.semantic === "duration") return `Duration | ${expression("string")}`;
  if (typeof field.type === "string") {
    const choices = choicesOf(field);
    // Text that only Packer knows may be any of the choices, so an expression of text is no mistake.
    if (choices !== undefined) return `${literals(choices)} | ${expression("string")}`;
    const type = scalar(field.type, field, entry);
    // Written out, as the compiler would ask Input of each of some hundred known values.
    return type.endsWith(ANY_TEXT) || entry.known !== undefined
      ? `${type} | ${expression("string")}`
      : input(type);
  }
  const [collection, element] = field.type;
  const inner = scalar(element, field, entry);
  if (collection === "list") return input(`readonly ${inner.includes("|") ? `(${inner})` : inner}[]`);
  const map = `Readonly<Record<string, ${inner}>>`;
  if (field.keys === undefined) return input(map);
  const members = field.keys.map((key) => `readonly ${propertyName(key)}?: ${input(inner)}`).join("; ");
  return `{ ${members} } | ${expression(map)}`;
}

const ANY_TEXT = "(string & {})";

type Scalar = "string" | "number" | "bool";

function scalar(type: Scalar, field: AttributeFacts, { known }: Entry): string {
  if (type !== "string") return plainType(type);
  if (known !== undefined) return known;
  // Known values complete in the editor; any other text passes too.
  if (field.knownValues !== undefined) return `${literals(field.knownValues)} | ${ANY_TEXT}`;
  return "string";
}

/** The values that a user may write, when they are known to be all. */
function choicesOf(field: AttributeFacts): readonly string[] | undefined {
  if (field.values === undefined) return field.closed === true ? field.knownValues : undefined;
  if (field.valuesCaseInsensitive !== true || field.sentAsWritten === true) return field.values;
  const cases = field.values.flatMap((value) => [value.toUpperCase(), value.toLowerCase()]);
  return [...new Set(cases)].sort((a, b) => Number(a > b) - Number(a < b));
}

function literals(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
