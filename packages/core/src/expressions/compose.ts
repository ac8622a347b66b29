import type { Expression } from "@packwright/hcl";
import type { Declaration } from "../blocks/declaration.js";
import { snapshot } from "./snapshot.js";
import { write } from "./to-node.js";
import { typeOfValue } from "./type-of-value.js";
import type { ValueType } from "./value-type.js";
import type { Unwritable } from "./written.js";

/** Collects what is known of the values that an expression is made of, while it is made. */
export class Composition {
  readonly uses: Declaration[] = [];
  problems: Unwritable[] = [];
  inBuild = false;

  /** Adds a value and gives its tree and type. */
  add(value: unknown): { readonly node: Expression; readonly type: ValueType } {
    const held = snapshot(value);
    const { node, uses, problems, inBuild } = write(held);
    this.uses.push(...uses);
    for (const problem of problems) {
      const { path, reason } = problem;
      // What a value is made of has no path of its own in the option that the whole stands in.
      this.problems.push({
        ...problem,
        path: [],
        reason: path.length === 0 ? reason : `${path.join(".")}: ${reason}`,
      });
    }
    this.inBuild ||= inBuild;
    return { node, type: typeOfValue(held) };
  }

  /** Says that something is wrong with the expression itself. */
  refuse(problem: Omit<Unwritable, "path" | "code">): void {
    this.problems.push({ path: [], code: "bad-expression", ...problem });
  }

  /** The state of the expression, for {@link createExpr}. */
  state<N extends Expression>(
    node: N,
    type: ValueType,
  ): {
    readonly node: N;
    readonly type: ValueType;
    readonly uses: readonly Declaration[];
    readonly problems: readonly Unwritable[];
    readonly inBuild: boolean;
  } {
    const { uses, problems, inBuild } = this;
    return { node, type, uses, problems, inBuild };
  }
}
