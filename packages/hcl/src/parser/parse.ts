import { type Decoded, decodeBytes, decodedText } from "../lexer/decode.js";
import { lexConfig, lexTemplate } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import { EOF } from "../lexer/token-kind.js";
import type { Tokens } from "../lexer/tokens.js";
import type { Body, Expression } from "../nodes.js";
import { SourceText } from "../source.js";
import { readBody } from "./body.js";
import { type SyntaxDiagnostic, toDiagnostics } from "./diagnostic.js";
import { describeToken } from "./describe.js";
import { readExpression, readTemplate } from "./expression.js";
import { ParserState } from "./state.js";

export interface ParseOptions {
  /** The name of the file, for messages. */
  readonly file?: string;
}

/** A configuration file as it was read. A file with errors has the tree of what could be read. */
export interface ParsedFile {
  readonly body: Body;
  readonly diagnostics: readonly SyntaxDiagnostic[];
  readonly source: SourceText;
}

/** An expression as it was read; `expression` is absent when nothing of it could be. */
export interface ParsedExpression {
  readonly expression: Expression | undefined;
  readonly diagnostics: readonly SyntaxDiagnostic[];
  readonly source: SourceText;
}

/**
 * Reads a configuration in HCL's native syntax: text, or a file's bytes.
 *
 * It never throws. A file is valid exactly when HCL 2.24 accepts it; otherwise `diagnostics` tells every error in it.
 *
 * @example
 * const { body, diagnostics } = parse('name = "web"\n', { file: "main.pkr.hcl" });
 * // body.items[0] → { kind: "attribute", name: "name", value: { kind: "string", value: "web", … }, … }
 * @see https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parse(input: string | Uint8Array, options: ParseOptions = {}): ParsedFile {
  const { decoded, source } = open(input, options, lexConfig);
  return parseTokens(source, decoded, new Problems()).file;
}

/** What `parse` returns together with the tokens that it was read from. */
export function parseTokens(
  source: SourceText,
  decoded: Decoded,
  problems: Problems,
): { readonly file: ParsedFile; readonly tokens: Tokens } {
  const tokens = lexConfig(decoded, problems);
  const body = readBody(new ParserState(tokens, problems, true));
  return { file: { body, diagnostics: toDiagnostics(problems, source), source }, tokens };
}

/**
 * Reads a single expression; newlines in it do not count, as if it stood in parentheses.
 *
 * @example parseExpression("var.a + 1").expression?.kind // "binary"
 */
export function parseExpression(input: string | Uint8Array, options: ParseOptions = {}): ParsedExpression {
  const { decoded, source } = open(input, options, lexConfig);
  const problems = new Problems();
  const p = new ParserState(lexConfig(decoded, problems), problems, false);
  const expression = readExpression(p);
  if (expression !== undefined && p.kind !== EOF) {
    problems.report("extra-after-expression", p.startOf(p.index), p.endOf(p.index), describeToken(p));
  }
  return { expression, diagnostics: toDiagnostics(problems, source), source };
}

/**
 * Reads a bare template: the text of a template file, or of a string in HCL's JSON syntax. There is nothing to
 * escape in it but `$${` and `%%{`. Without sequences it is a string, otherwise a template.
 *
 * @example parseTemplate("Hello, ${name}!").expression?.kind // "template"
 */
export function parseTemplate(input: string | Uint8Array, options: ParseOptions = {}): ParsedExpression {
  const { decoded, source } = open(input, options, lexTemplate);
  const problems = new Problems();
  const expression = readTemplate(new ParserState(lexTemplate(decoded, problems), problems, true));
  return { expression, diagnostics: toDiagnostics(problems, source), source };
}

/** The input as text, and as a source that tells places in it. */
export function open(
  input: string | Uint8Array,
  options: ParseOptions,
  lex: (source: Decoded, problems: Problems) => Tokens,
): { readonly decoded: Decoded; readonly source: SourceText } {
  const decoded = typeof input === "string" ? decodedText(input) : decodeBytes(input);
  const original = typeof input === "string" ? undefined : input;
  const source = new SourceText(decoded, options.file, (text) => lex(text, new Problems()), original);
  return { decoded, source };
}
