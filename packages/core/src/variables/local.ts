import { traversal } from "@packwright/hcl";
import type { LocalBlock } from "../blocks/declaration.js";
import { callSite } from "../diagnostics/site.js";
import type { Expr, ExprBase, Plain } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import { snapshot } from "../expressions/snapshot.js";
import { write } from "../expressions/to-node.js";
import { typeOfValue } from "../expressions/type-of-value.js";
import type { Identifier } from "../plugin/identifier.js";

/** What a local can be: expressions, literals, and lists and objects of both; nothing that only a build knows. */
export type LocalValue =
  | ExprBase<unknown>
  | string
  | number
  | boolean
  | null
  | readonly LocalValue[]
  | { readonly [key: string]: LocalValue };

/** What there is to say of a local beside its value. */
export interface LocalOptions {
  /** Keeps its value out of Packer's output and logs. */
  readonly sensitive?: boolean;
  /** A comment above it, a line for each line of the text; legacy JSON has no place for it. */
  readonly comment?: string;
}

/**
 * A named value of the template; its type follows the value.
 *
 * @example
 * local("labels", { team: "platform", region })
 * // locals {
 * //   labels = {
 * //     team   = "platform"
 * //     region = var.region
 * //   }
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/locals
 */
export function local<const N extends string, const V extends LocalValue>(
  name: Identifier<N>,
  value: V,
  options: LocalOptions = {},
): Expr<Plain<V>> {
  const held = snapshot(value);
  const block: LocalBlock = Object.freeze({
    kind: "local",
    name,
    value: write(held),
    sensitive: options.sensitive === true,
    ...(options.comment === undefined ? {} : { comment: options.comment }),
    site: callSite(local),
  });
  return createExpr({
    node: traversal("local", name),
    type: typeOfValue(held),
    uses: [block],
    problems: [],
    inBuild: false,
  });
}
