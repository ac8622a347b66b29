import { HclNumber } from "../evaluate/value/number.js";
import { parseInteger } from "./parse-integer.js";
import { listOf, NUMBER, friendlyName } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { add, NotANumber } from "../evaluate/value/arithmetic.js";
import { convert, ConversionError } from "../evaluate/convert/conversion.js";
import { Value } from "../evaluate/value/value.js";
import {
  anyParameter,
  argument,
  ArgumentError,
  FunctionError,
  FunctionPanic,
  type FunctionDefinition,
  type Parameter,
} from "./definition.js";
import { integerAs, toInteger } from "./whole-number.js";

const number = (name: string, options: Omit<Parameter, "name" | "type"> = {}): Parameter => ({
  name,
  type: NUMBER,
  ...options,
});

const numeric = (name: string, call: (value: HclNumber) => Value): FunctionDefinition => ({
  parameters: [number(name)],
  result: NUMBER,
  notNull: true,
  call: ([value]) => (value === undefined ? Value.DYNAMIC : call(value.asNumber())),
});

/** A whole number beside another one, upwards or downwards. */
function rounded(value: HclNumber, up: boolean): Value {
  if (value.infinite || value.isInteger) return Value.number(value);
  const whole = value.truncate();
  const away = value.negative !== up ? 1n : 0n;
  const result = up ? whole + away : whole - (value.negative ? 1n : 0n);
  return Value.number(HclNumber.of(result < 0n, result < 0n ? -result : result, 0, value.precision));
}

/** A double, as the functions that compute with them have it. */
function toDouble(value: Value): number {
  const number = value.asNumber();
  const double = number.toNumber();
  if (!number.infinite && !Number.isFinite(double)) {
    const most = `${BigInt(Number.MAX_VALUE)}.000000`;
    throw new FunctionError(`value must be between -${most} and ${most} inclusive`);
  }
  return double;
}

function fromDouble(value: number): Value {
  const result = HclNumber.double(value);
  if (result === undefined) throw new FunctionPanic("Float.SetFloat64(NaN)");
  return Value.number(result);
}

const extreme = (isBetter: (order: number) => boolean): FunctionDefinition => ({
  parameters: [],
  variadic: number("numbers", { allowDynamic: true }),
  result: NUMBER,
  notNull: true,
  call: (args) => {
    const [first, ...rest] = args;
    if (first === undefined) throw new FunctionError("must pass at least one number");
    if (args.some((value) => !value.isKnown)) return Value.unknown(NUMBER);
    return rest.reduce(
      (best, value) => (isBetter(value.asNumber().compare(best.asNumber())) ? value : best),
      first,
    );
  },
});

/** `range` makes no more values than these. */
const LONGEST_RANGE = 1024;

function range(args: readonly Value[]): Value {
  const numbers = args.map((value) => value.asNumber());
  const [first = HclNumber.ZERO, second = HclNumber.ZERO, third] = numbers;
  if (numbers.length === 0 || numbers.length > 3)
    throw new FunctionError("must have one, two, or three arguments");
  const [start, end] = numbers.length === 1 ? [HclNumber.ZERO, first] : [first, second];
  const step = third ?? HclNumber.integer(end.compare(start) < 0 ? -1 : 1);
  const isDown = step.sign < 0;
  if (isDown && end.compare(start) > 0) {
    throw new ArgumentError(1, "end must be less than start when step is negative");
  }
  if (!isDown && end.compare(start) < 0) {
    throw new ArgumentError(1, "end must be greater than start when step is positive");
  }
  const values: Value[] = [];
  for (let at = start; isDown ? at.compare(end) > 0 : at.compare(end) < 0; at = add(at, step)) {
    if (values.length >= LONGEST_RANGE) {
      throw new FunctionError(
        "more than 1024 values were generated; either decrease the difference between start and end or use a smaller step",
      );
    }
    values.push(Value.number(at));
  }
  return Value.list(NUMBER, values);
}

const NO_NUMBERS = "argument must be list, set, or tuple of number values";

function sum(list: Value): Value {
  const { kind } = list.type;
  if (kind === "string" || kind === "number" || kind === "bool")
    throw new ArgumentError(0, "cannot sum noniterable");
  if (list.size === 0) throw new ArgumentError(0, "cannot sum an empty list");
  if (kind === "map" || kind === "object") {
    throw new ArgumentError(0, `argument must be list, set, or tuple. Received ${friendlyName(list.type)}`);
  }
  if (!list.isWhollyKnown) return Value.unknown(NUMBER);
  try {
    return Value.number(list.elements().map(toAddend).reduce(add));
  } catch (error) {
    if (error instanceof NotANumber) throw new FunctionError("can't compute sum of opposing infinities");
    throw error;
  }
}

function toAddend(value: Value): HclNumber {
  try {
    if (!value.isNull) return convert(value, NUMBER).asNumber();
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
  }
  throw new ArgumentError(0, NO_NUMBERS);
}

function parseint(text: Value, baseValue: Value): Value {
  const base = integerAs(baseValue, (why) => new ArgumentError(1, why));
  if (base < 2 || base > 62)
    throw new ArgumentError(1, "base must be a whole number between 2 and 62 inclusive");
  const parsed = parseInteger(text.asString(), base);
  if (parsed === undefined) {
    throw new ArgumentError(0, `cannot parse ${quoted(text.asString())} as a base ${base} integer`);
  }
  return Value.number(HclNumber.bigInteger(parsed));
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  abs: {
    parameters: [number("num", { allowDynamic: true })],
    result: NUMBER,
    notNull: true,
    call: (args) => Value.number(argument(args, 0).asNumber().absolute()),
  },
  ceil: numeric("num", (value) => rounded(value, true)),
  floor: numeric("num", (value) => rounded(value, false)),
  log: {
    parameters: [number("num"), number("base")],
    result: NUMBER,
    notNull: true,
    call: (args) => fromDouble(Math.log(toDouble(argument(args, 0))) / Math.log(toDouble(argument(args, 1)))),
  },
  max: extreme((order) => order > 0),
  min: extreme((order) => order < 0),
  parseint: {
    parameters: [anyParameter("number"), number("base")],
    result: ([text]) => {
      if (text?.type.kind === "string") return NUMBER;
      const name = text === undefined ? "" : friendlyName(text.type);
      throw new ArgumentError(0, `first argument must be a string, not ${name}`);
    },
    notNull: true,
    call: (args) => parseint(argument(args, 0), argument(args, 1)),
  },
  pow: {
    parameters: [number("num"), number("power")],
    result: NUMBER,
    notNull: true,
    call: (args) => fromDouble(power(toDouble(argument(args, 0)), toDouble(argument(args, 1)))),
  },
  range: {
    parameters: [],
    variadic: number("params"),
    result: listOf(NUMBER),
    notNull: true,
    call: range,
  },
  signum: {
    parameters: [number("num")],
    result: NUMBER,
    notNull: true,
    call: (args) => Value.number(Math.sign(toInteger(argument(args, 0)))),
  },
  sum: {
    parameters: [anyParameter("list")],
    result: NUMBER,
    notNull: true,
    call: (args) => sum(argument(args, 0)),
  },
};

/** JavaScript's power, but for the one case in which it has no result and Go's does: 1 to any power is 1. */
function power(base: number, exponent: number): number {
  return base === 1 || (base === -1 && !Number.isFinite(exponent)) ? 1 : base ** exponent;
}
