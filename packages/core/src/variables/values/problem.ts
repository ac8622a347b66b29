import type { DiagnosticCode } from "../../diagnostics/diagnostic.js";

/** What is wrong with a value for a variable, and where in the value. */
export interface ValueProblem {
  readonly keys: readonly string[];
  readonly summary: string;
  readonly detail?: string;
  /** `invalid-value` unless said otherwise. */
  readonly code?: DiagnosticCode;
}

export type OnProblem = (problem: ValueProblem) => void;
