import type { DiagnosticCode, Finding, OwnCode, Severity } from "../diagnostics/diagnostic.js";

/** Problems with which there is no template to write, so that they are errors whatever anyone says. */
export type FixedCode =
  | "bad-identifier"
  | "not-a-step"
  | "syntax-error"
  | "unknown-type"
  | "unreadable-file"
  | "unsupported"
  | "unwritable-value";

const FIXED: ReadonlySet<string> = /* @__PURE__ */ new Set<FixedCode>([
  "bad-identifier",
  "not-a-step",
  "syntax-error",
  "unknown-type",
  "unreadable-file",
  "unsupported",
  "unwritable-value",
]);

/** How much kinds of problems weigh in a template; `"off"` leaves one out. */
export type Weights = Readonly<
  Partial<Record<Exclude<DiagnosticCode, FixedCode> | OwnCode, Severity | "off">>
>;

/** Findings with the weight that a template gives them. */
export function weighed(findings: readonly Finding[], weights: Weights | undefined): readonly Finding[] {
  if (weights === undefined) return findings;
  const chosen = new Map<string, Severity | "off" | undefined>(Object.entries(weights));
  return findings.flatMap((finding) => {
    const weight = FIXED.has(finding.code) ? undefined : chosen.get(finding.code);
    if (weight === "off") return [];
    return [weight === undefined ? finding : { ...finding, severity: weight }];
  });
}
