import type { RE2JS } from "re2js";
import { ANY, listOf, objectOf, STRING, tupleOf, type Type } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { argument, ArgumentError, FunctionError, type FunctionDefinition } from "./definition.js";
import { library } from "./libraries.js";
import { elementOf } from "./collections.js";

/** A pattern of Go's RE2, with the names of its groups in order; a group without a name has an empty one. */
interface Pattern {
  readonly compiled: RE2JS;
  readonly names: readonly string[];
}

/** How many patterns are kept compiled. */
const MOST_KEPT = 100;
const compiled = new Map<string, Pattern | SyntaxProblem>();

/** Why a pattern is none: what is wrong, and where. */
interface SyntaxProblem {
  readonly error: string;
  readonly input: string;
}

function compile(pattern: string): Pattern | SyntaxProblem {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const result = compileNow(pattern);
  compiled.set(pattern, result);
  return result;
}

function compileNow(pattern: string): Pattern | SyntaxProblem {
  const { RE2JS: Engine } = library("re2js");
  // Go lets groups share a name, the engine does not: it is given names of its own.
  const renamed = renameGroups(pattern);
  try {
    const engine = Engine.compile(renamed.pattern);
    const names = Array.from({ length: engine.groupCount() }, () => "");
    for (const [name, index] of Object.entries(engine.namedGroups())) {
      names[index - 1] = renamed.names.get(name) ?? name;
    }
    return { compiled: engine, names };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { error: what, input } = error as Error & Partial<SyntaxProblem>;
    if (what === undefined || input === undefined) throw error;
    return { error: what, input };
  }
}

interface Renamed {
  readonly pattern: string;
  readonly names: ReadonlyMap<string, string>;
}

/** The pattern with groups that have a name of an earlier one renamed. */
function renameGroups(pattern: string): Renamed {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  // Escapes, quoted stretches and classes are passed over as they are.
  const pieces = /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]?|\(\?P?<(\w+)>/g;
  const renamed = pattern.replace(pieces, (piece: string, name: string | undefined) => {
    if (name === undefined) return piece;
    if (!seen.has(name)) {
      seen.add(name);
      return piece;
    }
    const own = `group_${seen.size}_${names.size}_${name}`;
    names.set(own, name);
    return `(?P<${own}>`;
  });
  return { pattern: renamed, names };
}

function patternAt(index: number, value: Value): Pattern {
  const pattern = compile(value.asString());
  if ("names" in pattern) return pattern;
  throw new ArgumentError(index, `invalid regexp pattern: ${pattern.error} in ${pattern.input}`);
}

/** A string, a tuple of the groups, or an object of them when they have names. */
function matchType(value: Value): Type {
  const { names } = patternAt(0, value);
  if (names.length === 0) return STRING;
  const unnamed = names.filter((name) => name === "").length;
  if (unnamed === names.length) return tupleOf(names.map(() => STRING));
  if (unnamed === 0) return objectOf(names.map((name) => [name, STRING]));
  throw new ArgumentError(0, "invalid regexp pattern: cannot mix both named and unnamed capture groups");
}

function matchValue(groups: readonly (string | null)[], names: readonly string[], type: Type): Value {
  const [whole = null, ...captured] = groups;
  const values = captured.map((group) => (group === null ? Value.null(STRING) : Value.string(group)));
  if (type.kind === "tuple") return Value.tuple(values);
  if (type.kind !== "object") return Value.string(whole ?? "");
  return Value.object(names.map((name, i) => [name, values[i] ?? Value.null(STRING)]));
}

/** All matches, as Go finds them: one that is empty is none right behind another match. */
function findAll({ compiled: engine }: Pattern, text: string, most: number): (string | null)[][] {
  const matcher = engine.matcher(text);
  const found: (string | null)[][] = [];
  let lastEnd = -1;
  while (found.length < most && matcher.find()) {
    const [start, end] = [matcher.start(0), matcher.end(0)];
    if (start === end && start === lastEnd) continue;
    lastEnd = end;
    found.push(Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i)));
  }
  return found;
}

function regex(args: readonly Value[], type: Type): Value {
  const pattern = patternAt(0, argument(args, 0));
  const [groups] = findAll(pattern, argument(args, 1).asString(), 1);
  if (groups === undefined) throw new FunctionError("pattern did not match any part of the given string");
  return matchValue(groups, pattern.names, type);
}

function regexall(args: readonly Value[], type: Type): Value {
  const pattern = patternAt(0, argument(args, 0));
  const element = elementOf(type);
  const all = findAll(pattern, argument(args, 1).asString(), Number.POSITIVE_INFINITY);
  return Value.list(
    element,
    all.map((groups) => matchValue(groups, pattern.names, element)),
  );
}

/** The text with all matches replaced; `$1`, `${1}` and `$name` stand for groups, `$$` for a dollar. */
function regexReplace(text: string, pattern: Pattern, template: string): string {
  const matcher = pattern.compiled.matcher(text);
  let out = "";
  let from = 0;
  let lastEnd = -1;
  while (matcher.find()) {
    const [start, end] = [matcher.start(0), matcher.end(0)];
    if (start === end && start === lastEnd) continue;
    lastEnd = end;
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i));
    out += text.slice(from, start) + expand(template, groups, pattern.names);
    from = end;
  }
  return out + text.slice(from);
}

function expand(template: string, groups: readonly (string | null)[], names: readonly string[]): string {
  return template.replace(
    /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu,
    (_, dollar: string | undefined, braced: string | undefined, bare: string | undefined) => {
      if (dollar !== undefined) return "$";
      const name = braced ?? bare ?? "";
      const index = /^(?:0|[1-9]\d{0,7})$/.test(name) ? Number(name) : names.lastIndexOf(name) + 1;
      if (index === 0 && name !== "0") return "";
      return groups[index] ?? "";
    },
  );
}

export const REGEX_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  regex: {
    parameters: [
      { name: "pattern", type: STRING },
      { name: "string", type: STRING },
    ],
    result: ([pattern]) => (pattern?.isKnown === true ? matchType(pattern) : ANY),
    notNull: true,
    call: regex,
  },
  regex_replace: {
    parameters: [
      { name: "str", type: STRING },
      { name: "pattern", type: STRING },
      { name: "replace", type: STRING },
    ],
    result: STRING,
    notNull: true,
    call: (args) => {
      const pattern = compile(argument(args, 1).asString());
      if (!("names" in pattern)) {
        throw new FunctionError(`error parsing regexp: ${pattern.error}: \`${pattern.input}\``);
      }
      return Value.string(regexReplace(argument(args, 0).asString(), pattern, argument(args, 2).asString()));
    },
  },
  regexall: {
    parameters: [
      { name: "pattern", type: STRING },
      { name: "string", type: STRING },
    ],
    result: ([pattern]) => listOf(pattern?.isKnown === true ? matchType(pattern) : ANY),
    notNull: true,
    call: regexall,
  },
};
