import { parse, parseExpression, parseJson, type Block } from "@packwright/hcl";
import {
  applyDefaults,
  ConversionError,
  convert,
  defaultFunctions,
  evaluate,
  formatEvaluation,
  fromJs,
  readType,
  toJs,
  Value,
  type Host,
  type JsValue,
  type ReadType,
} from "@packwright/hcl/evaluate";
import { attributeOf, textOf, type Evaluator } from "./evaluator.js";

/** Values for a template's variables, from the weakest to the strongest source. */
export interface GivenValues {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly assigned: ReadonlyMap<string, unknown>;
  readonly varFiles: readonly (VarFileText | { toHcl(): string })[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A var file by its name, whose ending says its syntax, and its text. */
export interface VarFileText {
  readonly name: string;
  readonly text: string;
}

/** The values of all variables: by Packer's precedence, converted to their types, and validated. */
export function evaluateVariables(
  blocks: readonly Block[],
  given: GivenValues,
  evaluator: Evaluator,
  options: { readonly host: Host; readonly unset: "problem" | "unknown" },
): ReadonlyMap<string, Value> {
  const files = readVarFiles(given.varFiles, evaluator);
  const defaults = defaultFunctions({ ...options.host, env: given.env });
  const values = new Map<string, Value>();
  for (const block of blocks) {
    const name = block.labels[0]?.value ?? "";
    const path = `variable.${name}`;
    const typeNode = attributeOf(block, "type");
    const type =
      typeNode === undefined
        ? undefined
        : readType(typeNode, { source: evaluator.source, withDefaults: true });
    const value = chosenValue(name, type, given, files, evaluator, path) ?? defaultOf(block);
    if (value === undefined) {
      if (options.unset === "problem") {
        evaluator.problem(
          {
            code: "unset-variable",
            summary: `Unset variable ${JSON.stringify(name)}`,
            detail: "It has no default: give it a value in variables, varFiles or env.",
            path,
          },
          block,
        );
      }
      values.set(name, Value.unknown(type?.type));
      continue;
    }
    const converted = convertTo(type, value, block, evaluator, path);
    values.set(name, isSensitive(block) ? converted.withMarks(new Set(["sensitive"])) : converted);
    validate(block, name, converted, evaluator, path);
  }
  for (const name of [...Object.keys(given.variables)]) {
    if (values.has(name)) continue;
    evaluator.problems.push({
      code: "undeclared-variable",
      summary: `Undefined variable ${JSON.stringify(name)}`,
      detail: "A value was given for a variable that the template does not declare.",
      path: `variable.${name}`,
    });
  }
  return values;

  function defaultOf(block: Block): Value | undefined {
    const node = attributeOf(block, "default");
    if (node === undefined) return undefined;
    return evaluator.value(node, undefined, `variable.${block.labels[0]?.value ?? ""}.default`, defaults);
  }
}

function chosenValue(
  name: string,
  type: ReadType | undefined,
  given: GivenValues,
  files: ReadonlyMap<string, Value>,
  evaluator: Evaluator,
  path: string,
): Value | undefined {
  if (Object.hasOwn(given.variables, name)) return fromGiven(given.variables[name], type, evaluator, path);
  const inFile = files.get(name);
  if (inFile !== undefined) return inFile;
  if (given.assigned.has(name)) return fromJs(given.assigned.get(name) as JsValue);
  const text = given.env[`PKR_VAR_${name}`];
  return text === undefined ? undefined : fromGiven(text, type, evaluator, path);
}

/** A value of the program, or text as the environment has it: Packer reads it as HCL where the type is no text. */
function fromGiven(value: unknown, type: ReadType | undefined, evaluator: Evaluator, path: string): Value {
  const kind = type?.type.kind ?? "string";
  if (typeof value !== "string" || kind === "string" || kind === "number" || kind === "any")
    return fromJs(value as JsValue);
  const { expression, diagnostics, source } = parseExpression(value);
  const [error] = diagnostics;
  if (error !== undefined || expression === undefined) {
    evaluator.problems.push({
      code: "invalid-value",
      summary: "Invalid value for input variable",
      detail: `${JSON.stringify(value)} is no expression of HCL: ${error?.summary ?? "it is empty"}.`,
      path,
    });
    return Value.unknown(type?.type);
  }
  const found = evaluate(expression, { source });
  for (const diagnostic of found.diagnostics) {
    evaluator.problems.push({
      code: "no-value",
      summary: diagnostic.summary,
      detail: diagnostic.detail,
      path,
    });
  }
  return found.value;
}

function convertTo(
  type: ReadType | undefined,
  value: Value,
  block: Block,
  evaluator: Evaluator,
  path: string,
): Value {
  if (type === undefined) return value;
  for (const diagnostic of type.diagnostics) evaluator.report(diagnostic, `${path}.type`);
  try {
    const whole = type.defaults === undefined ? value : applyDefaults(value, type.defaults);
    return convert(whole, type.type);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const detail = `${capital(error.message)}.`;
    evaluator.problem({ code: "invalid-value", summary: "Invalid value for variable", detail, path }, block);
    return Value.unknown(type.type);
  }
}

function validate(block: Block, name: string, value: Value, evaluator: Evaluator, path: string): void {
  const variables = new Map([["var", Value.object([[name, value]])]]);
  const rules = block.body.items.filter((item) => item.kind === "block" && item.type === "validation");
  rules.forEach((rule, at) => {
    const condition = rule.kind === "block" ? attributeOf(rule, "condition") : undefined;
    if (condition === undefined || rule.kind !== "block") return;
    const place = `${path}.validation[${String(at)}]`;
    const result = evaluator.value(condition, variables, `${place}.condition`);
    if (!result.isKnown || toJs(result) === true || toJs(result) === "true") return;
    const message = attributeOf(rule, "error_message");
    const text = message === undefined ? "" : toJs(evaluator.value(message, undefined, place));
    evaluator.problem(
      { code: "invalid-value", summary: "Invalid value for variable", detail: textOf(text), path: place },
      rule,
    );
  });
}

function isSensitive(block: Block): boolean {
  const node = attributeOf(block, "sensitive");
  return node?.kind === "bool" && node.value;
}

/** The values of var files, later ones winning. */
function readVarFiles(files: GivenValues["varFiles"], evaluator: Evaluator): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const file of files) {
    const { name, text } = "name" in file ? file : { name: "values.pkrvars.hcl", text: file.toHcl() };
    if (name.endsWith(".json")) readJsonFile(name, text, values, evaluator);
    else readHclFile(name, text, values, evaluator);
  }
  return values;
}

function readHclFile(name: string, text: string, values: Map<string, Value>, evaluator: Evaluator): void {
  const { body, diagnostics, source } = parse(text, { file: name });
  for (const { summary, detail } of diagnostics)
    evaluator.problems.push({ code: "syntax-error", summary, detail, path: name });
  for (const item of body.items) {
    if (item.kind === "block") {
      const summary = `${name} has a block, and var files have values only`;
      evaluator.problems.push({ code: "syntax-error", summary, detail: "Write name = value.", path: name });
      continue;
    }
    const found = evaluate(item.value, { source });
    for (const diagnostic of found.diagnostics) {
      const { summary } = diagnostic;
      evaluator.problems.push({
        code: "no-value",
        summary,
        detail: formatEvaluation(diagnostic),
        path: `${name}.${item.name}`,
      });
    }
    values.set(item.name, found.value);
  }
}

function readJsonFile(name: string, text: string, values: Map<string, Value>, evaluator: Evaluator): void {
  const { diagnostics } = parseJson(text, { file: name });
  const [error] = diagnostics;
  if (error !== undefined) {
    evaluator.problems.push({
      code: "syntax-error",
      summary: error.summary,
      detail: error.detail,
      path: name,
    });
    return;
  }
  // Its texts are literal, so JSON's own reader says what they are.
  const entries = JSON.parse(text) as Readonly<Record<string, JsValue>>;
  for (const [key, value] of Object.entries(entries)) if (key !== "//") values.set(key, fromJs(value));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
