import type { Conditional, Located } from "../../nodes.js";
import { type Conversion, conversionBetween, convert, ConversionError } from "../convert/conversion.js";
import { unify } from "../convert/conversion.js";
import { rangeBetween, rangeOf } from "../diagnostic.js";
import { type Apart, apart, type Context, report, evaluateNode } from "../scope.js";
import { quoted } from "../value/text-order.js";
import {
  ANY,
  BOOL,
  equalTypes,
  friendlyName,
  isCollection,
  type ObjectType,
  type TupleType,
  type Type,
} from "../value/type.js";
import { Value } from "../value/value.js";

export function evaluateConditional(node: Conditional, context: Context): Value {
  return choose(
    {
      condition: (inner) => evaluateNode(node.condition, inner),
      then: apart(context, (inner) => evaluateNode(node.then, inner)),
      else: apart(context, (inner) => evaluateNode(node.else, inner)),
      places: { whole: node, condition: node.condition, then: node.then, else: node.else },
    },
    context,
  );
}

/** A condition and its two results, evaluated both: they have to have types that go together. */
export interface Choice {
  readonly condition: (context: Context) => Value;
  readonly then: Apart;
  readonly else: Apart;
  readonly places: {
    readonly whole: Located;
    readonly condition: Located;
    readonly then: Located;
    readonly else: Located;
  };
}

const INCONSISTENT = "Inconsistent conditional result types";

/** The result that the condition chooses, as one of the type of both. */
export function choose({ condition, then, else: otherwise, places }: Choice, context: Context): Value {
  const whole = rangeOf(places.whole);
  const common = commonType(then.value, otherwise.value);
  if (common === undefined) {
    const why = describeMismatch(then.value.type, otherwise.value.type);
    const detail = `The true and false result expressions must have consistent types. ${why}.`;
    report(context, INCONSISTENT, detail, rangeBetween(places.then, places.else), whole);
    return Value.DYNAMIC;
  }
  const { type } = common;
  const decision = condition(context);
  const subject = rangeOf(places.condition);
  if (decision.isNull) {
    const detail = "The condition value is null. Conditions must either be true or false.";
    report(context, "Null condition", detail, subject, whole);
    return Value.unknown(type);
  }
  const marks = [decision.marks, then.value.marks, otherwise.value.marks];
  if (!decision.isKnown) return undecided(then.value, otherwise.value, type).withMarks(...marks);
  const isTrue = toBool(decision.unmark());
  if (isTrue === undefined) {
    const detail = "The condition expression must be of type bool.";
    report(context, "Incorrect condition type", detail, subject, whole);
    return Value.unknown(type);
  }
  const chosen = isTrue ? then : otherwise;
  context.diagnostics.push(...chosen.diagnostics);
  const conversion = isTrue ? common.then : common.else;
  try {
    const value = chosen.value.unmark();
    return (conversion?.(value) ?? value).withMarks(...marks);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    const detail = `The ${String(isTrue)} result value has the wrong type: ${error.message}.`;
    report(context, INCONSISTENT, detail, rangeOf(isTrue ? places.then : places.else), whole);
    return Value.unknown(type).withMarks(...marks);
  }
}

function toBool(decision: Value): boolean | undefined {
  try {
    return convert(decision, BOOL).isTrue;
  } catch (error) {
    if (error instanceof ConversionError) return undefined;
    throw error;
  }
}

interface Common {
  readonly type: Type;
  readonly then: Conversion | undefined;
  readonly else: Conversion | undefined;
}

/** The type that both results can have; a bare null has any. */
function commonType(then: Value, otherwise: Value): Common | undefined {
  if (isBareNull(then)) {
    return { type: otherwise.type, then: conversionBetween(ANY, otherwise.type, true), else: undefined };
  }
  if (isBareNull(otherwise)) {
    return { type: then.type, then: undefined, else: conversionBetween(ANY, then.type, true) };
  }
  if (then.type.kind === "any" || otherwise.type.kind === "any") {
    return { type: ANY, then: undefined, else: undefined };
  }
  const unified = unify([then.type, otherwise.type], true);
  if (unified === undefined) return undefined;
  return { type: unified.type, then: unified.conversions[0], else: unified.conversions[1] };
}

function isBareNull(value: Value): boolean {
  return value.isNull && value.type.kind === "any" && value.marks === undefined;
}

/** What is known of a result while the condition is not: the same number of either is that, lists as long have that length. */
function undecided(then: Value, otherwise: Value, type: Type): Value {
  if (then.isNull && otherwise.isNull) return Value.null(type);
  const unknown = Value.unknown(type);
  if (!then.isDefinitelyNotNull || !otherwise.isDefinitelyNotNull) return unknown;
  return sameEitherWay(then, otherwise, type) ?? unknown.refineNotNull();
}

function sameEitherWay(then: Value, otherwise: Value, type: Type): Value | undefined {
  if (then.state !== "known" || otherwise.state !== "known") return undefined;
  if (then.type.kind === "number" && otherwise.type.kind === "number") {
    return then.asNumber().compare(otherwise.asNumber()) === 0 ? then : undefined;
  }
  if (!isCollection(type) || !equalTypes(then.type, otherwise.type) || then.size !== otherwise.size)
    return undefined;
  if (type.kind === "list")
    return Value.list(
      type.element,
      then.elements().map(() => Value.unknown(type.element)),
    );
  if (then.size > 0) return undefined;
  return type.kind === "set" ? Value.set(type.element, []) : Value.map(type.element, []);
}

function describeMismatch(then: Type, otherwise: Type): string {
  const deeper = describeInside(then, otherwise);
  if (deeper !== undefined) return deeper;
  const [left, right] = [friendlyName(then), friendlyName(otherwise)];
  if (left === right) {
    return "At least one deeply-nested attribute or element is not compatible across both the 'true' and the 'false' value";
  }
  return `The 'true' value is ${left}, but the 'false' value is ${right}`;
}

function describeInside(then: Type, otherwise: Type): string | undefined {
  if (then.kind === "object" && otherwise.kind === "object") return describeObjects(then, otherwise);
  if (then.kind === "tuple" && otherwise.kind === "tuple") return describeTuples(then, otherwise);
  if (!isCollection(then) || !isCollection(otherwise) || then.kind !== otherwise.kind) return undefined;
  const { kind } = then.element;
  if (kind !== otherwise.element.kind || (kind !== "object" && kind !== "tuple")) return undefined;
  return `Mismatched ${then.kind} element types: ${describeMismatch(then.element, otherwise.element)}`;
}

function describeObjects(then: ObjectType, otherwise: ObjectType): string | undefined {
  for (const [name, type] of then.attributes) {
    const other = otherwise.attributes.get(name);
    if (other === undefined) {
      return `The 'true' value includes object attribute ${quoted(name)}, which is absent in the 'false' value`;
    }
    if (!equalTypes(type, other)) {
      return `Type mismatch for object attribute ${quoted(name)}: ${describeMismatch(type, other)}`;
    }
  }
  const more = [...otherwise.attributes.keys()].find((name) => !then.attributes.has(name));
  if (more === undefined) return undefined;
  return `The 'false' value includes object attribute ${quoted(more)}, which is absent in the 'true' value`;
}

function describeTuples(then: TupleType, otherwise: TupleType): string | undefined {
  const [left, right] = [then.elements, otherwise.elements];
  if (left.length !== right.length) {
    return `The 'true' tuple has length ${left.length}, but the 'false' tuple has length ${right.length}`;
  }
  for (const [i, type] of left.entries()) {
    const other = right[i];
    if (other === undefined || equalTypes(type, other)) continue;
    return `Type mismatch for tuple element ${i}: ${describeMismatch(type, other)}`;
  }
  return undefined;
}
