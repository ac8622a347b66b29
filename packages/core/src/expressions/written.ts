import type { Expression } from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";

/** Something that has no counterpart in HCL, and where in the value it stands: `["disks", "0"]`. */
export interface Unwritable {
  readonly path: readonly string[];
  readonly reason: string;
}

/** A value of the program as HCL: its tree, what it refers to, and what of it HCL cannot say. */
export interface Written {
  readonly node: Expression;
  /** The variables, locals and data sources that the tree refers to, in order of first use. */
  readonly uses: readonly Declaration[];
  readonly problems: readonly Unwritable[];
  /** Whether a part of it has a value only inside a build's steps. */
  readonly inBuild: boolean;
}
