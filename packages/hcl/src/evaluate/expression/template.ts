import type { ForDirective, Heredoc, IfDirective, Located, Template, TemplatePart } from "../../nodes.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { rangeOf } from "../diagnostic.js";
import { apart, type Context, report, evaluateNode } from "../scope.js";
import { STRING } from "../value/type.js";
import { type Marks, unite, Value } from "../value/value.js";
import { choose } from "./conditional.js";
import { evaluateLoop } from "./for.js";

/** A template; one that is nothing but an interpolation has its value, of whatever type. */
export function evaluateTemplate(node: Template, context: Context): Value {
  const [first] = node.parts;
  if (node.parts.length === 1 && first?.kind === "interpolation")
    return evaluateNode(first.expression, context);
  return joinParts(node.parts, node, context);
}

export function evaluateHeredoc(node: Heredoc, context: Context): Value {
  return joinParts(node.parts, node, context);
}

const INVALID = "Invalid template interpolation value";

/** The parts of a template as one string. */
function joinParts(parts: readonly TemplatePart[], whole: Located, context: Context): Value {
  let text = "";
  let isKnown = true;
  let marks: Marks | undefined;
  for (const part of parts) {
    const value = evaluatePart(part, context);
    const place = rangeOf(part.kind === "interpolation" ? part.expression : part);
    if (value.isNull) {
      const detail = "The expression result is null. Cannot include a null value in a string template.";
      report(context, INVALID, detail, place, rangeOf(whole));
      continue;
    }
    marks = unite(marks, value.marks);
    if (!value.isKnown) {
      isKnown = false;
      continue;
    }
    const piece = toText(value.unmark(), (why) => {
      const detail = `Cannot include the given value in a string template: ${why}.`;
      report(context, INVALID, detail, place, rangeOf(whole));
    });
    text += piece?.asString() ?? "";
  }
  const result = isKnown ? Value.string(text) : Value.unknown(STRING).refineNotNull();
  return result.withMarks(marks);
}

function toText(value: Value, fail: (why: string) => void): Value | undefined {
  try {
    return convert(value, STRING);
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    fail(error.message);
    return undefined;
  }
}

function evaluatePart(part: TemplatePart, context: Context): Value {
  switch (part.kind) {
    case "text":
      return Value.string(part.value);
    case "interpolation":
      return evaluateNode(part.expression, context);
    case "if-directive":
      return evaluateIf(part, context);
    case "for-directive":
      return evaluateFor(part, context);
  }
}

function evaluateIf(node: IfDirective, context: Context): Value {
  return choose(
    {
      condition: (inner) => evaluateNode(node.condition, inner),
      then: apart(context, (inner) => joinParts(node.then, node, inner)),
      else: apart(context, (inner) => joinParts(node.else ?? [], node, inner)),
      places: { whole: node, condition: node.condition, then: node, else: node },
    },
    context,
  );
}

/** The results of a loop, one behind the other. */
function evaluateFor(node: ForDirective, context: Context): Value {
  const results = evaluateLoop(node, context, (inner) => joinParts(node.parts, node, inner));
  if (results.type.kind !== "tuple") return Value.unknown(STRING).withMarks(results.marks);
  const elements = results.elements();
  const marks = unite(results.marks, ...elements.map((element) => element.marks));
  if (elements.some((element) => !element.isKnown)) return Value.unknown(STRING).withMarks(results.marks);
  return Value.string(elements.map((element) => element.unmark().asString()).join("")).withMarks(marks);
}
