import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { formatRange } from "../evaluate/diagnostic.js";
import { evaluateArgument } from "../evaluate/expression/call.js";
import { apart, type Context } from "../evaluate/scope.js";
import { readType } from "../evaluate/type-expression.js";
import { BOOL } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { ArgumentError, FunctionError, type FunctionDefinition, type GivenArgument } from "./definition.js";

/** The first argument without errors. */
function tryExpressions(args: readonly GivenArgument[], context: Context): Value {
  if (args.length === 0) throw new FunctionError("at least one argument is required");
  let problems = "no expression succeeded:\n";
  for (const arg of args) {
    const { value, diagnostics } = apart(context, (inner) => evaluateArgument(arg, inner));
    if (diagnostics.length === 0) return value.isWhollyKnown ? value : Value.DYNAMIC;
    for (const { summary, detail, subject, source } of diagnostics) {
      const place =
        subject === undefined || source === undefined ? "" : ` (at ${formatRange(subject, source)})`;
      problems += `- ${summary}${place}\n  ${detail}\n`;
    }
  }
  throw new FunctionError(`${problems}\nAt least one expression must produce a successful result`);
}

function can([arg]: readonly GivenArgument[], context: Context): Value {
  if (arg === undefined) return Value.FALSE;
  const { value, diagnostics } = apart(context, (inner) => evaluateArgument(arg, inner));
  if (diagnostics.length > 0) return Value.FALSE;
  return value.isWhollyKnown ? Value.TRUE : Value.unknown(BOOL);
}

function convertTo([given, wanted]: readonly GivenArgument[], context: Context): Value {
  if (given === undefined || wanted === undefined) return Value.DYNAMIC;
  const before = context.diagnostics.length;
  const value = evaluateArgument(given, context);
  const { type, diagnostics } = readType(wanted.node, { source: context.scope.source });
  context.diagnostics.push(...diagnostics);
  if (context.diagnostics.length > before) return Value.DYNAMIC;
  try {
    const marks = value.marksDeep();
    const converted = convert(value.unmarkDeep(), type);
    if (!value.isKnown) return converted.withMarks(marks);
    // The value is converted once more, to the type that came out, in which no attribute is optional.
    return convert(value.unmarkDeep(), converted.type).withMarks(marks);
  } catch (error) {
    if (error instanceof ConversionError) throw new ArgumentError(0, error.message);
    throw error;
  }
}

export const EXPRESSION_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  can: { parameters: [{ name: "expression" }], evaluate: can },
  convert: { parameters: [{ name: "value" }, { name: "type" }], evaluate: convertTo },
  try: { parameters: [], variadic: { name: "expressions" }, evaluate: tryExpressions },
};
