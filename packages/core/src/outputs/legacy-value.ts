import { printExpression, type JsonObject, type JsonValue } from "@packwright/hcl";
import type { BodyItem, Expression, TemplatePart } from "@packwright/hcl/nodes";
import { match, P } from "ts-pattern";
import type { VariableBlock } from "../blocks/declaration.js";
import type { BlockDefinitions } from "../plugin/component.js";

/** The items of a body as the entries of an object; blocks of which there may be several become a list. */
export function itemEntries(
  items: readonly BodyItem[],
  blocks: BlockDefinitions,
  values: LegacyValues,
  path: readonly string[],
): JsonObject {
  const entries = new Map<string, JsonValue>();
  const lists = new Map<string, JsonValue[]>();
  for (const item of items) {
    if (item.kind === "attribute") {
      entries.set(item.name, values.value(item.value, [...path, item.name]));
      continue;
    }
    if (item.type === "dynamic") {
      values.cannotRepeat([...path, item.labels[0]?.value ?? ""]);
      continue;
    }
    const definition = blocks[item.type];
    const list = lists.get(item.type) ?? [];
    const value = itemEntries(item.body.items, definition?.blocks ?? {}, values, [
      ...path,
      item.type,
      String(list.length),
    ]);
    list.push(value);
    lists.set(item.type, list);
    entries.set(item.type, definition?.many === true ? list : value);
  }
  return entries;
}

/** Something of HCL that legacy JSON has no word for. */
export interface Unsayable {
  readonly path: readonly string[];
  readonly reason: string;
}

/** Turns expressions into the values of legacy JSON: references become `{{user …}}` and `{{build …}}`. */
export class LegacyValues {
  readonly problems: Unsayable[] = [];
  readonly #variables: ReadonlyMap<string, VariableBlock>;

  constructor(variables: readonly VariableBlock[]) {
    this.#variables = new Map(variables.map((variable) => [variable.name, variable]));
  }

  value(node: Expression, path: readonly string[]): JsonValue {
    switch (node.kind) {
      case "string":
        return node.value;
      case "number":
        return { digits: node.text };
      case "bool":
        return node.value;
      case "null":
        return null;
      case "tuple":
        return node.items.map((item, at) => this.value(item, [...path, String(at)]));
      case "object":
        return new Map(
          node.items.map(({ key, value }) => {
            const name = key.kind === "object-key" ? key.name : this.#text(key, path);
            return [name, this.value(value, [...path, name])] as const;
          }),
        );
      case "unary":
        if (node.operator === "-" && node.operand.kind === "number")
          return { digits: `-${node.operand.text}` };
        return this.#text(node, path);
      default:
        return this.#text(node, path);
    }
  }

  /** An expression inside text. */
  #text(node: Expression, path: readonly string[]): string {
    return match(node)
      .with({ kind: "string" }, ({ value }) => value)
      .with({ kind: "number" }, ({ text }) => text)
      .with({ kind: "bool" }, ({ value }) => String(value))
      .with({ kind: P.union("template", "heredoc") }, ({ parts }) =>
        parts.map((part) => this.#part(part, path)).join(""),
      )
      .with(
        { kind: "call", name: "env", arguments: [{ kind: "string" }] },
        ({ arguments: [name] }) =>
          // Only the default of a variable has it, in HCL as here.
          `{{env \`${name.value}\`}}`,
      )
      .with({ kind: "get-attribute", object: { kind: "variable", name: "var" } }, ({ name }) =>
        this.#user(name, path),
      )
      .with({ kind: "get-attribute", object: { kind: "variable", name: "build" }, name: "name" }, () =>
        this.#cannot("build.name has no counterpart, as its builds have no names", path),
      )
      .with(
        { kind: "get-attribute", object: { kind: "variable", name: "build" } },
        ({ name }) => `{{build \`${name}\`}}`,
      )
      .with(
        { kind: "get-attribute", object: { kind: "variable", name: "source" } },
        ({ name }) => `{{build_${name}}}`,
      )
      .with(
        { kind: "get-attribute", object: { kind: "variable", name: "path" }, name: "root" },
        () => "{{template_dir}}",
      )
      .with(
        { kind: "get-attribute", object: { kind: "variable", name: "path" }, name: "cwd" },
        () => "{{pwd}}",
      )
      .otherwise((other) => this.#cannot(`${printExpression(other)} has no counterpart`, path));
  }

  #part(part: TemplatePart, path: readonly string[]): string {
    return match(part)
      .with({ kind: "text" }, ({ value }) => value)
      .with({ kind: "interpolation", strip: P.optional(P.nullish) }, ({ expression }) =>
        this.#text(expression, path),
      )
      .otherwise(() => this.#cannot("directives of templates have no counterpart", path));
  }

  #user(name: string, path: readonly string[]): string {
    const kind = this.#variables.get(name)?.type.kind;
    if (kind === "list" || kind === "set" || kind === "map" || kind === "object" || kind === "tuple") {
      return this.#cannot(`var.${name} is a ${kind}, and its variables are text`, path);
    }
    return `{{user \`${name}\`}}`;
  }

  /** Says that a block is one that only HCL repeats. */
  cannotRepeat(path: readonly string[]): void {
    this.#cannot("it repeats no blocks", path);
  }

  #cannot(reason: string, path: readonly string[]): string {
    this.problems.push({ path, reason });
    return "";
  }
}
