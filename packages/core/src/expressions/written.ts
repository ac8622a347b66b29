import type { Expression } from "@packwright/hcl/nodes";
import type { Declaration } from "../blocks/declaration.js";
import type { DiagnosticCode } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";

/** Something that has no counterpart in HCL, and where in the value it stands: `["disks", "0"]`. */
export interface Unwritable {
  readonly path: readonly string[];
  readonly reason: string;
  /** What to do about it. */
  readonly detail?: string;
  /** `unwritable-value` unless said otherwise. */
  readonly code?: DiagnosticCode;
  /** The call that made the value, where that is not the call of the component which uses it. */
  readonly site?: Site;
  /** The variable of a loop that is the problem outside of its loop, and none inside. */
  readonly variable?: LoopVariable;
}

/** A name that a for-expression or for-directive binds. */
export interface LoopVariable {
  readonly name: string;
}

/** Something that came with a version of Packer. */
export interface VersionNeed {
  /** What it is, as messages name it: `the function sum`. */
  readonly what: string;
  /** The version: `1.13.0`. */
  readonly since: string;
}

/** A value of the program as HCL: its tree, what it refers to, and what of it HCL cannot say. */
export interface Written {
  readonly node: Expression;
  /** The variables, locals and data sources that the tree refers to, in order of first use. */
  readonly uses: readonly Declaration[];
  readonly problems: readonly Unwritable[];
  /** Whether a part of it has a value only inside a build's steps. */
  readonly inBuild: boolean;
  /** What of it older versions of Packer lack; left out where there is nothing. */
  readonly needs?: readonly VersionNeed[] | undefined;
}
