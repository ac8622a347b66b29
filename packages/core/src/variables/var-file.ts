import { attribute, body, print, printJson, type JsonValue } from "@packwright/hcl";
import { reporter } from "../checks/report.js";
import { unwritableReport } from "../checks/check-use.js";
import type { Diagnostic, Finding } from "../diagnostics/diagnostic.js";
import { locate } from "../diagnostics/locate.js";
import { positionOf } from "../diagnostics/site.js";
import { TemplateError } from "../diagnostics/template-error.js";
import { isExpr } from "../expressions/expr-value.js";
import { toNode, write } from "../expressions/to-node.js";
import type { Falsy } from "../build/step.js";
import { replaceFile } from "../outputs/replace-file.js";
import { IDENTIFIER } from "../plugin/identifier.js";
import type { WriteResult } from "../template/template.js";
import type { Assignment } from "./variable.js";

/** Values for variables, as `packer build -var-file=…` takes them. */
export interface VarFile {
  readonly assignments: readonly Assignment[];

  /**
   * The values in HCL's native syntax, for `*.pkrvars.hcl`.
   *
   * @throws TemplateError with every diagnostic, when one of them is an error
   */
  toHcl(): string;

  /**
   * The values as JSON, for `*.pkrvars.json`; text in it is what it is, `${` too.
   *
   * @throws TemplateError with every diagnostic, when one of them is an error
   */
  toJson(): string;

  /**
   * Writes the values to a file, whose folders are made; the ending says the form: `.pkrvars.hcl` or `.pkrvars.json`.
   * The file is replaced in one step, or not touched at all. Packer takes an `.auto.pkrvars.hcl` by itself.
   *
   * @returns the path, and whether the file's content changed
   * @throws TemplateError when a value is wrong, RangeError for another ending
   */
  write(path: string): Promise<WriteResult>;

  /** Every problem of the values: those that their schema refuses, and variables that are given a value twice. */
  check(): readonly Diagnostic[];
}

/**
 * Values for variables, checked against their schemas, as a file for `-var-file`. What is falsy among them is left out.
 *
 * @example
 * varFile([region.set("us"), disks.set([{ name: "data", size: 100 }])]).toHcl()
 * // region = "us"
 * // disks = [
 * //   {
 * //     name = "data"
 * //     size = 100
 * //   },
 * // ]
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/variables#variable-definitions-pkrvars-hcl-and-auto-pkrvars-hcl-files
 */
export function varFile(assignments: readonly (Assignment | Falsy)[]): VarFile {
  return new VarFileValue(assignments.filter((assignment) => isAssignment(assignment)));
}

function isAssignment(value: Assignment | Falsy): value is Assignment {
  return typeof value === "object" && value !== null;
}

class VarFileValue implements VarFile {
  readonly assignments: readonly Assignment[];
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(assignments: readonly Assignment[]) {
    this.assignments = Object.freeze([...assignments]);
  }

  check(): readonly Diagnostic[] {
    return (this.#diagnostics ??= locate(findingsOf(this.assignments)));
  }

  toHcl(): string {
    this.#checked();
    return print(
      body(this.assignments.map(({ variable, value }) => attribute(variable.name, toNode(value)))),
    );
  }

  toJson(): string {
    this.#checked();
    return printJson(
      new Map(this.assignments.map(({ variable, value }) => [variable.name, toJsonValue(value)])),
    );
  }

  async write(path: string): Promise<WriteResult> {
    const print = path.endsWith(".pkrvars.hcl")
      ? () => this.toHcl()
      : path.endsWith(".pkrvars.json")
        ? () => this.toJson()
        : undefined;
    if (print === undefined) {
      throw new RangeError(
        `"${path}" does not say which form to write; let it end in .pkrvars.hcl (HCL) or .pkrvars.json (JSON)`,
      );
    }
    // Everything is printed before the disk is touched, so an error leaves the file that was there.
    const content = print();
    return { path, changed: await replaceFile(path, content) };
  }

  #checked(): void {
    const diagnostics = this.check();
    if (diagnostics.some(({ severity }) => severity === "error")) {
      throw new TemplateError(diagnostics, "the var file");
    }
  }
}

function findingsOf(assignments: readonly Assignment[]): readonly Finding[] {
  const findings: Finding[] = [];
  const given = new Map<string, Assignment>();
  for (const assignment of assignments) {
    const { variable, value, problems = [], site } = assignment;
    const { name } = variable;
    const report = reporter(findings, name, site);
    if (!IDENTIFIER.test(name)) {
      report({ code: "bad-identifier", summary: `${JSON.stringify(name)} is no name for Packer` });
    }
    const first = given.get(name);
    if (first === undefined) given.set(name, assignment);
    else {
      const position = positionOf(first.site);
      const place =
        position === undefined
          ? ""
          : ` The first is at ${position.file}:${position.line}:${position.column}.`;
      report({
        code: "duplicate-name",
        summary: `${name} is given a value twice`,
        detail: `Packer takes one value for a variable from a file. Leave one out.${place}`,
      });
    }
    const keys = holdsExpression(value, []);
    if (keys !== undefined) {
      report({
        code: "invalid-value",
        summary: `${[name, ...keys].join(".")} is an expression`,
        detail: "A var file holds values. Use a value here, or a local in the template.",
        keys,
      });
      continue;
    }
    for (const problem of write(value).problems) {
      report(unwritableReport([name, ...problem.path].join("."), problem));
    }
    for (const { keys, summary, ...problem } of problems) {
      report({
        code: "invalid-value",
        ...problem,
        keys,
        summary: `${[name, ...keys].join(".")} does not fit the schema: ${summary}`,
      });
    }
  }
  return findings;
}

/** The keys that lead to an expression in a value, `undefined` when there is none. */
function holdsExpression(value: unknown, keys: readonly string[]): readonly string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isExpr(value)) return keys;
  for (const [key, item] of Object.entries(value)) {
    const found = holdsExpression(item, [...keys, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value that has been checked as JSON. */
function toJsonValue(value: unknown): JsonValue {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
    case "bigint":
      return { digits: String(value) };
    default:
      if (typeof value !== "object" || value === null) return null;
      if (Array.isArray(value)) return value.map((item: unknown) => toJsonValue(item));
      return new Map(
        Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
          item === undefined ? [] : [[key, toJsonValue(item)] as const],
        ),
      );
  }
}
