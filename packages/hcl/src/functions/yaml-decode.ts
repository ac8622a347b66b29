import type { Document, Node, ParsedNode, Scalar, YAMLMap, YAMLParseError } from "yaml";
import { convert } from "../evaluate/convert/conversion.js";
import { HclNumber } from "../evaluate/value/number.js";
import { parseNumber } from "../evaluate/value/number-text.js";
import { ANY, friendlyName, STRING } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import { fromBase64 } from "./bytes.js";
import { FunctionError } from "./definition.js";
import { library } from "./libraries.js";
import { yamlTimestamp } from "./yaml-timestamp.js";

/** How Packer's reader words what the library calls by a code and a message; other failures keep the library's words. */
const MESSAGES: readonly (readonly [code: string, message: RegExp, atEnd: boolean, wording: string])[] = [
  ["TAB_AS_INDENT", /./, false, "found character that cannot start any token"],
  ["BAD_SCALAR_START", /./, false, "found character that cannot start any token"],
  ["MISSING_CHAR", /quote/, false, "found unexpected end of stream"],
  ["MISSING_CHAR", /\]/, true, "did not find expected ',' or ']'"],
  ["MISSING_CHAR", /\}/, true, "did not find expected node content"],
  ["BLOCK_AS_IMPLICIT_KEY", /Nested mappings/, false, "mapping values are not allowed in this context"],
];

function failure(text: string, { code, message }: Pick<YAMLParseError, "code" | "message">): FunctionError {
  const [first = ""] = message.split("\n");
  const known = MESSAGES.find(([wanted, pattern]) => wanted === code && pattern.test(message));
  if (known === undefined) return new FunctionError(first);
  const [, , atEnd, wording] = known;
  const lines = text.replace(/\n$/, "").split("\n").length;
  return new FunctionError(atEnd ? `on line ${lines}, column 1: ${wording}` : wording);
}

/** Values that aliases multiply beyond this are refused. */
const MOST_VALUES = 100_000;

/**
 * Reads a YAML document into a value: words as YAML 1.1 has them (`yes` is true), times as strings, numbers with all their
 * digits.
 */
export function yamlToValue(text: string): Value {
  const { parseAllDocuments } = library("yaml");
  const documents = parseAllDocuments(text === "" ? "\n" : text, {
    version: "1.1",
    schema: "failsafe",
    customTags: [],
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    prettyErrors: false,
  });
  const [first, second] = documents;
  // Nothing but comments and white space.
  if (/^(?:\s|#.*)*$/.test(text)) throw new FunctionError("on line 1, column 1: missing start of document");
  if (first === undefined) return Value.null(ANY);
  const [error] = first.errors;
  if (error !== undefined) throw failure(text, error);
  if (second !== undefined)
    throw new FunctionError(place(text, second.range[0], "unexpected extra content after value"));
  return new YamlReader(first, text).read();
}

function place(text: string, offset: number, message: string): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `on line ${line - 1}, column ${offset - before.lastIndexOf("\n")}: ${message}`;
}

class YamlReader {
  private count = 0;
  private readonly pending = new Set<Node>();
  private readonly document: Document.Parsed;

  private readonly text: string;

  constructor(document: Document.Parsed, text: string) {
    this.document = document;
    this.text = text;
  }

  read(): Value {
    return this.node(this.document.contents);
  }

  private node(node: ParsedNode | Node | null): Value {
    const { isAlias, isMap, isScalar, isSeq } = library("yaml");
    if (++this.count > MOST_VALUES) throw new FunctionError("the document has too many values");
    if (node === null) return Value.null(ANY);
    if (isAlias(node)) return this.alias(node.source, node.resolve(this.document));
    if (isScalar(node)) return scalarValue(node, this.text);
    this.pending.add(node);
    let value: Value;
    if (isMap(node)) value = this.mapping(node);
    else if (isSeq(node)) {
      checkTag(node.tag, "tag:yaml.org,2002:seq", "sequence");
      value = Value.tuple(node.items.map((item) => this.node(item as Node | null)));
    } else throw new FunctionError("unexpected parser event");
    this.pending.delete(node);
    return value;
  }

  private alias(name: string, target: Node | undefined): Value {
    if (target === undefined) throw new FunctionError(`reference to undefined anchor ${quoted(name)}`);
    if (this.pending.has(target)) {
      throw new FunctionError(`cannot refer to anchor ${quoted(name)} from inside its own definition`);
    }
    return this.node(target);
  }

  private mapping(map: YAMLMap): Value {
    const { isScalar } = library("yaml");
    checkTag(map.tag, "tag:yaml.org,2002:map", "mapping");
    const entries = new Map<string, Value>();
    for (const { key, value } of map.items) {
      const inner = value as Node | null;
      if (isScalar(key) && isMergeKey(key)) {
        for (const [name, merged] of merge(this.node(inner))) entries.set(name, merged);
        continue;
      }
      if (key !== null && !isScalar(key)) throw new FunctionError("only strings are allowed as mapping keys");
      const name = key === null ? Value.null(ANY) : scalarValue(key, this.text);
      if (name.isNull) throw new FunctionError("mapping key cannot be null");
      entries.set(convert(name, STRING).asString(), this.node(inner));
    }
    return Value.object(entries);
  }
}

function isMergeKey(key: Scalar): boolean {
  return (key.tag === undefined && key.value === "<<") || key.tag === "tag:yaml.org,2002:merge";
}

/** What a merged value adds to a mapping. */
function merge(value: Value): readonly (readonly [string, Value])[] {
  if (value.type.kind === "object") return [...value.entries()];
  throw new FunctionError(`cannot merge ${friendlyName(value.type)} into mapping`);
}

function checkTag(tag: string | undefined, wanted: string, what: string): void {
  if (tag === undefined || tag === wanted || tag === "!") return;
  throw new FunctionError(`can't interpret ${what} as ${tag}`);
}

const TAG = "tag:yaml.org,2002:";
const WORDS: ReadonlyMap<string, Value> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(
    (word) => [word, Value.TRUE] as const,
  ),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, Value.FALSE] as const,
  ),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, Value.null(ANY)] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(
    (word) => [word, Value.number(HclNumber.INFINITY)] as const,
  ),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Value.number(HclNumber.NEGATIVE_INFINITY)] as const),
]);

/** A scalar by its tag, or, without one, by what it looks like. */
function scalarValue(node: Scalar, source: string): Value {
  const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  const content = typeof node.value === "string" ? node.value : "";
  // The last line of a file may have no end; the library gives a block that it ends one.
  const isCut = isBlock && !source.endsWith("\n") && (node.range?.[1] ?? 0) >= source.length;
  const text = isCut ? content.replace(/\n$/, "") : content;
  const tag = node.tag === "!" ? `${TAG}str` : (node.tag ?? "");
  if (tag === "" && isQuoted) return Value.string(text);
  // Packer reads what a block holds first, and makes a string of that: 1.50 becomes 1.5.
  if (tag === "" && isBlock) return convert(plainValue(text), STRING);
  if (
    tag !== "" &&
    !["str", "bool", "int", "float", "null", "timestamp", "binary"].some((kind) => tag === TAG + kind)
  ) {
    throw new FunctionError(`unsupported tag ${quoted(tag)}`);
  }
  if (tag === "") return plainValue(text);
  return taggedValue(tag, text, isQuoted);
}

function plainValue(text: string): Value {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) throw new FunctionError("floating point NaN is not supported");
  const first = text.charAt(0);
  if (first === ".") {
    const number = parseNumber(text);
    if (number !== undefined) return Value.number(number);
  }
  if (/[0-9+-]/.test(first)) {
    const time = yamlTimestamp(text);
    if (time !== undefined) return Value.string(time);
    const number = parseNumber(text.replaceAll("_", ""));
    if (number !== undefined) return Value.number(number);
    if (/^-?0b/.test(text.replaceAll("_", ""))) return numberValue(text, `${TAG}int`);
  }
  return Value.string(text);
}

function taggedValue(tag: string, text: string, isQuoted: boolean): Value {
  const kind = tag.slice(TAG.length);
  const fail = (): FunctionError => new FunctionError(`cannot parse ${quoted(text)} as ${tag}`);
  if (kind === "str") return Value.string(text);
  if (kind === "binary") return binaryValue(tag, text);
  if (isQuoted) return Value.string(text);
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (kind === "null") return Value.null(ANY);
  if (kind === "int" || kind === "float") return numberValue(text, tag);
  const time = kind === "timestamp" ? yamlTimestamp(text) : undefined;
  if (time === undefined) throw fail();
  return Value.string(time);
}

function binaryValue(tag: string, text: string): Value {
  try {
    fromBase64(text);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new FunctionError(`cannot parse ${quoted(text)} as ${tag}: not valid base64`);
  }
  return Value.string(text);
}

function numberValue(text: string, tag: string): Value {
  const spelled = text.replaceAll("_", "");
  const number = parseNumber(spelled);
  if (number !== undefined) return Value.number(number);
  if (/^-?0(?:x[0-9a-fA-F]+|o[0-7]+|b[01]+)$/.test(spelled)) {
    const magnitude = BigInt(spelled.replace("-", ""));
    return Value.number(spelled.startsWith("-") ? -magnitude : magnitude);
  }
  throw new FunctionError(`cannot parse ${quoted(text)} as ${tag}`);
}
