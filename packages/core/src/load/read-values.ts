import { parseExpression } from "@packwright/hcl";
import type { Body } from "@packwright/hcl/nodes";
import type { VariableBlock } from "../blocks/declaration.js";
import { nearest } from "../checks/nearest.js";
import type { Finding, Severity } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import { isExpr } from "../expressions/expr-value.js";
import type { Assignment } from "../variables/variable.js";
import { ExpressionReader } from "./expression-reader.js";
import { literalOf } from "../expressions/literal.js";
import type { Names } from "./names.js";
import type { ReadFile } from "./packer-file.js";
import { readBody } from "./read-body.js";
import { Reading } from "./reading.js";
import { ANY } from "../expressions/value-type.js";

/** The values that a run would have. */
export interface ReadValues {
  /** One a variable, the one that wins, in the order of the variables. */
  readonly assignments: readonly Assignment[];
  readonly findings: readonly Finding[];
}

/** Nothing has a name in a var file. */
const NOTHING: Names = {
  variable: () => undefined,
  local: () => undefined,
  localType: () => ANY,
  data: () => undefined,
  variables: [],
  locals: [],
  datas: [],
};

/**
 * Reads var files and single values for the variables of a template; later ones win over earlier ones.
 *
 * @param given values by name, as from `-var`; text of a variable that is no text is read as an expression
 */
export function readValues(
  variables: readonly VariableBlock[],
  files: readonly ReadFile[],
  given: Readonly<Record<string, unknown>> | undefined,
): ReadValues {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const reading = new Reading();
  const expressions = new ExpressionReader(reading, NOTHING);
  const chosen = new Map<string, Assignment>();
  const assign = (
    name: string,
    value: unknown,
    site: Site | undefined,
    severity: Severity,
    where: string,
  ): void => {
    const variable = byName.get(name);
    const report = (
      code: "undeclared-variable" | "invalid-value",
      summary: string,
      detail: string,
      weight: Severity = "error",
    ): void => {
      reading.findings.push({
        ...{ code, severity: weight, summary, detail, path: `${where}.${name}` },
        ...(site === undefined ? {} : { site }),
      });
    };
    if (variable === undefined) {
      const meant = nearest(name, [...byName.keys()]);
      const remedy =
        meant === undefined ? `Declare it: variable ${JSON.stringify(name)} { … }` : `Did you mean ${meant}?`;
      report("undeclared-variable", `there is no variable ${name}`, remedy, severity);
      return;
    }
    for (const misfit of variable.reject(value)) {
      report(
        "invalid-value",
        `${name} cannot have this value: ${misfit}`,
        "Give a value of the variable's type.",
      );
    }
    chosen.set(name, { variable, value, problems: [], site: site ?? {} });
  };
  for (const { file, body } of files) {
    for (const entry of variablesIn(body, file.name, reading, { file, body, diagnostics: [] })) {
      const place = { file, path: `${file.name}.${entry.name}`, context: "value" } as const;
      const value = expressions.value(entry.value, place);
      assign(entry.name, value, file.site(entry), "warning", file.name);
    }
  }
  for (const [name, value] of Object.entries(given ?? {}))
    assign(
      name,
      byName.has(name) ? fromText(value, byName.get(name)) : value,
      undefined,
      "error",
      "variables",
    );
  const assignments = variables.flatMap(({ name }) => chosen.get(name) ?? []);
  if (given !== undefined || files.length > 0) reading.findings.push(...unset(variables, chosen));
  return { assignments, findings: reading.findings };
}

function variablesIn(
  body: Body,
  path: string,
  reading: Reading,
  { file }: ReadFile,
): ReturnType<typeof entriesOf> {
  return entriesOf(readBody(reading, file, body, { attributes: "any", blocks: {} }, path));
}

function entriesOf({ attributes }: ReturnType<typeof readBody>) {
  return [...attributes.values()];
}

/** Text for a variable that is no text is an expression, as Packer reads `-var` and `PKR_VAR_…`. */
function fromText(value: unknown, variable: VariableBlock | undefined): unknown {
  const kind = variable?.type.kind;
  if (typeof value !== "string" || kind === undefined || kind === "string" || kind === "number") return value;
  if (kind === "any" && variable?.isUntyped === true) return value;
  const { expression, diagnostics } = parseExpression(value);
  if (expression === undefined || diagnostics.length > 0) return value;
  const literal = literalOf(expression, () => undefined);
  return literal === undefined || isExpr(literal) ? value : literal;
}

/** Variables that nothing gives a value; Packer asks for one whether they are used or not. */
function unset(
  variables: readonly VariableBlock[],
  chosen: ReadonlyMap<string, unknown>,
): readonly Finding[] {
  return variables.flatMap(({ name, default: fallback, site }) =>
    fallback !== undefined || chosen.has(name)
      ? []
      : [
          {
            severity: "error",
            code: "unset-variable",
            summary: `the variable ${name} has no value`,
            detail: "Give it a default, or a value in variables or in a var file.",
            path: `variable.${name}`,
            site,
          } satisfies Finding,
        ],
  );
}
