import type { Located, Node } from "@packwright/hcl/nodes";
import type { DiagnosticCode, Finding, Severity } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "./source-file.js";

/** What is wrong with a part of a file. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly severity?: Severity;
  readonly summary: string;
  readonly detail?: string | undefined;
  /** Where in the template: `variable.region.default`. */
  readonly path: string;
}

/** Collects what is found while files are read; nothing stops at the first fault. */
export class Reading {
  readonly findings: Finding[] = [];

  report(file: SourceFile, node: Located & { readonly kind: Node["kind"] }, fault: Fault): void {
    const { severity = "error", detail, ...rest } = fault;
    this.findings.push({
      severity,
      ...rest,
      ...(detail === undefined ? {} : { detail }),
      site: file.site(node),
    });
  }
}
