import { forDirective as forNode, ifDirective as ifNode, template } from "@packwright/hcl";
import type { TemplatePart } from "@packwright/hcl/nodes";
import { callSite } from "../diagnostics/site.js";
import { Composition } from "./compose.js";
import { isConvertible } from "./convertible.js";
import type { Expr, ExprBase, Scope, ScopeOf } from "./expr.js";
import { createExpr } from "./expr-value.js";
import type { OfItem } from "./for-each.js";
import type { List, Mapping } from "./input-types.js";
import { Loop, type LoopNames } from "./loop.js";
import { text, type TextPart } from "./text.js";
import { BOOL, describeType, STRING } from "./value-type.js";

/**
 * Text that is there under a condition only: HCL's `%{ if }`, for the `${}` of {@link text} and {@link heredoc}.
 *
 * @param otherwise what is there when the condition is false; nothing without it
 * @example
 * text`debian${ifDirective(isArm, "-arm64", "-amd64")}`
 * // "debian%{if var.arm}-arm64%{else}-amd64%{endif}"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#directives
 */
export function ifDirective<
  const A extends TextPart<Scope>,
  const B extends TextPart<Scope> = "",
  S extends Scope = never,
>(
  condition: ExprBase<boolean, S> | boolean,
  then: A,
  otherwise?: B,
): Expr<string, S | ScopeOf<A> | ScopeOf<B>> {
  const made = new Composition();
  const asked = made.add(condition);
  if (!isConvertible(asked.type, BOOL)) {
    made.refuse({
      reason: `the condition of ifDirective has to be true or false, and is ${describeType(asked.type)}`,
      site: callSite(ifDirective),
    });
  }
  const first = partsOf(then, made);
  const second = otherwise === undefined ? undefined : partsOf(otherwise, made);
  return createExpr(made.state(template([ifNode(asked.node, first, second)]), STRING));
}

/**
 * Text repeated for each item of a list or map: HCL's `%{ for }`, for the `${}` of {@link text} and {@link heredoc}.
 *
 * @example
 * text`${forDirective(hosts, (host) => text`${host}\n`, { as: "host" })}`
 * // "%{for host in var.hosts}${host}\n%{endfor}"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/expressions#directives
 */
export function forDirective<const C extends List | Mapping, const R extends TextPart<Scope>>(
  collection: C,
  each: OfItem<C, R>,
  options: LoopNames = {},
): Expr<string, ScopeOf<C> | ScopeOf<R>> {
  const made = new Composition();
  const from = made.add(collection);
  const loop = new Loop("forDirective", from.type, options, made);
  const { node } = loop.run((item, key) => text`${each(item, key)}`);
  const parts = node.kind === "template" ? node.parts : literal(node.kind === "string" ? node.value : "");
  return createExpr(made.state(template([forNode(loop.names(), from.node, parts)]), STRING));
}

function partsOf(part: TextPart<Scope>, made: Composition): readonly TemplatePart[] {
  const { node } = made.add(text`${part}`);
  return node.kind === "template" ? node.parts : literal(node.kind === "string" ? node.value : "");
}

function literal(value: string): readonly TemplatePart[] {
  return value === "" ? [] : [{ kind: "text", value }];
}
