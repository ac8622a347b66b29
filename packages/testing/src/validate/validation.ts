import type { Diagnostic } from "@packwright/core";

/** The answer of `validate`. */
export interface Validation {
  /** Whether Packer would accept the template: no diagnostic is an error. */
  readonly valid: boolean;
  /** Errors, warnings and notes; those of the language and of components first, then those of evaluation. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A problem before its place is looked up. */
export type Unplaced = Omit<Diagnostic, "position">;
