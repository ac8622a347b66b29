import type { Expression } from "@packwright/hcl/nodes";

/** A condition over a value, as an expression of HCL. */
export type Test = (value: Expression) => Expression;

/** What a check of a schema comes to in a template. */
export type ConstraintRule =
  | {
      readonly test: Test;
      /** Completes "The value of x must …". */
      readonly demand: string;
    }
  | Unwritten;

/** A constraint that the template cannot carry: it is checked in TypeScript alone. */
export interface Unwritten {
  /** The constraint in words: `refine`, `the pattern /a(?=b)/`. */
  readonly constraint: string;
  /** What TypeScript does about it, `checked` unless said otherwise. */
  readonly verb?: "done";
  /** Why it cannot be written, where one would expect it to be. */
  readonly reason?: string;
}
