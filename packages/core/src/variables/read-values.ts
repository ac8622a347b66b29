import { parse, parseExpression, parseJson, type SourceText, type SyntaxDiagnostic } from "@packwright/hcl";
import type { VariableBlock } from "../blocks/declaration.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { TemplateError } from "../diagnostics/template-error.js";
import { stateOf } from "../expressions/expr-value.js";
import { asSchemaTakes, checkAgainstSchema } from "./values/check-value.js";
import { convertValue } from "./values/convert.js";
import { placeOf, readJsonLiteral, readLiteral, type Located, type ReadValue } from "./values/literal.js";
import type { OnProblem, ValueProblem } from "./values/problem.js";
import type { AnyVariable, Variable } from "./variable.js";

/** Values for variables that were read from a file or an environment. */
export interface ReadValues {
  /** Every problem: what cannot be read, what is no variable (a warning), what a schema refuses. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there is a value for the variable. */
  has(variable: AnyVariable): boolean;
  /**
   * The value for the variable, as its schema takes it; `undefined` when there is none.
   *
   * @throws TemplateError with every diagnostic, when one of them is an error
   */
  get<T>(variable: Variable<T>): T | undefined;
}

/**
 * Reads a var file: HCL, or JSON when `file` ends in `.json`. Its values are converted as Packer does it and checked
 * against the schemas of the variables. They have to be literals: nothing is worked out.
 *
 * @example
 * const values = parseVarFile('region = "us"\n', [region], { file: "prod.pkrvars.hcl" });
 * values.get(region)   // "us"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables#variable-definitions-pkrvars-hcl-and-auto-pkrvars-hcl-files
 */
export function parseVarFile(
  text: string,
  variables: readonly AnyVariable[],
  { file = "values.pkrvars.hcl" }: { readonly file?: string } = {},
): ReadValues {
  const reader = new ValueReader(variables);
  if (file.endsWith(".json")) readJson(text, file, reader);
  else readNative(text, file, reader);
  return reader;
}

/**
 * The same for a file on disk, `*.pkrvars.hcl` or `*.pkrvars.json`.
 *
 * @throws the error of the file system when there is no such file
 */
export async function readVarFile(path: string, variables: readonly AnyVariable[]): Promise<ReadValues> {
  const { readFile } = await import("node:fs/promises");
  return parseVarFile(await readFile(path, "utf8"), variables, { file: path });
}

/**
 * Reads the variables that an environment gives values: `PKR_VAR_region`. As for Packer, the text is the value of a
 * variable that is text, a number or of any type, and an expression of HCL for all others. Other names are passed over.
 *
 * @example readEnvironment(process.env, [region]).get(region)
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables#environment-variables
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly AnyVariable[],
): ReadValues {
  const reader = new ValueReader(variables);
  for (const variable of reader.variables) {
    const name = `PKR_VAR_${variable.name}`;
    const text = environment[name];
    if (text === undefined) continue;
    const { kind } = variable.type;
    if (kind === "string" || kind === "number" || kind === "any") {
      reader.take(variable, { value: text, at: {}, parts: new Map() }, [], () => undefined, name);
      continue;
    }
    const { expression, diagnostics, source } = parseExpression(text, { file: name });
    reader.addSyntax(diagnostics, source, name);
    if (expression === undefined || diagnostics.length > 0) continue;
    const problems: ValueProblem[] = [];
    const read = readLiteral(expression, (problem) => problems.push(problem));
    reader.take(variable, read, problems, placesIn(source, name), name);
  }
  return reader;
}

function readNative(text: string, file: string, reader: ValueReader): void {
  const { body, diagnostics, source } = parse(text, { file });
  reader.addSyntax(diagnostics, source, file);
  const place = placesIn(source, file);
  const seen = new Set<string>();
  for (const item of body.items) {
    if (item.kind === "block") {
      reader.add({
        severity: "error",
        code: "unknown-block",
        summary: `a var file holds values only, and this is a block ${item.type}`,
        detail: "Move it to a template.",
        path: item.type,
        ...place(item),
      });
      continue;
    }
    // The parser has said that it is there twice.
    if (seen.has(item.name)) continue;
    seen.add(item.name);
    const variable = reader.declared(item.name, place(item));
    const problems: ValueProblem[] = [];
    const read = readLiteral(item.value, (problem) => problems.push(problem));
    if (variable !== undefined) reader.take(variable, read, problems, place, item.name);
  }
}

function readJson(text: string, file: string, reader: ValueReader): void {
  const { root, diagnostics, source } = parseJson(text, { file });
  reader.addSyntax(diagnostics, source, file);
  const place = placesIn(source, file);
  if (root?.kind === "json-array") {
    reader.add({
      severity: "error",
      code: "invalid-value",
      summary: "a var file is an object of values, and this is a list",
      path: file,
      ...place(root),
    });
  }
  if (root?.kind !== "json-object") return;
  for (const property of root.properties) {
    const name = property.name.value;
    // A comment, as in every file of Packer's.
    if (name === "//") continue;
    const variable = reader.declared(name, place(property));
    if (variable !== undefined) reader.take(variable, readJsonLiteral(property.value), [], place, name);
  }
}

/** The place of a part of a file, as a diagnostic has it. */
type PlaceOf = (part: Located) => Pick<Diagnostic, "position"> | undefined;

function placesIn(source: SourceText, file: string): PlaceOf {
  return ({ start = 0 }) => {
    const { line, column } = source.position(start);
    return { position: { file, line, column } };
  };
}

class ValueReader implements ReadValues {
  readonly diagnostics: Diagnostic[] = [];
  readonly variables: readonly VariableBlock[];
  readonly #values = new Map<VariableBlock, unknown>();

  constructor(variables: readonly AnyVariable[]) {
    this.variables = variables.map((variable) => blockOf(variable));
  }

  has(variable: AnyVariable): boolean {
    return this.#values.has(blockOf(variable));
  }

  get<T>(variable: Variable<T>): T | undefined {
    if (this.diagnostics.some(({ severity }) => severity === "error")) {
      throw new TemplateError(this.diagnostics, "what was read");
    }
    // The schema of the variable, whose output T is, has accepted it.
    return this.#values.get(blockOf(variable)) as T | undefined;
  }

  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }

  addSyntax(problems: readonly SyntaxDiagnostic[], source: SourceText, path: string): void {
    for (const { summary, detail, start } of problems) {
      this.add({
        severity: "error",
        code: "syntax-error",
        summary,
        detail,
        path,
        ...placesIn(source, path)({ start }),
      });
    }
  }

  /** The variable of a name; one that nobody has declared gets the warning that Packer gives. */
  declared(name: string, place: ReturnType<PlaceOf>): VariableBlock | undefined {
    const variable = this.variables.find((one) => one.name === name);
    if (variable === undefined) {
      this.add({
        severity: "warning",
        code: "undeclared-variable",
        summary: `there is no variable ${name}`,
        detail: "Packer ignores its value. Declare it, or take it out.",
        path: name,
        ...place,
      });
    }
    return variable;
  }

  /** Takes a value for a variable, with what is wrong with it already. */
  take(
    variable: VariableBlock,
    read: ReadValue,
    before: readonly ValueProblem[],
    place: PlaceOf,
    path: string,
  ): void {
    const problems: ValueProblem[] = [...before];
    if (this.#values.has(variable)) {
      problems.push({ keys: [], code: "duplicate-name", summary: "it is given a value twice" });
    }
    const report: OnProblem = (problem) => problems.push(problem);
    const converted = problems.length > 0 ? undefined : convertValue(read.value, variable.type, report);
    const value = asSchemaTakes(variable, converted);
    if (problems.length === 0) problems.push(...checkAgainstSchema(variable, value));
    this.#values.set(variable, value);
    for (const { keys, summary, code = "invalid-value", detail } of problems) {
      this.add({
        severity: "error",
        code,
        summary: `${[variable.name, ...keys].join(".")}: ${summary}`,
        ...(detail === undefined ? {} : { detail }),
        path: [path, ...keys].join("."),
        ...place(placeOf(read, keys)),
      });
    }
  }
}

/** A variable is an expression that uses its own declaration. */
function blockOf(variable: AnyVariable): VariableBlock {
  const [block] = stateOf(variable).uses;
  if (block?.kind !== "variable") throw new TypeError("values are read for variables, and this is none");
  return block;
}
