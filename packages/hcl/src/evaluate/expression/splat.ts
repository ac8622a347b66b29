import type { Splat } from "../../nodes.js";
import { rangeBetween, rangeOf } from "../diagnostic.js";
import { apart, type Context, report, evaluateNode } from "../scope.js";
import { listOf, tupleOf, type Type } from "../value/type.js";
import { haveOneType, Value } from "../value/value.js";

/** What is asked of each element of a sequence; anything else counts as a sequence of one, null as one of none. */
export function evaluateSplat(node: Splat, context: Context): Value {
  const given = apart(context, (inner) => evaluateNode(node.source, inner));
  context.diagnostics.push(...given.diagnostics);
  if (given.diagnostics.length > 0) return Value.DYNAMIC;
  const { value } = given;
  const { kind } = value.type;
  const isSequence = kind === "tuple" || kind === "list" || kind === "set";
  if (value.isNull && !isSequence) return Value.tuple([]).withMarks(value.marks);
  if (value.isNull) {
    const detail = "Splat expressions (with the * symbol) cannot be applied to null sequences.";
    report(context, "Splat of null value", detail, rangeOf(node.source), rangeBetween(node.source, node));
    return Value.DYNAMIC;
  }
  if (kind === "any") return Value.DYNAMIC.withMarks(value.marks);
  const source = isSequence ? value : Value.tuple([value]).withMarks(value.marks);
  if (!source.isKnown) return unknownResult(node, source, context);
  const result = mapElements(node, source, context);
  // Whether there is one element or none depends on whether the value will be null.
  const isOpen = !isSequence && !value.isKnown && !value.isDefinitelyNotNull;
  return (isOpen ? Value.DYNAMIC : result).withMarks(source.marks);
}

function unknownResult(node: Splat, source: Value, context: Context): Value {
  const type = resultType(node, source.type, context);
  return Value.unknown(type).refineNotNull().withMarks(source.marks);
}

/** The type of a splat's result, found with unknown elements; errors in it are reported. */
function resultType(node: Splat, source: Type, context: Context): Type {
  const each = (element: Type): Type =>
    evaluateNode(node.each, { ...context, item: Value.unknown(element) }).type;
  if (source.kind === "tuple") return tupleOf(source.elements.map(each));
  return "element" in source ? listOf(each(source.element)) : source;
}

function mapElements(node: Splat, source: Value, context: Context): Value {
  const before = context.diagnostics.length;
  const values = source.elements().map((item) => evaluateNode(node.each, { ...context, item }));
  if (context.diagnostics.length > before) {
    return Value.unknown(resultType(node, source.type, { ...context, diagnostics: [] }));
  }
  if (source.type.kind === "tuple") return Value.tuple(values);
  if (values.length === 0) {
    const type = resultType(node, source.type, context);
    return "element" in type ? Value.list(type.element, []) : Value.DYNAMIC;
  }
  if (haveOneType(values)) return Value.list(source.type, values);
  const detail =
    "The second level of splat expression produced elements of different types, so it isn't possible to construct a valid list to represent the top-level result.\n\nConsider using a for expression instead, to produce a tuple-typed result which can therefore have non-homogenous element types.";
  report(context, "Invalid nested splat expressions", detail, rangeOf(node.each), rangeOf(node));
  return Value.DYNAMIC;
}
