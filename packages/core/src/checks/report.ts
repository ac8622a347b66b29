import type { DiagnosticCode, Finding, OwnCode, Severity } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";

/** What a check reports about the part of the template that it looks at. */
export interface Report {
  readonly code: DiagnosticCode | OwnCode;
  readonly summary: string;
  readonly detail?: string;
  readonly severity?: Severity;
  /** From the part to the value at fault. */
  readonly keys?: readonly string[];
  /** The call that made the value, where that is another one than the part's own. */
  readonly site?: Site;
}

export type Reporter = (report: Report) => void;

/** A reporter for one part of the template, which knows its path and where in the program it was made. */
export function reporter(
  findings: Finding[],
  path: string | (() => string),
  site: Site | undefined,
): Reporter {
  return ({ severity = "error", keys = [], site: own, ...report }) => {
    const start = typeof path === "string" ? path : path();
    const place = own ?? site;
    findings.push({
      severity,
      ...report,
      path: [start, ...keys].join("."),
      // The keys lead from the call of the part; a value with a call of its own is at that.
      keys: own === undefined ? keys : [],
      ...(place === undefined ? {} : { site: place }),
    });
  };
}
