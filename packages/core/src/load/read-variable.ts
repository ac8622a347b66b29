import type { Attribute, Block } from "@packwright/hcl/nodes";
import type { Validation, VariableBlock } from "../blocks/declaration.js";
import { ANY } from "../expressions/value-type.js";
import { typeOfValue } from "../expressions/type-of-value.js";
import { commentOf } from "./comment-of.js";
import type { Place } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import { misfitsOf } from "./fits-type.js";
import type { LiteralReader } from "./literals.js";
import { readBody } from "./read-body.js";
import { readType } from "./read-type.js";
import type { Reading } from "./reading.js";
import type { SourceFile } from "./source-file.js";
import { refersTo } from "./traversal.js";

const VARIABLE = {
  attributes: ["type", "default", "description", "sensitive"],
  blocks: { validation: [] },
} as const;

const VALIDATION = {
  attributes: ["condition", "error_message"],
  required: ["condition", "error_message"],
  blocks: {},
} as const;

/** Reads `variable` blocks, and the entries of `variables`. */
export class VariableReader {
  readonly #reading: Reading;
  readonly #expressions: ExpressionReader;
  readonly #literals: LiteralReader;

  constructor(reading: Reading, expressions: ExpressionReader, literals: LiteralReader) {
    this.#reading = reading;
    this.#expressions = expressions;
    this.#literals = literals;
  }

  /** `variable "name" { … }` */
  block(file: SourceFile, block: Block): VariableBlock {
    const name = block.labels[0]?.value ?? "";
    const path = `variable.${name}`;
    const { attributes, blocks } = readBody(this.#reading, file, block.body, VARIABLE, path);
    const place = (argument: string): Place => ({ file, path: `${path}.${argument}`, context: "literal" });
    const typeNode = attributes.get("type");
    const fallback = this.#default(attributes.get("default"), file, path);
    const description = this.#literals.text(attributes.get("description"), place("description"));
    const type =
      typeNode === undefined
        ? typeOfDefault(fallback)
        : readType(this.#reading, typeNode.value, place("type"));
    return {
      kind: "variable",
      name,
      type,
      ...(typeNode === undefined ? { isUntyped: true } : {}),
      ...(description === undefined ? {} : { description }),
      ...(fallback === undefined ? {} : { default: fallback }),
      attributeDefaults: [],
      sensitive: this.#literals.flag(attributes.get("sensitive"), place("sensitive")),
      ...commentOf(block, file),
      validations: blocks.flatMap((validation, at) =>
        this.#validation(file, validation, name, `${path}.validation[${String(at)}]`),
      ),
      unsupported: [],
      unwritten: [],
      reject: (value) => misfitsOf(value, type),
      site: file.site(block),
    };
  }

  /** `name = default` of a `variables` block. */
  entry(file: SourceFile, entry: Attribute): VariableBlock {
    const fallback = this.#default(entry, file, `variable.${entry.name}`);
    const type = typeOfDefault(fallback);
    return {
      kind: "variable",
      name: entry.name,
      type,
      isUntyped: true,
      ...(fallback === undefined ? {} : { default: fallback }),
      attributeDefaults: [],
      sensitive: false,
      ...commentOf(entry, file),
      validations: [],
      unsupported: [],
      unwritten: [],
      reject: (value) => misfitsOf(value, type),
      site: file.site(entry),
    };
  }

  #default(
    attribute: Attribute | undefined,
    file: SourceFile,
    path: string,
  ): { readonly value: unknown } | undefined {
    if (attribute === undefined) return undefined;
    const place: Place = { file, path: `${path}.default`, context: "default" };
    return { value: this.#expressions.value(attribute.value, place) };
  }

  #validation(file: SourceFile, block: Block, self: string, path: string): readonly Validation[] {
    const { attributes } = readBody(this.#reading, file, block.body, VALIDATION, path);
    const condition = attributes.get("condition");
    const message = attributes.get("error_message");
    const place: Place = { file, path: `${path}.error_message`, context: "literal" };
    const text = this.#literals.text(message, place);
    if (condition === undefined) return [];
    const written = this.#expressions.written(condition.value, {
      file,
      path: `${path}.condition`,
      context: "validation",
      self,
    });
    if (!refersTo(condition.value, "var", self)) {
      this.#reading.report(file, condition.value, {
        code: "invalid-value",
        summary: `the condition does not look at var.${self}`,
        detail: "Packer refuses a validation that asks nothing of its variable.",
        path: `${path}.condition`,
      });
    }
    return text === undefined ? [] : [{ condition: written, error_message: text, site: file.site(block) }];
  }
}

/** Without a type of its own a variable keeps that of its default, unless that is empty. */
function typeOfDefault(fallback: { readonly value: unknown } | undefined): VariableBlock["type"] {
  const value = fallback?.value;
  if (value === undefined || value === null) return ANY;
  if (typeof value === "object" && Object.keys(value).length === 0) return ANY;
  return typeOfValue(value);
}
