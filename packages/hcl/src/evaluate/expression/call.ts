import type { Call, Expression, StringLiteral, Template } from "../../nodes.js";
import {
  ArgumentError,
  callFunction,
  type FunctionDefinition,
  FunctionError,
  FunctionPanic,
  type GivenArgument,
  type Parameter,
  UnavailableError,
  type ValueFunction,
} from "../../functions/definition.js";
import { convert, ConversionError } from "../convert/conversion.js";
import { type Range, rangeOf } from "../diagnostic.js";
import { didYouMean } from "../name-suggestion.js";
import { apart, type Context, report, evaluateNode } from "../scope.js";
import { NotANumber } from "../value/arithmetic.js";
import { Value } from "../value/value.js";
import { stepRange } from "./index-and-attribute.js";

export function evaluateCall(node: Call, context: Context): Value {
  const definition = context.scope.functions?.get(node.name);
  if (definition === undefined) {
    reportUnknown(node, context);
    return Value.DYNAMIC;
  }
  const args = expanded(node, context);
  if (args === undefined || !isCountRight(node, definition, args, context)) return Value.DYNAMIC;
  if ("evaluate" in definition) {
    return guarded(node, definition, args, context, () => definition.evaluate(args, context));
  }
  const values = evaluateArguments(node, definition, args, context);
  if (values === undefined) return Value.DYNAMIC;
  return guarded(node, definition, args, context, () => callFunction(definition, values));
}

/** The value of an argument. */
export function evaluateArgument({ node, value }: GivenArgument, context: Context): Value {
  return value ?? evaluateNode(node, context);
}

/** The name of the function, which is where its call starts. */
function nameRange(node: Call): Range | undefined {
  return node.start === undefined ? undefined : { start: node.start, end: node.start + node.name.length };
}

/** The name and the parenthesis behind it. */
function startRange(node: Call, { scope }: Context): Range | undefined {
  const name = nameRange(node);
  if (name === undefined || node.end === undefined) return name;
  const paren = scope.source?.text.indexOf("(", name.end) ?? -1;
  return { start: name.start, end: (paren < 0 || paren > node.end ? name.end : paren) + 1 };
}

/** Where an expression starts: for those in brackets or of a chain, HCL marks only that. */
function argumentRange(node: Expression, context: Context): Range | undefined {
  if (node.kind === "call") return startRange(node, context);
  if (
    node.kind === "tuple" ||
    node.kind === "object" ||
    node.kind === "for-tuple" ||
    node.kind === "for-object"
  ) {
    return node.start === undefined ? undefined : { start: node.start, end: node.start + 1 };
  }
  if (node.kind === "unary")
    return node.start === undefined ? undefined : { start: node.start, end: node.start + 1 };
  if (node.kind === "binary") return argumentRange(node.left, context);
  if (node.kind === "conditional") return argumentRange(node.condition, context);
  if (node.kind === "parentheses") return argumentRange(node.expression, context);
  if (node.kind === "splat") return markerRange(node.each);
  if (node.kind === "index" && node.key.kind !== "number" && node.key.kind !== "string") {
    const bracket = stepRange(node.collection.end, node.end, context);
    return bracket && { start: bracket.start, end: bracket.start + 1 };
  }
  return node.kind === "string" || node.kind === "template" ? templateStart(node, context) : rangeOf(node);
}

/** The `[*]` or `.*` that what a splat asks of its elements starts with. */
function markerRange(each: Expression): Range | undefined {
  for (let at = each; ;) {
    if (at.kind === "get-attribute") at = at.object;
    else if (at.kind === "index") at = at.collection;
    else if (at.kind === "splat") at = at.source;
    else return rangeOf(at);
  }
}

/** A template starts with its first part; one without any, to HCL, at its end. */
function templateStart(node: StringLiteral | Template, context: Context): Range | undefined {
  if (node.start === undefined || node.end === undefined) return undefined;
  if (node.kind === "string") {
    return node.value === ""
      ? { start: node.end, end: node.end }
      : { start: node.start + 1, end: node.end - 1 };
  }
  const [first] = node.parts;
  if (first === undefined || (first.kind === "interpolation" && node.parts.length === 1))
    return rangeOf(node);
  if (first.kind === "interpolation") return argumentRange(first.expression, context);
  return first.kind === "if-directive" ? argumentRange(first.condition, context) : rangeOf(first);
}

function reportUnknown(node: Call, context: Context): void {
  const { functions } = context.scope;
  const { name } = node;
  if (functions === undefined) {
    report(context, "Function calls not allowed", "Functions may not be called here.", rangeOf(node));
    return;
  }
  const separator = name.lastIndexOf("::");
  const namespace = name.slice(0, separator + 2);
  const detail =
    separator >= 0
      ? `There are no functions in namespace "${namespace}".`
      : // In a loop HCL makes no suggestions.
        `There is no function named "${name}".${context.locals === undefined ? didYouMean(name, functions.keys()) : ""}`;
  report(context, "Call to unknown function", detail, nameRange(node), rangeOf(node));
}

/** The arguments, the last one expanded when `...` follows it; `undefined` when it cannot be. */
function expanded(node: Call, context: Context): readonly GivenArgument[] | undefined {
  const args = node.arguments.map((arg) => ({ node: arg, value: undefined }));
  const last = node.arguments.at(-1);
  if (node.expand !== true || last === undefined) return args;
  const { value, diagnostics } = apart(context, (inner) => evaluateNode(last, inner));
  context.diagnostics.push(...diagnostics);
  if (diagnostics.length > 0) return undefined;
  const { kind } = value.type;
  const isSequence = kind === "tuple" || kind === "list" || kind === "set";
  if (!isSequence && kind !== "any") {
    fail("be of a tuple, list, or set type");
    return undefined;
  }
  if (value.isNull) {
    fail("not be null");
    return undefined;
  }
  if (!value.isKnown) return undefined;
  const more = value.unmark().elements();
  return [
    ...args.slice(0, -1),
    ...more.map((element) => ({ node: last, value: element.withMarks(value.marks) })),
  ];

  function fail(must: string): void {
    const detail = `The expanding argument (indicated by ...) must ${must}.`;
    const at = last === undefined ? undefined : rangeOf(last);
    report(context, "Invalid expanding argument value", detail, at, rangeOf(node));
  }
}

function isCountRight(
  node: Call,
  { parameters, variadic }: FunctionDefinition,
  args: readonly GivenArgument[],
  context: Context,
): boolean {
  const missing = parameters[args.length];
  if (missing !== undefined) {
    const least = variadic === undefined ? "" : " at least";
    const detail = `Function "${node.name}" expects${least} ${parameters.length} argument(s). Missing value for "${missing.name}".`;
    const closing = node.end === undefined ? undefined : { start: node.end - 1, end: node.end };
    report(context, "Not enough function arguments", detail, closing, rangeOf(node));
    return false;
  }
  const extra = args[parameters.length];
  if (variadic !== undefined || extra === undefined) return true;
  const detail = `Function "${node.name}" expects only ${parameters.length} argument(s).`;
  report(context, "Too many function arguments", detail, argumentRange(extra.node, context), rangeOf(node));
  return false;
}

/** The arguments as values of their parameters' types; `undefined` when one of them has an error. */
function evaluateArguments(
  node: Call,
  { parameters, variadic }: ValueFunction,
  args: readonly GivenArgument[],
  context: Context,
): readonly Value[] | undefined {
  const before = context.diagnostics.length;
  const values = args.map((arg, i) => {
    const parameter: Parameter | undefined = parameters[i] ?? variadic;
    const value = evaluateArgument(arg, context);
    try {
      return parameter === undefined ? value : convert(value, parameter.type);
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      reportArgument(node, arg, parameter?.name ?? "", error.message, context);
      return value;
    }
  });
  return context.diagnostics.length > before ? undefined : values;
}

function reportArgument(node: Call, arg: GivenArgument, name: string, why: string, context: Context): void {
  const detail = `Invalid value for "${name}" parameter: ${why}.`;
  const subject = arg.value === undefined ? argumentRange(arg.node, context) : rangeOf(arg.node);
  report(context, "Invalid function argument", detail, subject, rangeOf(node));
}

/** The result of a call, its failure turned into a diagnostic. */
function guarded(
  node: Call,
  { parameters, variadic }: FunctionDefinition,
  args: readonly GivenArgument[],
  context: Context,
  call: () => Value,
): Value {
  try {
    return call();
  } catch (error) {
    if (error instanceof ArgumentError) {
      const parameter = parameters[error.index] ?? variadic;
      const arg = args[error.index];
      if (parameter !== undefined && arg !== undefined) {
        reportArgument(node, arg, parameter.name, error.message, context);
        return Value.DYNAMIC;
      }
      if (parameter !== undefined) {
        const detail = `Invalid value for "${parameter.name}" parameter: ${error.message}.`;
        report(context, "Invalid function argument", detail, rangeOf(node));
        return Value.DYNAMIC;
      }
    }
    if (!isFailure(error)) throw error;
    const end = error instanceof FunctionPanic ? "" : ".";
    const detail = `Call to function "${node.name}" failed: ${error.message}${end}`;
    const needs = error instanceof UnavailableError ? error.needs : undefined;
    report(context, "Error in function call", detail, startRange(node, context), rangeOf(node), needs);
    return Value.DYNAMIC;
  }
}

function isFailure(error: unknown): error is Error {
  return error instanceof FunctionError || error instanceof ConversionError || error instanceof NotANumber;
}
