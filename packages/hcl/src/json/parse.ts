import { type Decoded, decodeBytes, decodedText } from "../lexer/decode.js";
import { Problems } from "../lexer/problems.js";
import { IDENT } from "../lexer/token-kind.js";
import { Tokens } from "../lexer/tokens.js";
import { type SyntaxDiagnostic, toDiagnostics } from "../parser/diagnostic.js";
import { isNumber } from "../parser/numbers.js";
import type { ParseOptions } from "../parser/parse.js";
import { SourceText } from "../source.js";
import type { JsonNode, JsonProperty, JsonStringNode } from "./parse-node.js";
import {
  decodeJsonString,
  JSON_EOF,
  JSON_INVALID,
  JSON_KEYWORD,
  JSON_NUMBER,
  JSON_STRING,
  JsonScanner,
} from "./parse-scan.js";

/** A file in HCL's JSON syntax as it was read. */
export interface ParsedJson {
  /** The root; `undefined` when there is nothing that could be one. */
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly SyntaxDiagnostic[];
  readonly source: SourceText;
}

/**
 * Reads a file in HCL's JSON syntax as a tree of JSON values with their places. Only a schema tells blocks from
 * arguments in it: `readJsonBody` reads the tree by one.
 *
 * It never throws. Properties keep their order, those that are there twice too. The root has to be an object or a list.
 *
 * @example parseJson('{"a": 1}').root // { kind: "json-object", properties: [ … ], start: 0, end: 8 }
 * @see https://github.com/hashicorp/hcl/blob/main/json/spec.md
 */
export function parseJson(input: string | Uint8Array, options: ParseOptions = {}): ParsedJson {
  const decoded: Decoded = typeof input === "string" ? decodedText(input) : decodeBytes(input);
  const original = typeof input === "string" ? undefined : input;
  const source = new SourceText(decoded, options.file, piecesOf, original);
  const problems = new Problems();
  const broken = new Set(decoded.broken);
  const reader = new JsonReader(new JsonScanner(decoded.text, (at) => broken.has(at)), problems);
  const root = reader.read();
  if (!problems.any && root?.kind !== "json-object" && root?.kind !== "json-array") {
    problems.report("json-root", root?.start ?? 0, root?.end ?? 0);
  }
  return { root, diagnostics: toDiagnostics(problems, source), source };
}

/**
 * A JSON text cut where HCL's columns are counted anew: at its tokens, and behind every quote and backslash in a string,
 * with which no mark combines.
 */
function piecesOf({ text, broken }: Decoded): Tokens {
  const tokens = new Tokens(text);
  const isBroken = new Set(broken);
  const scanner = new JsonScanner(text, (at) => isBroken.has(at));
  while (scanner.kind !== JSON_EOF) {
    let from = scanner.start;
    for (let at = from; scanner.kind === JSON_STRING && at < scanner.end; at++) {
      const code = text.charCodeAt(at);
      if (code !== 34 && code !== 92) continue;
      tokens.push(IDENT, from, at + 1);
      from = at + 1;
    }
    if (from < scanner.end) tokens.push(IDENT, from, scanner.end);
    scanner.advance();
  }
  return tokens;
}

/** A bracket that is open, and what it holds so far; nothing is made for what holds nothing yet. */
type Open =
  | { readonly kind: "list"; readonly start: number; items: JsonNode[] | undefined }
  | {
      readonly kind: "object";
      readonly start: number;
      properties: JsonProperty[] | undefined;
      /** The name of the property whose value comes next. */
      name: JsonStringNode | undefined;
    };

const CLOSER = { list: "]", object: "}" } as const;

/** A first item makes a list of one: the engine makes room for many behind the first that is pushed. */
function added<T>(items: T[] | undefined, item: T): T[] {
  if (items === undefined) return [item];
  items.push(item);
  return items;
}

/** Reads values with a stack of its own, so that no nesting exhausts the call stack. */
class JsonReader {
  private readonly scanner: JsonScanner;
  private readonly problems: Problems;
  private readonly stack: Open[] = [];
  /** Whether the scanner met what it cannot read, and stopped. */
  private isCut = false;

  constructor(scanner: JsonScanner, problems: Problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  read(): JsonNode | undefined {
    const { scanner } = this;
    let value = this.readValue();
    for (;;) {
      const open = this.stack.at(-1);
      if (open === undefined) {
        if (scanner.kind !== JSON_EOF) this.fail("json-extra");
        return value;
      }
      value = value === undefined ? this.goOn(open) : this.place(open, value);
    }
  }

  private fail(code: "json-extra" | "json-value" | "json-key" | "json-colon" | "json-comma"): void {
    const { scanner } = this;
    const found = scanner.kind === JSON_EOF ? "the end of the file" : scanner.token.slice(0, 24);
    this.problems.report(code, scanner.start, scanner.end, found);
  }

  /** A value at hand, or `undefined` when a bracket was opened instead, or there was none. */
  private readValue(): JsonNode | undefined {
    const { scanner } = this;
    const { start, end } = scanner;
    switch (scanner.kind) {
      case "{":
      case "[":
        this.stack.push(
          scanner.kind === "["
            ? { kind: "list", start, items: undefined }
            : { kind: "object", start, properties: undefined, name: undefined },
        );
        scanner.advance();
        return undefined;
      case JSON_STRING:
        return this.readString();
      case JSON_NUMBER: {
        const text = scanner.token;
        const isJson =
          /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) && isNumber(text.replace("-", ""));
        if (!isJson) this.problems.report("json-number", start, end, text.slice(0, 24));
        scanner.advance();
        return { kind: "json-number", text, start, end };
      }
      case JSON_KEYWORD: {
        const text = scanner.token;
        scanner.advance();
        if (text === "true" || text === "false")
          return { kind: "json-bool", value: text === "true", start, end };
        if (text !== "null") this.problems.report("json-keyword", start, end, text.slice(0, 24));
        return { kind: "json-null", start, end };
      }
      default:
        this.fail("json-value");
        return undefined;
    }
  }

  private readString(): JsonStringNode {
    const { scanner } = this;
    const { start, end } = scanner;
    const value = decodeJsonString(scanner.token);
    if (value === undefined) this.problems.report("json-string", start, end);
    scanner.advance();
    return { kind: "json-string", value: value ?? "", start, end };
  }

  /** Inside an open bracket, where its next item or its end is expected. */
  private goOn(open: Open): JsonNode | undefined {
    const { scanner } = this;
    const isEmpty = (open.kind === "list" ? open.items : open.properties) === undefined;
    if (scanner.kind === CLOSER[open.kind] && isEmpty) return this.close(open);
    if (open.kind === "list") {
      const depth = this.stack.length;
      const value = this.readValue();
      if (value === undefined && this.stack.length === depth) return this.recover(open);
      return value;
    }
    if (scanner.kind !== JSON_STRING) {
      this.fail("json-key");
      return this.recover(open);
    }
    open.name = this.readString();
    if (!this.isAt(":")) {
      this.fail("json-colon");
      return this.recover(open);
    }
    scanner.advance();
    const depth = this.stack.length;
    const value = this.readValue();
    if (value === undefined && this.stack.length === depth) return this.recover(open);
    return value;
  }

  /** Puts a finished value into the bracket around it and goes on behind it. */
  private place(open: Open, value: JsonNode): JsonNode | undefined {
    const { scanner } = this;
    if (open.kind === "list") {
      open.items = added(open.items, value);
    } else if (open.name !== undefined) {
      const { name } = open;
      const property = { kind: "json-property", name, value, start: name.start, end: value.end } as const;
      open.properties = added(open.properties, property);
      open.name = undefined;
    }
    const closer = CLOSER[open.kind];
    if (scanner.kind === closer) return this.close(open);
    if (scanner.kind !== ",") {
      if (scanner.kind === JSON_EOF) this.reportUnclosed(open);
      else this.fail("json-comma");
      return this.recover(open);
    }
    const comma = scanner.start;
    scanner.advance();
    if (this.isAt(closer)) {
      this.problems.report(
        "json-trailing-comma",
        comma,
        comma + 1,
        open.kind === "list" ? "item" : "property",
      );
      return this.close(open);
    }
    return undefined;
  }

  private isAt(kind: string): boolean {
    return this.scanner.kind === kind;
  }

  private reportUnclosed(open: Open): void {
    // Behind a character that cannot be read, nothing says that a bracket is not closed.
    if (this.isCut) return;
    this.problems.report("json-unclosed", open.start, open.start + 1, open.kind);
  }

  private close(open: Open): JsonNode {
    const { start } = open;
    const { end } = this.scanner;
    if (this.scanner.kind !== JSON_EOF) this.scanner.advance();
    this.stack.pop();
    return open.kind === "list"
      ? { kind: "json-array", items: open.items ?? [], start, end }
      : { kind: "json-object", properties: open.properties ?? [], start, end };
  }

  /** After an error: goes on behind the next comma of this bracket, or with its end. */
  private recover(open: Open): JsonNode | undefined {
    const { scanner } = this;
    if (open.kind === "object") open.name = undefined;
    let nest = 0;
    while (scanner.kind !== JSON_EOF && scanner.kind !== JSON_INVALID) {
      if (scanner.kind === "{" || scanner.kind === "[") {
        nest++;
      } else if (scanner.kind === "}" || scanner.kind === "]") {
        if (nest === 0) return this.close(open);
        nest--;
      } else if (scanner.kind === "," && nest === 0) {
        scanner.advance();
        return this.isAt("}") || this.isAt("]") ? this.close(open) : undefined;
      }
      scanner.advance();
    }
    if (scanner.kind === JSON_EOF) this.reportUnclosed(open);
    else this.isCut = true;
    while (scanner.kind !== JSON_EOF) scanner.advance();
    if (this.problems.isFull) {
      // A tree of brackets without end would be as large as a hundred such files, and tell nobody anything.
      this.stack.length = 0;
      return undefined;
    }
    return this.close(open);
  }
}
