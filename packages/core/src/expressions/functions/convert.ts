import { call, nil, printExpression } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import { readType } from "../read-type.js";
import { ANY, typeExpression, type ValueType } from "../value-type.js";
import { misfit, type Argument, type CallProblem } from "./check-call.js";

/** A call of `convert`, its type, and what is wrong with it. */
export interface Conversion {
  readonly node: Expression;
  readonly type: ValueType;
  readonly problem?: CallProblem;
}

/** `convert(value, set(string))`; the second argument is a type, and no value. */
export function convert(value: Argument, target: Expression): Conversion {
  const type = readType(target);
  return type === undefined
    ? {
        node: call("convert", [value.node, nil()]),
        type: ANY,
        problem: {
          code: "bad-call",
          reason: `${printExpression(target)} is no type that convert knows`,
          detail:
            "Its types are string, number, bool, any, list(…), set(…), map(…), tuple([…]) and object({…}).",
        },
      }
    : convertTo(value, type);
}

/** The same for a type that is known to be one. */
export function convertTo(value: Argument, type: ValueType): Conversion {
  const problem = misfit(value, type);
  return {
    node: call("convert", [value.node, typeExpression(type)]),
    type,
    ...(problem === undefined
      ? {}
      : { problem: { code: "bad-call", reason: `the value to convert ${problem}` } }),
  };
}
