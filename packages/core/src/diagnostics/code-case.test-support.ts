import type { TemplateOutput } from "../template/template.js";
import { formatDiagnostic, type DiagnosticCode } from "./diagnostic.js";
import { DIAGNOSTIC_CODES } from "./codes.js";
import { TemplateError } from "./template-error.js";

/** What the test of a code is called. */
export function titleOf(code: DiagnosticCode): string {
  return `${code}: ${DIAGNOSTIC_CODES[code].finds}`;
}

/** All that is found of a code, as a person reads it; folders of programs are left out. */
export function told(output: Pick<TemplateOutput, "check">, code: DiagnosticCode): string {
  const found = output.check({ files: code === "missing-file" }).filter((each) => each.code === code);
  if (found.length === 0) throw new Error(`nothing is found of ${code}`);
  return found
    .map(formatDiagnostic)
    .join("\n")
    .replaceAll(`${import.meta.dirname}/`, "");
}

/** The same of what stops an output. */
export function toldBy(write: () => string, code: DiagnosticCode): string {
  try {
    write();
  } catch (error) {
    if (error instanceof TemplateError) return told({ check: () => error.diagnostics }, code);
    throw error;
  }
  throw new Error("the template was written");
}
