import type { Variable } from "../../nodes.js";
import { rangeOf } from "../diagnostic.js";
import { didYouMean } from "../name-suggestion.js";
import { type Context, report } from "../scope.js";
import { Value } from "../value/value.js";

/** A variable of the innermost loop that has one of the name, or of the scope. */
export function evaluateVariable(node: Variable, context: Context): Value {
  const { name } = node;
  for (let locals = context.locals; locals !== undefined; locals = locals.parent) {
    const value = locals.variables.get(name);
    if (value !== undefined) return value;
  }
  const { variables } = context.scope;
  const value = variables?.get(name);
  if (value !== undefined) return value;
  if (variables === undefined && context.locals === undefined) {
    report(context, "Variables not allowed", "Variables may not be used here.", rangeOf(node));
    return Value.DYNAMIC;
  }
  const detail = `There is no variable named "${name}".${didYouMean(name, namesIn(context))}`;
  report(context, "Unknown variable", detail, rangeOf(node));
  return Value.DYNAMIC;
}

function namesIn({ scope, locals }: Context): ReadonlySet<string> {
  const names = new Set(scope.variables?.keys());
  for (let at = locals; at !== undefined; at = at.parent) {
    for (const name of at.variables.keys()) names.add(name);
  }
  return names;
}
