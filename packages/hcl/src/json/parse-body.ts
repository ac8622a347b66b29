import { Problems } from "../lexer/problems.js";
import type { Attribute, Block, Body, BodyItem, Comment, Label } from "../nodes.js";
import { type SyntaxDiagnostic, toDiagnostics } from "../parser/diagnostic.js";
import type { ParsedJson } from "./parse.js";
import { jsonExpression, type JsonStrings } from "./parse-expression.js";
import type { JsonNode, JsonProperty } from "./parse-node.js";

/** What a body can hold, which in JSON is what tells an argument from a block. */
export interface JsonBodySchema {
  /** The arguments by name, or `any`: then every property that is no block is one. */
  readonly attributes?: Readonly<Record<string, JsonAttributeSchema>> | "any";
  readonly blocks?: Readonly<Record<string, JsonBlockSchema>>;
}

export interface JsonAttributeSchema {
  readonly required?: boolean;
  /** How strings in it are read; as templates by default. */
  readonly strings?: JsonStrings;
}

export interface JsonBlockSchema {
  /** What each label is called, in messages; as many labels as names. */
  readonly labels?: readonly string[];
  readonly body: JsonBodySchema;
}

export interface JsonBody {
  readonly body: Body;
  readonly diagnostics: readonly SyntaxDiagnostic[];
}

/**
 * Reads a JSON file as a body, by a schema: the same nodes as from native syntax, with ranges into the JSON text.
 * `"//"` properties of a body are its comments. The diagnostics are those of the JSON text, then those of the schema:
 * a property that it does not know, a missing label, a value of the wrong type, an argument that is missing or twice there.
 *
 * @example
 * readJsonBody(parseJson('{"source": {"null": {"a": {}}}}'), {
 *   blocks: { source: { labels: ["type", "name"], body: { attributes: "any" } } },
 * }).body.items[0] // { kind: "block", type: "source", labels: [ … "null", … "a" ], … }
 */
export function readJsonBody(file: ParsedJson, schema: JsonBodySchema): JsonBody {
  const { root, source } = file;
  const problems = new Problems();
  const body: Body =
    root?.kind === "json-object" || root?.kind === "json-array"
      ? new BodyReader(source.text, problems).body(root, schema)
      : { kind: "body", items: [], start: 0, end: source.text.length };
  return { body, diagnostics: [...file.diagnostics, ...toDiagnostics(problems, source)] };
}

class BodyReader {
  private readonly text: string;
  private readonly problems: Problems;

  constructor(text: string, problems: Problems) {
    this.text = text;
    this.problems = problems;
  }

  body(node: JsonNode, schema: JsonBodySchema): Body {
    const items: BodyItem[] = [];
    const names = new Set<string>();
    let comments: Comment[] = [];
    const push = (added: readonly BodyItem[]): void => {
      const [first, ...rest] = added;
      if (first === undefined) return;
      items.push(comments.length === 0 ? first : { ...first, leading: comments }, ...rest);
      comments = [];
    };
    for (const property of this.properties(node, undefined)) {
      const name = property.name.value;
      const block = own(schema.blocks, name);
      if (name === "//") comments.push(commentOf(property));
      else if (isArgument(schema, name)) push(this.argument(property, schema, names));
      else if (block !== undefined) push(this.blocks(property, block));
      else if (schema.attributes === "any") push(this.argument(property, schema, names));
      else this.problems.report("json-unknown-property", property.name.start, property.name.end, name);
    }
    this.checkRequired(node, schema, names);
    const { start, end } = node;
    const body: Body = { kind: "body", items, start, end };
    return comments.length === 0 ? body : { ...body, dangling: comments };
  }

  private argument(property: JsonProperty, schema: JsonBodySchema, names: Set<string>): readonly BodyItem[] {
    const name = property.name.value;
    if (names.has(name)) {
      this.problems.report("json-duplicate-argument", property.name.start, property.name.end, name);
      return [];
    }
    names.add(name);
    const known = schema.attributes === "any" ? undefined : own(schema.attributes, name);
    const value = jsonExpression(property.value, this.text, known?.strings ?? "template", this.problems);
    const attribute: Attribute = { kind: "attribute", name, value, start: property.start, end: property.end };
    return [attribute];
  }

  private checkRequired(node: JsonNode, schema: JsonBodySchema, names: ReadonlySet<string>): void {
    if (schema.attributes === undefined || schema.attributes === "any") return;
    for (const [name, attribute] of Object.entries(schema.attributes)) {
      if (attribute.required === true && !names.has(name)) {
        this.problems.report("json-missing-argument", node.end - 1, node.end, name);
      }
    }
  }

  /** One block, or several: a list stands for as many at any level. */
  private blocks(property: JsonProperty, schema: JsonBlockSchema): readonly Block[] {
    const found: Block[] = [];
    this.unpack(property, property.value, schema, [], found);
    return found;
  }

  private unpack(
    property: JsonProperty,
    node: JsonNode,
    schema: JsonBlockSchema,
    labels: readonly Label[],
    found: Block[],
  ): void {
    const labelName = schema.labels?.[labels.length];
    if (labelName !== undefined) {
      const properties = this.properties(node, labelName);
      if (properties.length === 0) {
        const subject = `${labelName} of ${property.name.value}`;
        this.problems.report("json-missing-label", node.start, node.end, subject);
      }
      for (const { name, value } of properties) {
        const label: Label = {
          kind: "label",
          value: name.value,
          quoted: true,
          start: name.start,
          end: name.end,
        };
        this.unpack(property, value, schema, [...labels, label], found);
      }
      return;
    }
    const type = property.name.value;
    const push = (content: JsonNode): void => {
      const body = this.body(content, schema.body);
      found.push({ kind: "block", type, labels, body, start: property.start, end: content.end });
    };
    if (node.kind === "json-object") push(node);
    else if (node.kind === "json-array") node.items.forEach(push);
    else if (node.kind !== "json-null") this.problems.report("json-block-type", node.start, node.end, type);
  }

  /** The properties of an object, or of all the objects of a list, in order. */
  private properties(node: JsonNode, labelName: string | undefined): readonly JsonProperty[] {
    if (node.kind === "json-null") return [];
    if (node.kind === "json-object") return node.properties;
    if (node.kind === "json-array") {
      return node.items.flatMap((item) => {
        if (item.kind === "json-object") return item.properties;
        this.wrongType(item, labelName);
        return [];
      });
    }
    this.wrongType(node, labelName);
    return [];
  }

  private wrongType(node: JsonNode, labelName: string | undefined): void {
    if (labelName === undefined) this.problems.report("json-body-type", node.start, node.end);
    else this.problems.report("json-label-type", node.start, node.end, labelName);
  }
}

function isArgument(schema: JsonBodySchema, name: string): boolean {
  return schema.attributes !== "any" && own(schema.attributes, name) !== undefined;
}

/** A property that the schema itself has: names in a file can be those that every object inherits. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function commentOf(property: JsonProperty): Comment {
  const { value, start, end } = property;
  const text = value.kind === "json-string" ? ` ${value.value}` : " ";
  return { kind: "comment", style: "//", text, start, end };
}
