import {
  attribute,
  block,
  bool,
  nil,
  number,
  object,
  objectItem,
  string,
  traversal,
  tuple,
  type JsonNode,
  type JsonObjectNode,
  type JsonProperty,
  type JsonStringNode,
} from "@packwright/hcl";
import type { Attribute, Block, Expression, Located } from "@packwright/hcl/nodes";
import type { Finding } from "../../diagnostics/diagnostic.js";
import { Reading } from "../reading.js";
import type { SourceFile } from "../source-file.js";
import { at, identifierOf, within } from "./legacy-nodes.js";
import { legacyText, needsLocal, variablesIn, type LegacyPlace } from "./legacy-text.js";

/** Reads what all parts of a legacy template have: objects, variables, values of options. */
export class LegacyReader {
  readonly reading: Reading = new Reading();
  readonly #file: SourceFile;
  /** What each variable has become. */
  readonly #variables = new Map<string, "var" | "local">();
  /** Variables that nobody declares, and where they are first asked for. */
  readonly #missing = new Map<string, Located>();
  usesTimestamp: boolean = false;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  refuse(
    node: Located & { readonly kind: JsonNode["kind"] },
    code: Finding["code"],
    summary: string,
    detail: string,
    path: string,
  ): void {
    this.reading.findings.push({
      ...{ severity: "error", code, summary, detail, path },
      site: { place: () => this.#file.position(node.start ?? 0) },
    });
  }

  /** The properties of an object by their names, of which Packer takes none twice. */
  entries(node: JsonObjectNode, path: string): ReadonlyMap<string, JsonProperty> {
    const entries = new Map<string, JsonProperty>();
    for (const property of node.properties) {
      const { value: name } = property.name;
      if (entries.has(name))
        this.refuse(
          property.name,
          "duplicate-name",
          `${name} is there twice`,
          "Keep one of them.",
          `${path}.${name}`,
        );
      else entries.set(name, property);
    }
    return entries;
  }

  items(node: JsonNode | undefined, path: string): readonly JsonNode[] {
    if (node === undefined || node.kind === "json-null") return [];
    if (node.kind === "json-array") return node.items;
    this.refuse(node, "invalid-value", `${path} has to be a list`, "Write [ { … } ].", path);
    return [];
  }

  variableBlocks(node: JsonNode | undefined, sensitive: JsonNode | undefined): readonly Block[] {
    if (node === undefined || node.kind === "json-null") return [];
    if (node.kind !== "json-object") {
      this.refuse(
        node,
        "invalid-value",
        "variables has to be an object",
        'Write { "name": "value" }.',
        "variables",
      );
      return [];
    }
    const hidden = new Set(
      this.items(sensitive, "sensitive-variables").map((item) =>
        item.kind === "json-string" ? item.value : "",
      ),
    );
    const entries = [...this.entries(node, "variables").values()];
    for (const { name, value } of entries) {
      const isLocal =
        value.kind === "json-string" && needsLocal(value.value) && !isOwn(name.value, value.value);
      this.#variables.set(name.value, isLocal ? "local" : "var");
    }
    return entries.map(({ name, value }) => this.#variable(name, value, hidden.has(name.value)));
  }

  #variable(name: JsonStringNode, value: JsonNode, isSensitive: boolean): Block {
    const path = `variables.${name.value}`;
    const sensitive = isSensitive ? [attribute("sensitive", bool(true))] : [];
    if (value.kind !== "json-string" && value.kind !== "json-null")
      this.refuse(
        value,
        "invalid-value",
        "the value of a variable has to be text, or null",
        "Write it with quotes.",
        path,
      );
    const place = { ...this.#place(value, path), inVariable: true };
    const text =
      value.kind !== "json-string"
        ? undefined
        : isOwn(name.value, value.value)
          ? string("")
          : within(legacyText(value.value, place), value);
    const range = { start: name.start, end: value.end };
    const label = identifierOf(name.value);
    if (this.#variables.get(name.value) === "local" && text !== undefined) {
      this.reading.findings.push({
        ...{ severity: "warning", code: "legacy-json", path },
        summary: `the variable ${name.value} has become a local, and can be given no other value`,
        detail: "Its value is computed, which the default of a variable in HCL cannot be.",
        site: { place: () => this.#file.position(name.start) },
      });
      return at(block("local", [label], [at(attribute("expression", text), range), ...sensitive]), range);
    }
    const fallback = text === undefined ? [] : [at(attribute("default", text), range)];
    return at(
      block("variable", [label], [attribute("type", traversal("string")), ...fallback, ...sensitive]),
      range,
    );
  }

  /** A variable that is not declared may get its value where Packer runs, and is empty text otherwise. */
  undeclared(): readonly Block[] {
    return [...this.#missing].map(([name, node]) => {
      this.reading.findings.push({
        ...{ severity: "warning", code: "legacy-json", path: `variables.${name}` },
        summary: `the variable ${name} is not declared, and is empty unless Packer is given a value`,
        detail: `Declare it: "variables": { ${JSON.stringify(name)}: "" }.`,
        site: { place: () => this.#file.position(node.start ?? 0) },
      });
      const items = [attribute("type", traversal("string")), attribute("default", string(""))];
      return at(block("variable", [identifierOf(name)], items), node);
    });
  }

  #place(node: Located & { readonly kind: JsonNode["kind"] }, path: string): LegacyPlace {
    return {
      variable: (name) => {
        if (!this.#variables.has(name)) this.#missing.set(name, node);
        return traversal(this.#variables.get(name) ?? "var", identifierOf(name));
      },
      useTimestamp: () => {
        this.usesTimestamp = true;
        return traversal("local", "timestamp");
      },
      refuse: (summary, detail) => {
        this.refuse(node, "legacy-json", summary, detail, path);
      },
    };
  }

  /** A value of an option. */
  value(node: JsonNode, path: string): Expression {
    switch (node.kind) {
      case "json-string":
        return within(legacyText(node.value, this.#place(node, path)), node);
      case "json-number":
        return at(number(node.text), node);
      case "json-bool":
        return at(bool(node.value), node);
      case "json-null":
        return at(nil(), node);
      case "json-array":
        return at(tuple(node.items.map((item) => this.value(item, path))), node);
      case "json-object":
        return at(
          object(
            node.properties.map(({ name, value, start, end }) =>
              at(objectItem(name.value, this.value(value, `${path}.${name.value}`)), { start, end }),
            ),
          ),
          node,
        );
    }
  }

  /** The properties of a component but some, as arguments. */
  arguments(
    entries: ReadonlyMap<string, JsonProperty>,
    path: string,
    without: readonly string[],
  ): readonly Attribute[] {
    return [...entries].flatMap(([name, property]) =>
      without.includes(name)
        ? []
        : [at(attribute(name, this.value(property.value, `${path}.${name}`)), property)],
    );
  }

  text(entries: ReadonlyMap<string, JsonProperty>, name: string): string | undefined {
    const value = entries.get(name)?.value;
    return value?.kind === "json-string" ? value.value : undefined;
  }
}

/** Whether the value of a variable is the one that is given to it, by its own name. */
function isOwn(name: string, text: string): boolean {
  return variablesIn(text).includes(name) && /^\s*\{\{[^{}]*\}\}\s*$/.test(text);
}
