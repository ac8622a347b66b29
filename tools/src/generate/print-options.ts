import type { AttributeFacts, BlockFacts, FieldFacts } from "./facts.js";
import { optionsOf } from "./facts.js";
import { documentation, type Documentation } from "./print-docs.js";

/** An interface of options, every one of them optional: what is required is said where rules are. */
export function printInterface(
  name: string,
  summary: string,
  fields: readonly FieldFacts[],
  docs: Documentation,
): string {
  const members = optionsOf(fields).map(
    (field) => `${documentation(field, docs)}  readonly ${propertyName(field.name)}?: ${typeOf(field)};\n`,
  );
  return `/** ${summary} */\nexport interface ${name} {\n${members.join("")}}\n`;
}

/** The interfaces of the blocks in a list of fields, inner ones too, each once. */
export function printBlockInterfaces(fields: readonly FieldFacts[], docs: Documentation): string {
  const blocks = new Map<string, BlockFacts>();
  const walk = (list: readonly FieldFacts[]): void => {
    for (const field of list) {
      if (field.kind !== "block") continue;
      walk(field.fields);
      blocks.set(field.block, field);
    }
  };
  walk(fields);
  return [...blocks]
    .map(([name, { fields: inner }]) =>
      printInterface(name, `The options of a \`${name}\` block.`, inner, docs),
    )
    .join("\n");
}

function typeOf(field: FieldFacts): string {
  if (field.kind === "block") return field.repeated ? `readonly ${field.block}[]` : field.block;
  if (field.semantic === "duration") return "Duration | ExprBase<string>";
  return `Input<${plainType(field)}>`;
}

function plainType(field: AttributeFacts): string {
  if (typeof field.type === "string") return scalar(field.type, field);
  const [collection, element] = field.type;
  const inner = scalar(element, field);
  if (collection === "map") return `Readonly<Record<string, ${inner}>>`;
  return inner.includes("|") ? `readonly (${inner})[]` : `readonly ${inner}[]`;
}

function scalar(type: "string" | "number" | "bool", field: AttributeFacts): string {
  if (type === "bool") return "boolean";
  if (type === "number") return "number";
  const literals = (values: readonly string[]): string =>
    values.map((value) => JSON.stringify(value)).join(" | ");
  if (field.values !== undefined) return literals(field.values);
  // Known values complete in the editor; any other text passes too.
  if (field.knownValues !== undefined) return `${literals(field.knownValues)} | (string & {})`;
  return "string";
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
