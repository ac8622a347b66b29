import type { Expression, NodeOf } from "../../nodes.js";
import { parseNumber } from "../value/number-text.js";
import { NumberTooLarge } from "../value/number.js";
import { ANY } from "../value/type.js";
import { Value } from "../value/value.js";
import { rangeOf } from "../diagnostic.js";
import { type Context, evaluateNode, report } from "../scope.js";
import { evaluateCall } from "./call.js";
import { evaluateConditional } from "./conditional.js";
import { evaluateForObject, evaluateForTuple } from "./for.js";
import { evaluateGetAttribute, evaluateIndex } from "./index-and-attribute.js";
import { evaluateObject } from "./object.js";
import { evaluateBinary, evaluateUnary } from "./operation.js";
import { evaluateSplat } from "./splat.js";
import { evaluateHeredoc, evaluateTemplate } from "./template.js";
import { evaluateVariable } from "./variable.js";

type Evaluators = {
  readonly [K in Expression["kind"]]: (node: NodeOf<K>, context: Context) => Value;
};

const EVALUATORS: Evaluators = {
  number: ({ text }) => number(text),
  bool: ({ value }) => Value.bool(value),
  null: () => Value.null(ANY),
  string: ({ value }) => Value.string(value),
  template: evaluateTemplate,
  heredoc: evaluateHeredoc,
  tuple: (node, context) => Value.tuple(node.items.map((item) => evaluateNode(item, context))),
  object: evaluateObject,
  variable: evaluateVariable,
  "get-attribute": evaluateGetAttribute,
  index: evaluateIndex,
  splat: evaluateSplat,
  "splat-item": (_, { item }) => item ?? Value.DYNAMIC,
  call: evaluateCall,
  unary: evaluateUnary,
  binary: evaluateBinary,
  conditional: evaluateConditional,
  "for-tuple": evaluateForTuple,
  "for-object": evaluateForObject,
  parentheses: ({ expression }, context) => evaluateNode(expression, context),
};

function number(text: string): Value {
  const parsed = parseNumber(text);
  return parsed === undefined ? Value.DYNAMIC : Value.number(parsed);
}

/** Expressions nested deeper than this are refused: the call stack has an end. */
const DEEPEST = 1000;

/** The value of an expression; what is wrong with it is reported to the context. */
export function evaluateExpression(node: Expression, context: Context): Value {
  if (context.depth >= DEEPEST) {
    report(
      context,
      "Expression nested too deeply",
      `Expressions may be nested ${DEEPEST} levels deep.`,
      rangeOf(node),
    );
    return Value.DYNAMIC;
  }
  // The table pairs each kind with its own function; TypeScript cannot follow that pairing through an index.
  const evaluator = EVALUATORS[node.kind] as (node: Expression, context: Context) => Value;
  try {
    return evaluator(node, { ...context, depth: context.depth + 1 });
  } catch (error) {
    if (!(error instanceof NumberTooLarge)) throw error;
    report(context, "Number too large", "The number has more digits than can be written out.", rangeOf(node));
    return Value.DYNAMIC;
  }
}
