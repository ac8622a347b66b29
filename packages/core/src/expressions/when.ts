import { conditional } from "@packwright/hcl";
import { callSite } from "../diagnostics/site.js";
import { Composition } from "./compose.js";
import { isConvertible } from "./convertible.js";
import type { ExprBase, Scope, ScopeOf, Settled } from "./expr.js";
import { createSettled } from "./expr-value.js";
import { common } from "./functions/facts.js";
import type { Kept, Value } from "./input-types.js";
import { BOOL, describeType } from "./value-type.js";

/**
 * One of two values, chosen by a condition when Packer reads the template. A condition that the program knows is
 * better an ordinary `if` or `? :`.
 *
 * Values that Packer cannot make one type of, such as text and a list, are a diagnostic.
 * @example
 * when(isProduction, "e2-standard-8", "e2-small")   // HCL: var.production ? "e2-standard-8" : "e2-small"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#conditional-expressions
 */
export function when<const A extends Value, const B extends Value, S extends Scope = never>(
  condition: ExprBase<boolean, S> | boolean,
  then: A,
  otherwise: B,
): Settled<Kept<A> | Kept<B>, S | ScopeOf<A> | ScopeOf<B>> {
  const made = new Composition();
  const asked = made.add(condition);
  const first = made.add(then);
  const second = made.add(otherwise);
  if (!isConvertible(asked.type, BOOL)) {
    made.refuse({
      reason: `the condition of when has to be true or false, and is ${describeType(asked.type)}`,
      site: callSite(when),
    });
  }
  if (!isConvertible(first.type, second.type) && !isConvertible(second.type, first.type)) {
    made.refuse({
      reason: `when chooses between ${describeType(first.type)} and ${describeType(second.type)}`,
      detail: "Packer makes one type of both values, which these do not have.",
      site: callSite(when),
    });
  }
  const node = conditional(asked.node, first.node, second.node);
  return createSettled(made.state(node, common([first.type, second.type])));
}
