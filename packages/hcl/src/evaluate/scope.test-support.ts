import { fromJs } from "./from-js.js";
import { numberToString } from "./value/number-text.js";
import type { HclNumber } from "./value/number.js";
import { quoted } from "./value/text-order.js";
import { ANY, BOOL, listOf, NUMBER, objectOf, STRING, typeToString } from "./value/type.js";
import { SENSITIVE, Value } from "./value/value.js";

const marks = new Set([SENSITIVE]);
const strings = (...items: readonly string[]): readonly Value[] => items.map((item) => Value.string(item));
const numbers = (...items: readonly number[]): readonly Value[] => items.map((item) => Value.number(item));

/** The variables of the reference: a value of each kind, unknown ones, null ones, marked ones. */
export const VARIABLES: ReadonlyMap<string, Value> = new Map([
  ["s", Value.string("text")],
  ["digits", Value.string("12")],
  ["n", Value.number(3)],
  ["half", Value.number(0.5)],
  ["t", Value.TRUE],
  ["f", Value.FALSE],
  ["nothing", Value.null(ANY)],
  ["nstring", Value.null(STRING)],
  ["strings", Value.list(STRING, strings("b", "a", "b"))],
  ["numbers", Value.list(NUMBER, numbers(10, 9))],
  ["empty", Value.list(STRING, [])],
  ["names", Value.set(STRING, strings("y", "x"))],
  ["sizes", Value.set(NUMBER, numbers(20, 3))],
  [
    "ages",
    Value.map(NUMBER, [
      ["zoe", Value.number(1)],
      ["adam", Value.number(2)],
    ]),
  ],
  ["person", fromJs({ name: "Ann", age: 41 })],
  ["pair", fromJs(["one", 2])],
  ["people", Value.list(ANY, [fromJs({ name: "Ann" }), fromJs({ name: "Bob" })])],
  ["u", Value.DYNAMIC],
  ["ustring", Value.unknown(STRING)],
  ["unumber", Value.unknown(NUMBER)],
  ["ubool", Value.unknown(BOOL)],
  ["ustrings", Value.unknown(listOf(STRING))],
  ["uperson", Value.unknown(objectOf([["name", STRING]]))],
  ["partly", Value.list(STRING, [Value.string("a"), Value.unknown(STRING)])],
  ["secret", Value.string("hidden").withMarks(marks)],
  ["pin", Value.number(7).withMarks(marks)],
  ["flag", Value.TRUE.withMarks(marks)],
  ["secrets", Value.list(STRING, [Value.string("open"), Value.string("hidden").withMarks(marks)])],
  ["vault", Value.map(STRING, [["a", Value.string("x")]]).withMarks(marks)],
]);

/** A value as the reference describes it. */
export function describeValue(value: Value): string {
  if (value.marks !== undefined) return `!${describeValue(value.unmark())}`;
  const type = typeToString(value.type);
  if (!value.isKnown) return `?${type}`;
  if (value.isNull) return `null:${type}`;
  switch (value.type.kind) {
    case "string":
      return quoted(value.asString());
    case "number":
      return describeNumber(value.asNumber());
    case "bool":
      return String(value.isTrue);
    case "map":
    case "object": {
      const entries = [...value.entries()].map(([key, inner]) => `${quoted(key)}=${describeValue(inner)}`);
      return `${type}{${entries.join(", ")}}`;
    }
    default:
      return `${type}[${value.elements().map(describeValue).join(", ")}]`;
  }
}

function describeNumber(number: HclNumber): string {
  return numberToString(number);
}
