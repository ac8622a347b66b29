import { clusterEnd, countClusters } from "../lexer/graphemes.js";
import { BOOL, listOf, NUMBER, STRING, type Type } from "../evaluate/value/type.js";
import { compareText } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import {
  argument,
  ArgumentError,
  FunctionError,
  FunctionPanic,
  type FunctionDefinition,
  type Parameter,
} from "./definition.js";
import { lowerCase, titleCase, upperCase } from "./letter-case.js";
import { toInteger } from "./whole-number.js";

const string = (name: string, options: Omit<Parameter, "name" | "type"> = {}): Parameter => ({
  name,
  type: STRING,
  ...options,
});

/** A function of strings, by the names of its parameters. */
export function textFunction(
  names: readonly string[],
  result: Type,
  call: (...texts: string[]) => Value,
  notNull = true,
): FunctionDefinition {
  return {
    parameters: names.map((name) => string(name)),
    result,
    notNull,
    call: (args) => call(...args.map((value) => value.asString())),
  };
}

const text = (names: readonly string[], call: (...texts: string[]) => string): FunctionDefinition =>
  textFunction(names, STRING, (...texts) => Value.string(call(...texts)));

const test = (names: readonly string[], call: (...texts: string[]) => boolean): FunctionDefinition =>
  textFunction(names, BOOL, (...texts) => Value.bool(call(...texts)));

/** White space as Unicode has it, which is a little less than JavaScript's: the byte order mark is none. */
const SPACES = "[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const OUTER_SPACES = new RegExp(`^${SPACES}+|${SPACES}+$`, "g");

function trim(value: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = Array.from(value);
  let start = 0;
  let end = characters.length;
  while (start < end && cut.has(characters[start] ?? "")) start++;
  while (end > start && cut.has(characters[end - 1] ?? "")) end--;
  return characters.slice(start, end).join("");
}

/** All line ends at the end. */
function chomp(value: string): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) === 10 || value.charCodeAt(end - 1) === 13)) end--;
  return value.slice(0, end);
}

function replaceAll(value: string, part: string, by: string): string {
  if (part !== "") return value.split(part).join(by);
  // Between all characters, at the start and at the end.
  return `${by}${Array.from(value)
    .map((character) => character + by)
    .join("")}`;
}

/** The pieces between separators; with an empty one, the characters. */
export function splitText(separator: string, value: string): readonly string[] {
  return separator === "" ? Array.from(value) : value.split(separator);
}

/** Characters as a reader sees them: with the marks that combine with them. */
export function clusters(value: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < value.length;) {
    const end = clusterEnd(value, at);
    found.push(value.slice(at, end));
    at = end;
  }
  return found;
}

function substr(value: string, offset: number, length: number): string {
  const all = clusters(value);
  if (offset >= 0 && length === 0) return "";
  const start = offset < 0 ? Math.max(0, offset + all.length) : offset;
  return all.slice(start, length < 0 ? undefined : length === 0 ? undefined : start + length).join("");
}

const LONGEST_PADDING = 100_000;

function indent(spaces: number, value: string): string {
  if (spaces < 0) throw new FunctionPanic("strings: negative Repeat count");
  if (spaces > LONGEST_PADDING)
    throw new FunctionError(`no more than ${LONGEST_PADDING} spaces can be added`);
  return value.split("\n").join(`\n${" ".repeat(spaces)}`);
}

function join(separator: Value, lists: readonly Value[]): Value {
  if (lists.length === 0) throw new FunctionError("at least one list is required");
  if (lists.some((list) => !list.isWhollyKnown)) return Value.unknown(STRING);
  const items = lists.flatMap((list, i) =>
    list.elements().map((item, j) => {
      if (!item.isNull) return item.asString();
      const which = lists.length > 1 ? `element ${j} of list ${i + 1}` : `element ${j}`;
      throw new ArgumentError(i + 1, `${which} is null; cannot concatenate null values`);
    }),
  );
  return Value.string(items.join(separator.asString()));
}

function sort(list: Value): Value {
  // Of elements that are not known only their number is.
  if (!list.isWhollyKnown && list.isKnown) {
    return Value.list(
      STRING,
      list.elements().map(() => Value.unknown(STRING)),
    );
  }
  if (!list.isKnown) return Value.unknown(listOf(STRING));
  const items = list.elements().map((item, i) => {
    if (item.isNull)
      throw new FunctionError(`given list element ${i} is null; a null string cannot be sorted`);
    return item.asString();
  });
  return strings(items.sort(compareText));
}

/** A list of strings. */
export function strings(items: readonly string[]): Value {
  return Value.list(
    STRING,
    items.map((item) => Value.string(item)),
  );
}

/** The length of a string in characters as a reader sees them. */
export function textLength(value: string): number {
  return countClusters(value, 0, value.length);
}

export const STRING_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  chomp: text(["str"], chomp),
  endswith: test(["str", "suffix"], (value, suffix) => value.endsWith(suffix)),
  indent: {
    parameters: [{ name: "spaces", type: NUMBER }, string("str")],
    result: STRING,
    notNull: true,
    call: (args) => Value.string(indent(toInteger(argument(args, 0)), argument(args, 1).asString())),
  },
  join: {
    parameters: [string("separator")],
    variadic: { name: "lists", type: listOf(STRING) },
    result: STRING,
    notNull: true,
    call: (args) => join(argument(args, 0), args.slice(1)),
  },
  lower: text(["str"], lowerCase),
  replace: text(["str", "substr", "replace"], replaceAll),
  sort: {
    parameters: [{ name: "list", type: listOf(STRING), allowUnknown: true }],
    result: listOf(STRING),
    notNull: true,
    call: (args) => sort(argument(args, 0)),
  },
  split: textFunction(["separator", "str"], listOf(STRING), (separator, value) =>
    strings(splitText(separator, value)),
  ),
  startswith: test(["str", "prefix"], (value, prefix) => value.startsWith(prefix)),
  strcontains: textFunction(
    ["str", "substr"],
    BOOL,
    (value, part) => Value.bool(value.includes(part)),
    false,
  ),
  strrev: text(["str"], (value) => clusters(value).toReversed().join("")),
  substr: {
    parameters: [
      string("str", { allowDynamic: true }),
      { name: "offset", type: NUMBER, allowDynamic: true },
      { name: "length", type: NUMBER, allowDynamic: true },
    ],
    result: STRING,
    notNull: true,
    call: (args) =>
      Value.string(
        substr(argument(args, 0).asString(), toInteger(argument(args, 1)), toInteger(argument(args, 2))),
      ),
  },
  title: text(["str"], titleCase),
  trim: text(["str", "cutset"], trim),
  trimprefix: text(["str", "prefix"], (value, prefix) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimspace: text(["str"], (value) => value.replace(OUTER_SPACES, "")),
  trimsuffix: text(["str", "suffix"], (value, suffix) =>
    value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value,
  ),
  upper: text(["str"], upperCase),
};
