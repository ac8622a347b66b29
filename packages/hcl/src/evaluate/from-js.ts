import type { HclNumber } from "./value/number.js";
import { numberToString } from "./value/number-text.js";
import { ANY } from "./value/type.js";
import { Value } from "./value/value.js";

/** What {@link fromJs} makes values of. */
export type JsValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Value
  | readonly JsValue[]
  | { readonly [key: string]: JsValue };

/**
 * A value of HCL from one of JavaScript, as Packer would read it from JSON: arrays become tuples, objects become objects,
 * properties that are `undefined` are left out. Values of HCL may stand in it anywhere.
 *
 * @throws RangeError for NaN and for what holds itself
 * @example fromJs({ name: "web", ports: [80, 443] })
 */
export function fromJs(js: JsValue): Value {
  return convert(js, []);
}

function convert(js: JsValue, around: readonly JsValue[]): Value {
  if (js instanceof Value) return js;
  switch (typeof js) {
    case "string":
      return Value.string(js);
    case "number":
    case "bigint":
      return Value.number(js);
    case "boolean":
      return Value.bool(js);
    default:
      break;
  }
  if (js === undefined || js === null) return Value.null(ANY);
  if (around.includes(js)) throw new RangeError("a value cannot hold itself");
  const inside = [...around, js];
  if (isArray(js)) return Value.tuple(js.map((item) => convert(item, inside)));
  const entries = Object.entries(js).filter(([, value]) => value !== undefined);
  return Value.object(entries.map(([key, value]) => [key, convert(value, inside)]));
}

function isArray(js: JsValue): js is readonly JsValue[] {
  return Array.isArray(js);
}

/** What {@link toJs} gives. */
export type JsResult =
  string | number | bigint | boolean | null | readonly JsResult[] | { readonly [key: string]: JsResult };

export interface ToJsOptions {
  /** What stands for a value that is unknown; without it, one is an error. */
  readonly unknown?: JsResult;
  /** What stands for a value with the mark `sensitive`; without it, the value itself. */
  readonly sensitive?: JsResult;
}

/**
 * A value of HCL as one of JavaScript. Whole numbers beyond 2^53 become `bigint`s, other numbers the nearest double; sets
 * become arrays; objects have no prototype.
 *
 * @throws Error for a value that is unknown, unless `unknown` says what stands for it
 */
export function toJs(value: Value, options: ToJsOptions = {}): JsResult {
  if (options.sensitive !== undefined && value.hasMark("sensitive")) return options.sensitive;
  if (value.isNull) return null;
  if (!value.isKnown) {
    if (options.unknown === undefined) throw new Error("the value is unknown");
    return options.unknown;
  }
  switch (value.type.kind) {
    case "string":
      return value.asString();
    case "number":
      return numberToJs(value.asNumber());
    case "bool":
      return value.isTrue;
    case "map":
    case "object": {
      // Without a prototype, `__proto__` is a key like any other.
      const result = Object.create(null) as Record<string, JsResult>;
      for (const [key, element] of value.entries()) result[key] = toJs(element, options);
      return result;
    }
    default:
      return value.elements().map((element) => toJs(element, options));
  }
}

function numberToJs(number: HclNumber): number | bigint {
  const double = number.toNumber();
  if (Number.isSafeInteger(double) || !number.isInteger) return double;
  return BigInt(numberToString(number));
}
