import type { Expression } from "@packwright/hcl/nodes";
import { nearest } from "../../checks/nearest.js";
import { isConvertible } from "../convertible.js";
import { describeType, STRING, type ValueType } from "../value-type.js";
import { signatureOf, type FunctionFacts } from "./facts.js";
import { FUNCTIONS, functionFacts } from "./table.js";

/** What is wrong with a call, and what to do about it. */
export interface CallProblem {
  readonly reason: string;
  readonly detail?: string;
  /** `bad-expression` unless said otherwise. */
  readonly code?: "bad-call" | "unknown-function";
}

/** An argument: its tree, and its type as far as it is known. */
export interface Argument {
  readonly node: Expression;
  readonly type: ValueType;
}

const CONVERT = "Write convert(value, TYPE), which is fn.convert(value, type) in TypeScript.";
const NO_SENSITIVE =
  "Packer hides the values of variables and locals that are marked sensitive, and no others.";

/** Functions of Terraform that Packer lacks, and what does their work. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  tostring: CONVERT.replace("TYPE", "string"),
  tonumber: CONVERT.replace("TYPE", "number"),
  tobool: CONVERT.replace("TYPE", "bool"),
  toset: CONVERT.replace("TYPE", "set(string)"),
  tolist: CONVERT.replace("TYPE", "list(string)"),
  tomap: CONVERT.replace("TYPE", "map(string)"),
  one: "Write element(list, 0).",
  env: "Packer has env only in the default of a variable.",
  sensitive: NO_SENSITIVE,
  nonsensitive: NO_SENSITIVE,
  list: "Write the list itself: [a, b].",
  map: "Write the map itself: { a = b }.",
};

/** What is to be said of a function that Packer does not have. */
export function unknownFunction(name: string): CallProblem {
  const meant = nearest(name, Object.keys(FUNCTIONS));
  const remedy = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
  return {
    code: "unknown-function",
    reason: `Packer has no function ${name}`,
    detail:
      remedy ??
      (meant === undefined
        ? "https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions lists those that it has."
        : `Did you mean ${meant}?`),
  };
}

/**
 * What is wrong with a call: the function, how many arguments there are, the types of those that are known.
 *
 * @param expands whether the last argument is a list of arguments, as in `max(numbers...)`
 */
export function checkCall(
  name: string,
  args: readonly Argument[],
  expands: boolean = false,
): readonly CallProblem[] {
  const facts = functionFacts(name);
  if (facts === undefined) return [unknownFunction(name)];
  const problems: CallProblem[] = [];
  const given = expands ? args.length - 1 : args.length;
  const { least, most } = arity(facts);
  if ((given < least && !expands) || given > most) {
    problems.push({
      code: "bad-call",
      reason: `${name} takes ${count(least, most)}, and ${given === 0 ? "none" : String(given)} ${given === 1 ? "is" : "are"} given`,
      detail: `Write ${signatureOf(name, facts)}.`,
    });
  }
  args.slice(0, Math.min(given, most)).forEach((argument, at) => {
    const parameter = facts.parameters[at] ?? facts.rest;
    const problem = parameter === undefined ? undefined : misfit(argument, parameter.type);
    if (problem !== undefined) {
      problems.push({
        code: "bad-call",
        reason: `argument ${String(at + 1)} of ${signatureOf(name, facts)} ${problem}`,
      });
    }
  });
  return problems;
}

function arity({ parameters, optional, rest, least }: FunctionFacts): {
  readonly least: number;
  readonly most: number;
} {
  return {
    least: parameters.length - optional + least,
    most: rest === undefined ? parameters.length : Infinity,
  };
}

function count(least: number, most: number): string {
  if (most === Infinity) return `${inWords(least)} or more`;
  if (least === most) return least === 0 ? "no arguments" : inWords(least);
  return least === 0 ? `at most ${inWords(most)}` : `${String(least)} to ${inWords(most)}`;
}

function inWords(number: number): string {
  return `${String(number)} ${number === 1 ? "argument" : "arguments"}`;
}

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const BOOLEAN = /^(?:true|false|1|0)$/;

/** Why a value can never be of a type, as the end of a sentence; what only Packer knows, may be. */
export function misfit({ node, type }: Argument, wanted: ValueType): string | undefined {
  if (node.kind === "null") return undefined;
  if (!isConvertible(type, wanted)) return `has to be ${describeType(wanted)}, and is ${describeType(type)}`;
  if (node.kind === "string") {
    const isFit =
      wanted.kind === "number"
        ? DECIMAL.test(node.value)
        : wanted.kind !== "bool" || BOOLEAN.test(node.value);
    return isFit ? undefined : `has to be ${describeType(wanted)}, and is ${JSON.stringify(node.value)}`;
  }
  const element = "element" in wanted ? wanted.element : undefined;
  if (element === undefined) return undefined;
  const items =
    node.kind === "tuple" ? node.items : node.kind === "object" ? node.items.map(({ value }) => value) : [];
  for (const item of items) {
    const problem = item.kind === "string" ? misfit({ node: item, type: STRING }, element) : undefined;
    if (problem !== undefined) return `has an item that ${problem}`;
  }
  return undefined;
}
