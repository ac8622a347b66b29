import type { DiagnosticCode, Finding, Severity } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";

/** What a check reports about the part of the template that it looks at. */
export interface Report {
  readonly code: DiagnosticCode;
  readonly summary: string;
  readonly detail?: string;
  readonly severity?: Severity;
  /** From the part to the value at fault. */
  readonly keys?: readonly string[];
}

export type Reporter = (report: Report) => void;

/** A reporter for one part of the template, which knows its path and where in the program it was made. */
export function reporter(
  findings: Finding[],
  path: string | (() => string),
  site: Site | undefined,
): Reporter {
  return ({ severity = "error", keys = [], ...report }) => {
    const start = typeof path === "string" ? path : path();
    findings.push({
      severity,
      ...report,
      path: [start, ...keys].join("."),
      keys,
      ...(site === undefined ? {} : { site }),
    });
  };
}
