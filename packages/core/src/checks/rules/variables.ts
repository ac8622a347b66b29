import { unwritable, visit } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import type { Validation, VariableBlock } from "../../blocks/declaration.js";
import { isExpr } from "../../expressions/expr-value.js";
import { write } from "../../expressions/to-node.js";
import { isSentence } from "../../variables/constraints/sentence.js";
import { ENV_ELSEWHERE } from "../../variables/env.js";
import type { TemplateRule } from "../check-template.js";
import { unwritableReport } from "../check-use.js";
import { reporter, type Reporter } from "../report.js";

/** Variables have a type of HCL's, a default that their schema accepts, and messages that are sentences. */
export const variablesRule: TemplateRule = ({ collected }, findings) => {
  for (const variable of collected.variables) {
    const report = reporter(findings, `variable.${variable.name}`, variable.site);
    for (const summary of variable.unsupported) {
      report({
        code: "unknown-type",
        summary,
        detail: "Use string, number, boolean, enum, literal, array, set, tuple, record, object, any.",
      });
    }
    for (const { constraint, verb = "checked", reason } of variable.unwritten) {
      report({
        code: "unchecked-constraint",
        // One would think that Packer checks what it could check, had it been written in another way.
        severity: reason === undefined ? "note" : "warning",
        summary: `${constraint} is ${verb} in TypeScript only, not by Packer${reason === undefined ? "" : `: ${reason}`}`,
      });
    }
    if (variable.default !== undefined) checkDefaultValue(variable, variable.default.value, report);
    for (const { at, value, reject } of variable.attributeDefaults)
      checkDefault(`the default of ${at}`, value, reject, report);
    const reason = unwritable(variable.description ?? "");
    if (reason !== undefined) {
      report({ code: "unwritable-value", summary: `the description cannot be written: ${reason}` });
    }
    for (const validation of variable.validations) checkValidation(variable.name, validation, report);
  }
};

/** The default of a variable may be made of what the environment says, and of nothing else that only Packer knows. */
function checkDefaultValue({ reject, site }: VariableBlock, value: unknown, report: Reporter): void {
  const what = "the default";
  const { node, uses, problems, inBuild } = write(value);
  const isLiteral = problems.length === 0 && uses.length === 0 && callsOf(node).length === 0 && !inBuild;
  if (isLiteral && !holdsExpression(value)) {
    checkDefault(what, value, reject, report);
    return;
  }
  for (const problem of problems) {
    if (problem.reason === ENV_ELSEWHERE.reason) continue;
    report({ ...unwritableReport([what, ...problem.path].join("."), problem), keys: [] });
  }
  // What a file refers to is told where it is read.
  if (site.place !== undefined) return;
  const detail =
    "Packer reads defaults before anything else has a value; env() is all that it lets them look at.";
  for (const { kind, name } of uses) {
    const summary = `${what} looks at ${kind === "variable" ? "var" : kind}.${name}`;
    report({ code: "invalid-default", summary, detail });
  }
  if (inBuild) report({ code: "invalid-default", summary: `${what} looks at a running build`, detail });
  for (const name of callsOf(node)) {
    if (name !== "env") report({ code: "invalid-default", summary: `${what} calls ${name}()`, detail });
  }
}

function callsOf(node: Expression): readonly string[] {
  const names = new Set<string>();
  visit(node, (part) => {
    if (part.kind === "call") names.add(part.name);
    return undefined;
  });
  return [...names];
}

function holdsExpression(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isExpr(value) || Object.values(value).some(holdsExpression);
}

/** Whether an expression looks at a variable, as `var.name`. */
function looksAt(node: Expression, name: string): boolean {
  let found = false;
  visit(node, (part) => {
    if (part.kind !== "get-attribute" || part.name !== name) return undefined;
    found ||= part.object.kind === "variable" && part.object.name === "var";
    return undefined;
  });
  return found;
}

function checkDefault(
  what: string,
  value: unknown,
  reject: (value: unknown) => readonly string[],
  report: Reporter,
): void {
  for (const problem of write(value).problems) {
    report({ ...unwritableReport([what, ...problem.path].join("."), problem), keys: [] });
  }
  for (const message of value === null ? [] : reject(value)) {
    report({ code: "invalid-default", summary: `${what} does not fit the schema: ${message}` });
  }
}

function checkValidation(
  name: string,
  { condition, error_message, site }: Validation,
  reportAll: Reporter,
): void {
  // What was read from a file has a place of its own.
  const report: Reporter = (found) => {
    reportAll({ ...found, ...(site === undefined ? {} : { site }) });
  };
  for (const problem of condition.problems) {
    report({ ...unwritableReport("the condition", problem), keys: [] });
  }
  for (const use of condition.uses) {
    const root = use.kind === "variable" ? "var" : use.kind;
    report({
      code: "invalid-value",
      summary: `the validation looks at ${root}.${use.name}, and Packer lets it look at var.${name} only`,
    });
  }
  if (condition.problems.length > 0) return;
  // A file's conditions are looked at where they are read.
  if (site === undefined && condition.uses.length === 0 && !looksAt(condition.node, name)) {
    report({
      code: "invalid-value",
      summary: `the validation does not look at var.${name}`,
      detail: "Packer wants its condition to: use the argument that validation is called with.",
    });
  }
  const reason = unwritable(error_message);
  if (reason !== undefined) {
    report({ code: "unwritable-value", summary: `the error message cannot be written: ${reason}` });
  }
  if (isSentence(error_message)) return;
  report({
    code: "invalid-value",
    summary: `the error message ${JSON.stringify(error_message)} is no sentence`,
    detail: "Packer wants one that begins with a capital letter and ends with a full stop, ? or !.",
  });
}
