import type { Attribute, Block, Body, Expression } from "@packwright/hcl/nodes";
import type { Options } from "../blocks/component-use.js";
import { DynamicBlocks, type Repetition } from "../blocks/dynamic-blocks.js";
import { unknownOption } from "../checks/check-value.js";
import { bodiesOf, holdsDynamic } from "./json-blocks.js";
import { optionIndex } from "../checks/option-index.js";
import type { ExprBase, Scope } from "../expressions/expr.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import { typeOfSchema } from "../variables/schema-type.js";
import type { BlockDefinitions, ComponentDefinition } from "../plugin/component.js";
import type { ContextName, Place } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import { join, readBody } from "./read-body.js";
import type { Reading } from "./reading.js";

/** Options of Packer's own beside those of a component, and what an expression in them can refer to. */
export type ContextOf = (option: string) => ContextName;

const DYNAMIC = {
  attributes: ["for_each", "iterator", "labels"],
  required: ["for_each"],
  blocks: { content: [] },
} as const;

/** Reads the body of a component's block, or of one nested in it, as the options that a program would have given. */
export class OptionReader {
  readonly #reading: Reading;
  readonly #expressions: ExpressionReader;

  constructor(reading: Reading, expressions: ExpressionReader) {
    this.#reading = reading;
    this.#expressions = expressions;
  }

  read(body: Body, definition: ComponentDefinition, place: Place, contextOf: ContextOf): Options {
    return this.#body(body, definition, definition.blocks, place, contextOf, "");
  }

  /** `for_each` and `iterator` of a `dynamic` block, and the block with what it repeats. */
  repetition(
    block: Block,
    place: Place,
  ):
    | {
        readonly repetition: Repetition;
        readonly content: Block;
        readonly inner: Place;
        readonly labels?: Expression;
      }
    | undefined {
    const { attributes, blocks } = readBody(this.#reading, place.file, block.body, DYNAMIC, place.path);
    const forEach = attributes.get("for_each");
    const [content, ...more] = blocks;
    if (content === undefined || more.length > 0) {
      this.#reading.report(place.file, more[0] ?? block, {
        code: content === undefined ? "missing-argument" : "duplicate-name",
        summary: content === undefined ? "content is missing" : "a dynamic block has one content",
        detail: "Write content { … } with what each of the blocks holds.",
        path: place.path,
      });
    }
    if (forEach === undefined || content === undefined) return undefined;
    const iterator = this.#iterator(attributes.get("iterator"), place) ?? block.labels[0]?.value ?? "";
    const labels = attributes.get("labels")?.value;
    return {
      repetition: {
        forEach: this.#expressions.written(forEach.value, { ...place, path: `${place.path}.for_each` }),
        iterator,
      },
      content,
      inner: { ...place, bound: [...(place.bound ?? []), iterator] },
      ...(labels === undefined ? {} : { labels }),
    };
  }

  #iterator(attribute: Attribute | undefined, place: Place): string | undefined {
    if (attribute === undefined) return undefined;
    const { value } = attribute;
    if (value.kind === "variable") return value.name;
    if (value.kind === "string" && place.file.isJson) return value.value;
    this.#reading.report(place.file, value, {
      code: "invalid-value",
      summary: "iterator has to be a name",
      detail: "Write iterator = item, without quotes, and item.value in the content.",
      path: `${place.path}.iterator`,
    });
    return undefined;
  }

  #body(
    body: Body,
    definition: ComponentDefinition,
    blocks: BlockDefinitions | undefined,
    place: Place,
    contextOf: ContextOf,
    inside: string,
  ): Options {
    const options: Record<string, unknown> = {};
    for (const item of body.items) {
      const isDynamic = item.kind === "block" && item.type === "dynamic";
      const name =
        item.kind === "attribute" ? item.name : isDynamic ? (item.labels[0]?.value ?? "") : item.type;
      const path = join(place.path, name);
      const nested = own(blocks, name);
      const inner: Place = { ...place, path, context: inside === "" ? contextOf(name) : place.context };
      if (item.kind === "attribute") {
        if (nested === undefined) options[name] = this.#argument(item, definition, inner);
        else if (place.file.isJson && holdsDynamic(item.value)) {
          for (const each of bodiesOf(item.value) ?? [])
            add(
              options,
              name,
              this.#body(each, definition, nested.blocks, inner, contextOf, name),
              nested.many,
            );
        } else if (place.file.isJson)
          options[name] = blocksOf(this.#expressions.value(item.value, inner), nested);
        else
          this.#refuse(item, `${name} is a block, not an argument`, `Write ${name} { … }, without =.`, inner);
      } else if (nested === undefined) {
        if (this.#isOption(definition, name, inside))
          this.#refuse(item, `${name} is an argument, not a block`, `Write ${name} = ….`, inner);
        else this.#unknown(item, definition, name, blocks, inner, inside);
      } else if (!isDynamic && item.labels.length > 0) {
        this.#reading.report(place.file, item.labels[0] ?? item, {
          code: "bad-label",
          summary: `${name} has no labels, and this is one`,
          detail: `Write ${name} { … }.`,
          path,
        });
      } else {
        const read = (content: Body, within: Place): Options =>
          this.#body(content, definition, nested.blocks, within, contextOf, name);
        const value = isDynamic ? this.#dynamic(item, inner, read) : read(item.body, inner);
        if (value !== undefined) add(options, name, value, nested.many);
      }
    }
    return options;
  }

  #dynamic(
    block: Block,
    place: Place,
    read: (content: Body, place: Place) => Options,
  ): DynamicBlocks | undefined {
    const found = this.repetition(block, place);
    return found && new DynamicBlocks(found.repetition, read(found.content.body, found.inner));
  }

  /** Where a list belongs, legacy templates may have its only item. */
  #argument({ name, value }: Attribute, definition: ComponentDefinition, place: Place): unknown {
    const read = this.#expressions.value(value, place);
    if (!place.file.isLegacy || Array.isArray(read) || read === null) return read;
    const schema = optionIndex(definition).options.get(name)?.schema;
    if (schema === undefined || typeOfSchema(schema).type.kind !== "list") return read;
    return isExpr(read) && !isText(read) ? read : [read];
  }

  #isOption(definition: ComponentDefinition, name: string, inside: string): boolean {
    return inside === "" && optionIndex(definition).options.has(name);
  }

  #unknown(
    block: Block,
    definition: ComponentDefinition,
    name: string,
    blocks: BlockDefinitions | undefined,
    place: Place,
    inside: string,
  ): void {
    const known = inside === "" ? [...optionIndex(definition).options.keys()] : Object.keys(blocks ?? {});
    const { detail } = unknownOption(name, known, []);
    this.#reading.report(place.file, block, {
      code: "unknown-block",
      summary: `there is no block ${name} here`,
      detail,
      path: place.path,
    });
  }

  #refuse(item: Attribute | Block, summary: string, detail: string, place: Place): void {
    const code = item.kind === "block" ? "unknown-block" : "unknown-argument";
    this.#reading.report(place.file, item, { code, summary, detail, path: place.path });
  }
}

function isText(value: ExprBase<unknown, Scope>): boolean {
  const { kind } = stateOf(value).type;
  return kind === "string" || kind === "number" || kind === "bool";
}

/** In JSON a nested block is an object, and several are a list of objects. */
function blocksOf(value: unknown, { many, blocks }: BlockDefinitions[string]): unknown {
  if (value === null || isExpr(value)) return value ?? undefined;
  const all = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((entry) => {
    if (typeof entry !== "object" || entry === null || isExpr(entry)) return entry;
    return Object.fromEntries(
      Object.entries(entry).map(([name, inner]: [string, unknown]) => {
        const nested = own(blocks, name);
        return [name, nested === undefined ? inner : blocksOf(inner, nested)];
      }),
    );
  });
  return many || all.length !== 1 ? all : all[0];
}

function add(options: Record<string, unknown>, name: string, value: unknown, many: boolean): void {
  const before = options[name];
  if (before === undefined) options[name] = many ? [value] : value;
  else options[name] = [...(Array.isArray(before) ? (before as readonly unknown[]) : [before]), value];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The nested blocks that the bodies of a component have that nobody described: each of them may be there again. */
export function blocksIn(bodies: readonly Body[]): BlockDefinitions {
  const found = new Map<string, Body[]>();
  for (const body of bodies) {
    for (const item of body.items) {
      if (item.kind !== "block") continue;
      const isDynamic = item.type === "dynamic";
      const name = isDynamic ? item.labels[0]?.value : item.type;
      if (name === undefined) continue;
      const contents = isDynamic
        ? item.body.items.flatMap((inner) =>
            inner.kind === "block" && inner.type === "content" ? [inner.body] : [],
          )
        : [item.body];
      found.set(name, [...(found.get(name) ?? []), ...contents]);
    }
  }
  return Object.fromEntries(
    [...found].map(([name, contents]) => [name, { many: true, blocks: blocksIn(contents) }]),
  );
}
