import type { ExprState } from "../expr-value.js";
import type { Hole } from "./holes.js";

/** What an expression of text may name, and how messages tell its author to name anything else. */
export interface Surroundings {
  readonly holes: readonly Hole[];
  /** Declared values by their HCL: `var.region`. */
  readonly named: ReadonlyMap<string, ExprState>;
  /** How a value gets into the text: "write ${region}". */
  readonly splice: string;
}
