import type { Expression } from "@packwright/hcl/nodes";
import type { Declaration } from "../blocks/declaration.js";
import type { ExprState } from "./expr-value.js";
import { snapshot } from "./snapshot.js";
import { write } from "./to-node.js";
import { typeOfValue } from "./type-of-value.js";
import type { ValueType } from "./value-type.js";
import type { Unwritable, VersionNeed } from "./written.js";

/** Collects what is known of the values that an expression is made of, while it is made. */
export class Composition {
  readonly uses: Declaration[] = [];
  problems: Unwritable[] = [];
  inBuild = false;
  needs: VersionNeed[] | undefined;

  /** Adds a value and gives its tree and type. */
  add(value: unknown): { readonly node: Expression; readonly type: ValueType } {
    const held = snapshot(value);
    const { node, uses, problems, inBuild, needs } = write(held);
    this.uses.push(...uses);
    if (needs !== undefined) (this.needs ??= []).push(...needs);
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
  refuse(problem: Omit<Unwritable, "path">): void {
    this.problems.push({ path: [], code: "bad-expression", ...problem });
  }

  /** Says that the expression has a part that came with a version of Packer. */
  need(need: VersionNeed | undefined): void {
    if (need !== undefined) (this.needs ??= []).push(need);
  }

  /** The state of the expression, for {@link createExpr}. */
  state(node: Expression, type: ValueType): ExprState {
    const { uses, problems, inBuild, needs } = this;
    return { node, type, uses, problems, inBuild, needs };
  }
}
