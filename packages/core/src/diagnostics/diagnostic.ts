import type { Position, Site } from "./site.js";

/** How much a diagnostic weighs: an error stops every output, a warning is shown, a note only said on request. */
export type Severity = "error" | "warning" | "note";

/** What kinds of problem there are; stable, so that programs can tell them apart. */
export type DiagnosticCode =
  | "bad-call"
  | "bad-constraint"
  | "bad-expression"
  | "bad-identifier"
  | "bad-label"
  | "bad-label-reference"
  | "bad-plugin-requirement"
  | "bad-registry"
  | "bad-repetition"
  | "bad-source-use"
  | "bad-type"
  | "broken-chain"
  | "build-scope"
  | "conflicting-options"
  | "deprecated-option"
  | "duplicate-name"
  | "empty-build"
  | "ignored-block"
  | "invalid-default"
  | "invalid-value"
  | "legacy-json"
  | "legacy-only"
  | "literal-secret"
  | "local-cycle"
  | "misplaced-reference"
  | "missing-argument"
  | "missing-file"
  | "missing-option"
  | "missing-plugin"
  | "no-builds"
  | "no-value"
  | "not-a-step"
  | "packer-crash"
  | "packer-version"
  | "plugin-bug"
  | "related-options"
  | "syntax-error"
  | "type-mismatch"
  | "unchecked-component"
  | "unchecked-constraint"
  | "unchecked-value"
  | "undeclared-variable"
  | "unknown-argument"
  | "unknown-block"
  | "unknown-component"
  | "unknown-function"
  | "unknown-option"
  | "unknown-reference"
  | "unknown-type"
  | "unreadable-file"
  | "unset-variable"
  | "unsupported"
  | "unwritable-value";

/** The code of a rule that is not Packwright's own: a name, a slash and a name, `acme/no-root-login`. */
export type OwnCode = `${string}/${string}`;

/** One problem of a template. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode | OwnCode;
  /** What is wrong, in one line. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly detail?: string;
  /** Where in the template: `build[0].provisioner[2].shell.inline`. */
  readonly path: string;
  /** Where in the user's program the value was written, when the engine tells it. */
  readonly position?: Position;
}

/** A diagnostic before its position is looked up: the site, and the keys that lead from it to the value. */
export interface Finding extends Omit<Diagnostic, "position"> {
  readonly site?: Site;
  readonly keys?: readonly string[];
}

/**
 * One diagnostic as a person reads it.
 *
 * @example
 * // error: zone is missing [missing-option]
 * //   at source.googlecompute.web.zone
 * //   in image.ts:7:3
 * //   Set zone, for example "europe-west3-a".
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, summary, code, path, position, detail } = diagnostic;
  const lines = [`${severity}: ${summary} [${code}]`, `  at ${path}`];
  if (position !== undefined) lines.push(`  in ${position.file}:${position.line}:${position.column}`);
  if (detail !== undefined) lines.push(...detail.split("\n").map((line) => `  ${line}`));
  return lines.join("\n");
}
