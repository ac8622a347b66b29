import type { Binary, BinaryOperator, Unary } from "../../nodes.js";
import { add, divide, modulo, multiply, NotANumber, subtract } from "../value/arithmetic.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { rangeOf } from "../diagnostic.js";
import { type Apart, apart, type Context, report, evaluateNode } from "../scope.js";
import { equals } from "../value/equality.js";
import type { HclNumber } from "../value/number.js";
import { ANY, BOOL, NUMBER, type Type } from "../value/type.js";
import { Value } from "../value/value.js";

/** An operator of two values that are of the type of its operands, known and not null. */
interface Operator {
  readonly operand: Type;
  readonly result: Type;
  readonly apply: (left: Value, right: Value) => Value;
}

const arithmetic = (
  operation: (left: HclNumber, right: HclNumber) => HclNumber,
  failure: string,
): Operator => ({
  operand: NUMBER,
  result: NUMBER,
  apply: (left, right) => {
    try {
      return Value.number(operation(left.asNumber(), right.asNumber()));
    } catch (error) {
      if (error instanceof NotANumber) throw new OperationError(failure);
      throw error;
    }
  },
});

const comparison = (holds: (order: number) => boolean): Operator => ({
  operand: NUMBER,
  result: BOOL,
  apply: (left, right) => Value.bool(holds(left.asNumber().compare(right.asNumber()))),
});

const equality = (wanted: boolean): Operator => ({
  operand: ANY,
  result: BOOL,
  apply: (left, right) => {
    const result = equals(left.unmarkDeep(), right.unmarkDeep());
    const value = result === undefined ? Value.unknown(BOOL).refineNotNull() : Value.bool(result === wanted);
    return value.withMarks(left.marksDeep(), right.marksDeep());
  },
});

const logic = (apply: (left: boolean, right: boolean) => boolean): Operator => ({
  operand: BOOL,
  result: BOOL,
  apply: (left, right) => Value.bool(apply(left.isTrue, right.isTrue)),
});

const OPERATORS: Readonly<Record<BinaryOperator, Operator>> = {
  "||": logic((left, right) => left || right),
  "&&": logic((left, right) => left && right),
  "==": equality(true),
  "!=": equality(false),
  "<": comparison((order) => order < 0),
  "<=": comparison((order) => order <= 0),
  ">": comparison((order) => order > 0),
  ">=": comparison((order) => order >= 0),
  "+": arithmetic(add, "can't compute sum of opposing infinities"),
  "-": arithmetic(subtract, "can't subtract infinity from itself"),
  "*": arithmetic(multiply, "can't multiply zero by infinity"),
  "/": arithmetic(divide, "can't divide zero by zero or infinity by infinity"),
  "%": arithmetic(modulo, "can't use modulo with zero and infinity"),
};

class OperationError extends Error {}

export function evaluateBinary(node: Binary, context: Context): Value {
  const operator = OPERATORS[node.operator];
  const whole = rangeOf(node);
  const left = apart(context, (inner) => evaluateNode(node.left, inner));
  const first = operand(left.value, operator.operand, (why) => {
    report(
      context,
      "Invalid operand",
      `Unsuitable value for left operand: ${why}.`,
      rangeOf(node.left),
      whole,
    );
  });
  const right = apart(context, (inner) => evaluateNode(node.right, inner));
  const second = operand(right.value, operator.operand, (why) => {
    report(
      context,
      "Invalid operand",
      `Unsuitable value for right operand: ${why}.`,
      rangeOf(node.right),
      whole,
    );
  });
  const unknown = Value.unknown(operator.result);
  if (first === undefined || second === undefined) {
    context.diagnostics.push(...left.diagnostics, ...right.diagnostics);
    return unknown;
  }
  const marks = [first.marks, second.marks];
  if (node.operator === "&&" || node.operator === "||") {
    const decided = shortCircuit(node.operator === "||", [first, left], [second, right]);
    if (decided !== undefined) {
      context.diagnostics.push(...decided.diagnostics);
      return decided.value.withMarks(...marks);
    }
  }
  context.diagnostics.push(...left.diagnostics, ...right.diagnostics);
  if (left.diagnostics.length + right.diagnostics.length > 0) return unknown.withMarks(...marks);
  try {
    return apply(operator, first.unmark(), second.unmark()).withMarks(...marks);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    report(context, "Operation failed", `Error during operation: ${error.message}.`, whole);
    return unknown;
  }
}

function operand(given: Value, type: Type, fail: (why: string) => void): Value | undefined {
  try {
    return convert(given, type);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    fail(error.message);
    return undefined;
  }
}

function apply(operator: Operator, left: Value, right: Value): Value {
  if (operator.operand.kind === "any") return operator.apply(left, right);
  if (left.isNull || right.isNull) throw new OperationError("argument must not be null");
  if (!left.isKnown || !right.isKnown) return Value.unknown(operator.result).refineNotNull();
  return operator.apply(left, right);
}

/**
 * What `&&` and `||` come to without looking at both sides, whatever errors the other side has. `deciding` is the value
 * that decides alone; null counts as false.
 */
function shortCircuit(
  deciding: boolean,
  [left, leftApart]: readonly [Value, Apart],
  [right, rightApart]: readonly [Value, Apart],
): Apart | undefined {
  const unknown = Value.unknown(BOOL).refineNotNull();
  if (!left.isKnown && !right.isKnown) {
    if (leftApart.diagnostics.length > 0) return undefined;
    return { value: unknown, diagnostics: leftApart.diagnostics };
  }
  const decides = (value: Value): boolean => value.isKnown && value.isTrue === deciding;
  if (decides(left)) return { value: Value.bool(deciding), diagnostics: leftApart.diagnostics };
  if (decides(right)) return { value: Value.bool(deciding), diagnostics: rightApart.diagnostics };
  if (!left.isKnown) return { value: unknown, diagnostics: leftApart.diagnostics };
  if (!right.isKnown) return { value: unknown, diagnostics: rightApart.diagnostics };
  return undefined;
}

export function evaluateUnary(node: Unary, context: Context): Value {
  const type = node.operator === "-" ? NUMBER : BOOL;
  const given = apart(context, (inner) => evaluateNode(node.operand, inner));
  context.diagnostics.push(...given.diagnostics);
  const whole = rangeOf(node);
  const value = operand(given.value, type, (why) => {
    const detail = `Unsuitable value for unary operand: ${why}.`;
    report(context, "Invalid operand", detail, rangeOf(node.operand), whole);
  });
  if (value === undefined || given.diagnostics.length > 0) return Value.unknown(type);
  if (value.isNull) {
    report(context, "Operation failed", "Error during operation: argument must not be null.", whole);
    return Value.unknown(type);
  }
  if (!value.isKnown) return Value.unknown(type).refineNotNull().withMarks(value.marks);
  const result = node.operator === "-" ? Value.number(value.asNumber().negate()) : Value.bool(!value.isTrue);
  return result.withMarks(value.marks);
}
