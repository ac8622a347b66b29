import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { formatExponent, formatFixed, formatGeneral } from "../evaluate/value/number-format.js";
import type { HclNumber } from "../evaluate/value/number.js";
import { quoted, quotedRune } from "../evaluate/value/text-order.js";
import { BOOL, listOf, NUMBER, STRING, type Type } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { byteLength } from "../lexer/decode.js";
import {
  anyParameter,
  argument,
  ArgumentError,
  FunctionError,
  type FunctionDefinition,
} from "./definition.js";
import { jsonString, toJsonText } from "./json-text.js";
import { clusters, textLength } from "./strings.js";

/** `%[flags][width][.precision][[index]]mode` */
interface Verb {
  readonly raw: string;
  /** Where it stands, in bytes. */
  readonly offset: number;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** Which argument it formats, from 1. */
  readonly index: number;
  readonly mode: string;
}

/** The widest padding; Go has the same limit. */
const WIDEST = 1_000_000;

const VERB = /%([0#\-+ ]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([A-Za-z])/y;

/** The text with its verbs replaced by formatted arguments. */
function formatText(format: string, args: readonly Value[]): string {
  let out = "";
  let next = 1;
  let highest = 0;
  for (let at = 0; at < format.length;) {
    const percent = format.indexOf("%", at);
    out += format.slice(at, percent < 0 ? undefined : percent);
    if (percent < 0) break;
    if (format.charAt(percent + 1) === "%") {
      out += "%";
      at = percent + 2;
      continue;
    }
    const verb = verbAt(format, percent, next);
    highest = Math.max(highest, verb.index);
    out += formatVerb(verb, args);
    next = verb.index + 1;
    at = percent + verb.raw.length;
  }
  if (highest >= args.length) return out;
  const used = highest === 0 ? "no verbs in format string" : `only ${highest} used by format string`;
  throw new ArgumentError(highest + 1, `too many arguments; ${used}`);
}

function verbAt(format: string, at: number, next: number): Verb {
  VERB.lastIndex = at;
  const match = VERB.exec(format);
  if (match === null) throw invalidVerb(format, at);
  const [raw, flags = "", width, precision, index, mode = ""] = match;
  const size = (text: string | undefined): number | undefined => {
    if (text === undefined) return undefined;
    const number = Number(text);
    if (number > WIDEST) throw new FunctionError(`the width ${text} of ${quoted(raw)} is too large`);
    return number;
  };
  return {
    raw,
    offset: byteLength(format, 0, at),
    flags,
    width: size(width),
    precision: size(precision),
    index: index === undefined ? next : Number(index),
    mode,
  };
}

/** What of a verb could be read, and what stands where it cannot go on. */
const BEGINNING = /%[0#\-+ ]*(?:[1-9]\d*)?(?:\.\d*)?(?:\[(?:[1-9]\d*)?\]?)?/y;

function invalidVerb(format: string, at: number): FunctionError {
  BEGINNING.lastIndex = at;
  const read = BEGINNING.exec(format)?.[0] ?? "%";
  const stop = at + read.length;
  const offset = byteLength(format, 0, stop);
  const code = format.codePointAt(stop);
  if (code === undefined) return new FunctionError(`invalid format string starting at offset ${offset}`);
  const character = quotedRune(String.fromCodePoint(code));
  return new FunctionError(`unrecognized format character ${character} at offset ${offset}`);
}

function formatVerb(verb: Verb, args: readonly Value[]): string {
  const arg = args[verb.index - 1];
  const { raw, offset } = verb;
  if (arg === undefined) {
    throw new FunctionError(
      `not enough arguments for ${quoted(raw)} at ${offset}: need index ${verb.index} but have ${args.length} total`,
    );
  }
  if (verb.mode !== "v" && arg.isNull) throw unsupported(verb, "null value cannot be formatted");
  switch (verb.mode) {
    case "v":
      return pad(verb, asIs(verb, arg));
    case "t":
      return converted(verb, arg, BOOL).isTrue ? "true" : "false";
    case "b":
    case "d":
    case "o":
    case "x":
    case "X":
      return formatInteger(verb, converted(verb, arg, NUMBER).asNumber());
    case "e":
    case "E":
    case "f":
    case "g":
    case "G":
      return formatFloat(verb, converted(verb, arg, NUMBER).asNumber());
    case "s":
    case "q":
      return formatString(verb, converted(verb, arg, STRING).asString());
    default:
      throw new FunctionError(
        `unsupported format verb ${quotedRune(verb.mode)} in ${quoted(raw)} at offset ${offset}`,
      );
  }
}

function unsupported({ raw, offset }: Verb, why: string): FunctionError {
  return new FunctionError(`unsupported value for ${quoted(raw)} at ${offset}: ${why}`);
}

function converted(verb: Verb, arg: Value, type: Type): Value {
  try {
    return convert(arg, type);
  } catch (error) {
    if (error instanceof ConversionError) throw unsupported(verb, error.message);
    throw error;
  }
}

function asIs({ flags }: Verb, arg: Value): string {
  if (!flags.includes("#") && !arg.isNull) {
    if (arg.type.kind === "string") return arg.asString();
    if (arg.type.kind === "number") return formatGeneral(arg.asNumber(), undefined);
  }
  return toJsonText(arg);
}

function formatString(verb: Verb, text: string): string {
  const { precision = 0 } = verb;
  const cut = precision > 0 ? clusters(text).slice(0, precision).join("") : text;
  return pad(verb, verb.mode === "q" ? jsonString(cut) : cut);
}

/** Text made as wide as asked for, in characters as a reader sees them. */
function pad({ flags, width }: Verb, text: string): string {
  const missing = (width ?? 0) - textLength(text);
  if (missing <= 0) return text;
  const padding = (flags.includes("0") ? "0" : " ").repeat(missing);
  return flags.includes("-") ? text + padding : padding + text;
}

const BASES: Readonly<Record<string, number>> = { b: 2, d: 10, o: 8, x: 16, X: 16 };
const PREFIXES: Readonly<Record<string, string>> = { b: "0b", o: "0", x: "0x", X: "0X" };

function formatInteger(verb: Verb, number: HclNumber): string {
  if (number.infinite || !number.isInteger) throw unsupported(verb, "an integer is required");
  const { flags, mode, width = 0, precision } = verb;
  const whole = number.truncate();
  const negative = whole < 0n;
  const spelled = (negative ? -whole : whole).toString(BASES[mode] ?? 10);
  const digits = mode === "X" ? spelled.toUpperCase() : spelled;
  if (precision === 0 && whole === 0n) return "";
  const sign = signOf(negative, flags) + (flags.includes("#") ? (PREFIXES[mode] ?? "") : "");
  const body = digits.padStart(precision ?? 0, "0");
  const missing = width - sign.length - body.length;
  if (missing <= 0) return sign + body;
  if (flags.includes("-")) return sign + body + " ".repeat(missing);
  if (flags.includes("0") && precision === undefined) return sign + "0".repeat(missing) + body;
  return " ".repeat(missing) + sign + body;
}

function signOf(negative: boolean, flags: string): string {
  if (negative) return "-";
  if (flags.includes("+")) return "+";
  return flags.includes(" ") ? " " : "";
}

function formatFloat({ flags, mode, width = 0, precision }: Verb, number: HclNumber): string {
  const text = floatText(number, mode, precision);
  const isSigned = text.startsWith("-") || text.startsWith("+");
  const body = isSigned ? text.slice(1) : text;
  const sign = text.startsWith("+") ? (flags.includes(" ") ? " " : "+") : signOf(text.startsWith("-"), flags);
  const missing = width - sign.length - body.length;
  if (missing <= 0) return sign + body;
  if (flags.includes("-")) return sign + body + " ".repeat(missing);
  if (flags.includes("0") && !number.infinite) return sign + "0".repeat(missing) + body;
  return " ".repeat(missing) + sign + body;
}

function floatText(number: HclNumber, mode: string, precision: number | undefined): string {
  switch (mode) {
    case "f":
      return formatFixed(number, precision ?? 6);
    case "e":
    case "E":
      return formatExponent(number, precision ?? 6, mode);
    default:
      return formatGeneral(number, precision, mode === "G" ? "E" : "e");
  }
}

const isSequence = ({ type, isNull }: Value): boolean =>
  !isNull && (type.kind === "list" || type.kind === "set" || type.kind === "tuple");

function formatlist(format: Value, args: readonly Value[]): Value {
  const text = format.asString();
  if (args.length === 0) return Value.list(STRING, [Value.string(formatText(text, []))]);
  let length: number | undefined;
  let chooser = 0;
  let isUnknown = false;
  for (const [i, arg] of args.entries()) {
    if (arg.isDynamic) isUnknown = true;
    if (!isSequence(arg)) continue;
    if (!arg.isKnown && arg.type.kind !== "tuple") {
      isUnknown = true;
      continue;
    }
    length ??= arg.size;
    chooser = chooser === 0 ? i + 1 : chooser;
    if (arg.size !== length) {
      const why = `argument ${i + 1} has length ${arg.size}, which is inconsistent with argument ${chooser} of length ${length}`;
      throw new ArgumentError(i + 1, why);
    }
    if (!arg.isKnown) isUnknown = true;
  }
  if (isUnknown) return Value.unknown(listOf(STRING));
  const columns = args.map((arg) => (isSequence(arg) ? arg.elements() : undefined));
  const rows = Array.from({ length: length ?? 1 }, (_, row) => {
    const values = args.map((arg, i) => columns[i]?.[row] ?? arg);
    return formatRow(text, values, row);
  });
  return Value.list(STRING, rows);
}

function formatRow(text: string, values: readonly Value[], row: number): Value {
  if (values.some((value) => !value.isWhollyKnown)) return Value.unknown(STRING).refineNotNull();
  try {
    return Value.string(formatText(text, values));
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new FunctionError(`error on format iteration ${row}: ${error.message}`);
  }
}

export const FORMAT_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  format: {
    parameters: [{ name: "format", type: STRING }],
    variadic: anyParameter("args", { allowNull: true, allowUnknown: true }),
    result: STRING,
    notNull: true,
    call: (args) => {
      const rest = args.slice(1);
      if (rest.some((arg) => !arg.isWhollyKnown)) return Value.unknown(STRING);
      return Value.string(formatText(argument(args, 0).asString(), rest));
    },
  },
  formatlist: {
    parameters: [{ name: "format", type: STRING }],
    variadic: anyParameter("args", { allowNull: true, allowUnknown: true }),
    result: listOf(STRING),
    notNull: true,
    call: (args) => formatlist(argument(args, 0), args.slice(1)),
  },
};
