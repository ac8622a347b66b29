import type { Call, Expression, ObjectExpression, ObjectItem } from "../nodes.js";
import type { SourceText } from "../source.js";
import { convert, ConversionError } from "./convert/conversion.js";
import { type EvaluationDiagnostic, type Range, rangeBetween, rangeOf } from "./diagnostic.js";
import { evaluate } from "./evaluate.js";
import type { Defaults } from "./defaults.js";
import {
  ANY,
  BOOL,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  setOf,
  STRING,
  tupleOf,
  type Type,
} from "./value/type.js";
import { quoted } from "./value/text-order.js";
import type { Value } from "./value/value.js";

export interface TypeOptions {
  /** The text that the expression was read from, for positions in messages. */
  readonly source?: SourceText | undefined;
  /** Whether `optional(type, default)` may have a default, as in the type of a variable. */
  readonly withDefaults?: boolean;
}

/** A type as an expression spells it. With diagnostics it is what could be read of it. */
export interface ReadType {
  readonly type: Type;
  /** What stands in for missing attributes; absent when nothing does. */
  readonly defaults: Defaults | undefined;
  readonly diagnostics: readonly EvaluationDiagnostic[];
}

/**
 * Reads a type constraint: `list(string)`, `object({ name = string, size = optional(number, 20) })`.
 *
 * @example readType(parseExpression("map(any)").expression).type // { kind: "map", element: { kind: "any" } }
 * @see https://github.com/hashicorp/hcl/blob/main/ext/typeexpr/README.md
 */
export function readType(expression: Expression, options: TypeOptions = {}): ReadType {
  const reader = new TypeReader(options);
  const { type, defaults } = reader.read(expression);
  return { type, defaults, diagnostics: reader.diagnostics };
}

interface Read {
  readonly type: Type;
  readonly defaults?: Defaults | undefined;
}

const PRIMITIVES: Readonly<Record<string, Type>> = { bool: BOOL, string: STRING, number: NUMBER, any: ANY };
const COLLECTIONS: Readonly<Record<string, (element: Type) => Type>> = {
  list: listOf,
  map: mapOf,
  set: setOf,
};

/** What each constructor takes. */
const NEEDS: Readonly<Record<string, string>> = {
  list: "specifying the element type",
  set: "specifying the element type",
  map: "specifying the element type",
  object: "specifying the attribute types and values as a map",
  tuple: "specifying the element types as a list",
};

class TypeReader {
  readonly diagnostics: EvaluationDiagnostic[] = [];
  private readonly options: TypeOptions;

  constructor(options: TypeOptions) {
    this.options = options;
  }

  read(node: Expression): Read {
    const word = keyword(node);
    if (word !== undefined) return this.word(word, node);
    if (node.kind === "call") return this.constructed(node);
    const detail =
      "A type specification is either a primitive type keyword (bool, number, string) or a complex type constructor call, like list(string).";
    return this.fail(detail, rangeOf(node));
  }

  private fail(detail: string, subject: Range | undefined, summary = "Invalid type specification"): Read {
    const { source } = this.options;
    this.diagnostics.push({
      severity: "error",
      summary,
      detail,
      ...(subject === undefined ? {} : { subject }),
      ...(source === undefined ? {} : { source }),
    });
    return { type: ANY };
  }

  private word(word: string, node: Expression): Read {
    const primitive = Object.hasOwn(PRIMITIVES, word) ? PRIMITIVES[word] : undefined;
    if (primitive !== undefined) return { type: primitive };
    if (Object.hasOwn(NEEDS, word)) {
      return this.fail(
        `The ${word} type constructor requires one argument ${NEEDS[word] ?? ""}.`,
        rangeOf(node),
      );
    }
    return this.fail(`The keyword ${quoted(word)} is not a valid type specification.`, rangeOf(node));
  }

  private constructed(node: Call): Read {
    const { name, arguments: args } = node;
    const inside = argumentsRange(node);
    if (Object.hasOwn(PRIMITIVES, name)) {
      const what = name === "any" ? "Type constraint" : "Primitive type";
      return this.fail(`${what} keyword ${quoted(name)} does not expect arguments.`, inside);
    }
    const [first, second] = args;
    if (Object.hasOwn(NEEDS, name) && (first === undefined || second !== undefined)) {
      const subject = second === undefined ? inside : rangeBetween(second, args.at(-1) ?? second);
      return this.fail(`The ${name} type constructor requires one argument ${NEEDS[name] ?? ""}.`, subject);
    }
    const collection = Object.hasOwn(COLLECTIONS, name) ? COLLECTIONS[name] : undefined;
    if (collection !== undefined && first !== undefined) {
      const element = this.read(first);
      const type = collection(element.type);
      return {
        type,
        defaults: element.defaults && { type, values: NONE, children: new Map([["", element.defaults]]) },
      };
    }
    if (name === "object" && first !== undefined) return this.object(first);
    if (name === "tuple" && first !== undefined) return this.tuple(first);
    if (name === "optional") {
      const detail = `Keyword ${quoted(name)} is valid only as a modifier for object type attributes.`;
      return this.fail(detail, nameRange(node));
    }
    return this.fail(`Keyword ${quoted(name)} is not a valid type constructor.`, rangeOf(node));
  }

  private tuple(node: Expression): Read {
    if (node.kind !== "tuple") {
      return this.fail("Tuple type constructor requires a list of element types.", rangeOf(node));
    }
    const elements = node.items.map((item) => this.read(item));
    const type = tupleOf(elements.map((element) => element.type));
    const children = elements.flatMap(({ defaults }, i) =>
      defaults === undefined ? [] : [[String(i), defaults] as const],
    );
    return {
      type,
      defaults: children.length === 0 ? undefined : { type, values: NONE, children: new Map(children) },
    };
  }

  private object(node: Expression): Read {
    if (node.kind !== "object") {
      const detail =
        "Object type constructor requires a map whose keys are attribute names and whose values are the corresponding attribute types.";
      return this.fail(detail, rangeOf(node));
    }
    return this.attributes(node);
  }

  private attributes(node: ObjectExpression): Read {
    const attributes = new Map<string, Type>();
    const optional = new Set<string>();
    const values = new Map<string, Value>();
    const children = new Map<string, Defaults>();
    for (const item of node.items) {
      const name = attributeName(item);
      if (name === undefined) {
        this.fail("Object constructor map keys must be attribute names.", rangeOf(item.key));
        continue;
      }
      if (attributes.has(name)) {
        this.fail("Object constructor map keys must be unique.", rangeOf(item.key));
        continue;
      }
      const attribute = this.attribute(item.value);
      if (attribute === undefined) continue;
      attributes.set(name, attribute.type);
      if (attribute.isOptional) optional.add(name);
      if (attribute.value !== undefined) values.set(name, attribute.value);
      if (attribute.defaults !== undefined) children.set(name, attribute.defaults);
    }
    const type = objectOf(attributes, optional);
    const isPlain = values.size === 0 && children.size === 0;
    return { type, defaults: isPlain ? undefined : { type, values, children } };
  }

  /** An attribute's type, with `optional(…)` around it or not; `undefined` when there is none. */
  private attribute(
    node: Expression,
  ): (Read & { readonly isOptional: boolean; readonly value: Value | undefined }) | undefined {
    if (node.kind !== "call" || node.name !== "optional") {
      return { ...this.read(node), isOptional: false, value: undefined };
    }
    const [inner, otherwise] = node.arguments;
    const inside = argumentsRange(node);
    if (inner === undefined) {
      this.fail("Optional attribute modifier requires the attribute type as its argument.", inside);
      return undefined;
    }
    const { withDefaults = false } = this.options;
    const most = withDefaults ? 2 : 1;
    const isTooMany = node.arguments.length > most;
    if (isTooMany) {
      const takes = withDefaults
        ? "at most two arguments: the attribute type, and a default value"
        : "only one argument: the attribute type";
      this.fail(`Optional attribute modifier expects ${takes}.`, inside);
    }
    const read = this.read(inner);
    if (otherwise === undefined || isTooMany) return { ...read, isOptional: !isTooMany, value: undefined };
    const value = this.defaultValue(otherwise, read.type);
    return { ...read, isOptional: true, value };
  }

  private defaultValue(node: Expression, type: Type): Value | undefined {
    const { source } = this.options;
    const { value, diagnostics } = evaluate(node, source === undefined ? {} : { source });
    this.diagnostics.push(...diagnostics);
    if (diagnostics.length > 0) return undefined;
    try {
      return convert(value, type);
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      const detail = `This default value is not compatible with the attribute's type constraint: ${error.message}.`;
      this.fail(detail, rangeOf(node), "Invalid default value for optional attribute");
      return undefined;
    }
  }
}

const NONE: ReadonlyMap<string, Value> = new Map();

/** The single word that an expression is. */
function keyword(node: Expression): string | undefined {
  if (node.kind === "variable") return node.name;
  if (node.kind === "bool") return String(node.value);
  return node.kind === "null" ? "null" : undefined;
}

function attributeName({ key }: ObjectItem): string | undefined {
  return key.kind === "object-key" ? key.name : keyword(key);
}

function nameRange({ start, name }: Call): Range | undefined {
  return start === undefined ? undefined : { start, end: start + name.length };
}

function argumentsRange(node: Call): Range | undefined {
  const name = nameRange(node);
  return name === undefined || node.end === undefined ? undefined : { start: name.end, end: node.end };
}
