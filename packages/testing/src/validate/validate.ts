import { diagnose, type Diagnostic, type TemplateOutput } from "@packwright/core";
import { nodeFiles } from "@packwright/hcl/evaluate";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { tryEvaluate, type EvaluateOptions } from "../evaluate/evaluate.js";
import type { EvaluationProblem } from "../evaluate/problem.js";
import { templateOf, type TemplateSubject } from "../evaluate/subject.js";
import { checkUse } from "./check-use.js";
import { missingRequirements, type PackerInstallation } from "./packer-installation.js";
import type { Unplaced, Validation } from "./validation.js";

/** What a template is validated with. */
export interface ValidateOptions extends EvaluateOptions {
  /** Look at the files that components name too: scripts, keys, credentials; a path is relative to the folder of the process. */
  readonly files?: boolean;
  /** The moment to compare dates with, in place of now. */
  readonly now?: Date;
  /** The Packer that is to run the template; what the template asks of it is not looked at when left out. */
  readonly packer?: PackerInstallation;
}

/** Mistakes that Packer accepts, so that `check` has them as errors and its answer does not. */
const ACCEPTED: ReadonlySet<string> = new Set(["bad-label-reference", "plugin-bug"]);

/** Errors that leave a template whose expressions have values; of others Packer evaluates nothing. */
const EVALUABLE: ReadonlySet<string> = new Set([
  ...ACCEPTED,
  "conflicting-options",
  "deprecated-option",
  "invalid-value",
  "literal-secret",
  "missing-file",
  "missing-option",
  "packer-version",
  "related-options",
  "type-mismatch",
  "unknown-option",
  "unset-variable",
]);

/**
 * What `packer validate` would say of a template, without Packer: the language's rules, the values of variables, locals and
 * options, and the rules of the components that there are bindings for. Of other components a note says that they were not
 * checked, and so it is for functions that need files or a network that `host` does not have.
 *
 * Mistakes that Packer accepts, such as a name in `only` that no source has, are warnings.
 *
 * @param template one that a program made, one that was loaded, or the path of a file or folder, in which functions then
 * read files
 * @example
 * const { valid, diagnostics } = validate("images/", {
 *   components: [googlecompute, provisioners],
 *   variables: { project_id: "loopbin" },
 * });
 * if (!valid) console.error(diagnostics.map((each) => formatDiagnostic(each)).join("\n\n"));
 * @see https://developer.hashicorp.com/packer/docs/commands/validate
 */
export function validate(template: TemplateSubject, options: ValidateOptions = {}): Validation {
  const { files = false, now, packer } = options;
  const read = templateOf(template, options.components);
  const checked = read.check({ files, ...(now === undefined ? {} : { now }) });
  // Whether variables have values shows when they are evaluated, with all that gives them any.
  const found = checked.filter(({ code }) => code !== "unset-variable");
  const isEvaluable = found.every(
    ({ severity, code }) => severity !== "error" || EVALUABLE.has(code) || code.includes("/"),
  );
  const asked = isEvaluable && packer !== undefined ? missingRequirements(read, packer) : [];
  const evaluated = isEvaluable ? evaluationProblems(read, withFiles(options, template), found) : [];
  const diagnostics = [...found, ...diagnose(read, [...asked, ...evaluated])].map((each) => accepted(each));
  return { valid: diagnostics.every(({ severity }) => severity !== "error"), diagnostics };
}

function accepted(diagnostic: Diagnostic): Diagnostic {
  const { severity, code } = diagnostic;
  return severity === "error" && ACCEPTED.has(code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}

/** What shows when a template is evaluated and that was not known before. */
function evaluationProblems(
  template: TemplateOutput,
  options: ValidateOptions,
  known: readonly Diagnostic[],
): readonly Unplaced[] {
  const errors = known.filter(({ severity }) => severity === "error");
  const seen = new Set(known.map((each) => identity(each)));
  const problems: Unplaced[] = [];
  const add = (problem: Unplaced): void => {
    const id = identity(problem);
    if (seen.has(id)) return;
    seen.add(id);
    problems.push(problem);
  };
  const uses: Unplaced[] = [];
  const evaluated = tryEvaluate(template, options, "problem", (use) => {
    uses.push(...checkUse(use, options));
  });
  for (const problem of evaluated.problems) {
    // A reference that leads nowhere, for one, has been told already.
    if (errors.some(({ path }) => isAround(path, problem.path) || isAround(problem.path, path))) continue;
    add(asDiagnostic(problem));
  }
  for (const use of uses) add(use);
  return problems;
}

function asDiagnostic({ code, summary, detail, path, needs }: EvaluationProblem): Unplaced {
  const message = { summary, ...(detail === "" ? {} : { detail }), path };
  return needs === undefined
    ? { severity: "error", code, ...message }
    : { severity: "note", code: "unchecked-value", ...message };
}

/** What makes two diagnostics the same problem; the words differ where one knows more of the value. */
function identity({ path, code }: Unplaced): string {
  return `${code} ${path}`;
}

function isAround(path: string, inner: string): boolean {
  return inner === path || inner.startsWith(`${path}.`) || inner.startsWith(`${path}[`);
}

/** Functions of a template that is read from the disk see the files of its folder. */
function withFiles(options: ValidateOptions, template: TemplateSubject): ValidateOptions {
  if (typeof template !== "string" || options.host?.files !== undefined) return options;
  const isFolder = statSync(template, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const root = isFolder ? template : dirname(template);
  return { ...options, host: { ...options.host, files: nodeFiles({ root }) } };
}
