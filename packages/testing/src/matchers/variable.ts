import { printExpression, type Block } from "@packwright/hcl";
import { evaluate, toJs } from "@packwright/hcl/evaluate";
import { attributeOf } from "../evaluate/evaluator.js";

/** What is asked of a variable; what is left out may be anything. */
export interface VariableExpectation {
  /** The type as HCL writes it: `list(string)`. */
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly sensitive?: boolean;
}

/** What the block of a variable says. */
export function describeVariable(block: Block): VariableExpectation {
  const type = attributeOf(block, "type");
  const description = attributeOf(block, "description");
  const sensitive = attributeOf(block, "sensitive");
  return {
    ...(type === undefined ? {} : { type: printExpression(type) }),
    default: defaultOf(block),
    ...(description?.kind === "string" ? { description: description.value } : {}),
    sensitive: sensitive?.kind === "bool" && sensitive.value,
  };
}

/** The default as a plain value; as the text of its expression where it comes from the environment. */
function defaultOf(block: Block): unknown {
  const node = attributeOf(block, "default");
  if (node === undefined) return undefined;
  const { value, diagnostics } = evaluate(node);
  return diagnostics.length > 0 ? printExpression(node) : toJs(value);
}
