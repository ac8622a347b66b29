import {
  call,
  index,
  interpolation,
  nil,
  number,
  string,
  template,
  text as textPart,
  traversal,
} from "@packwright/hcl";
import type { Expression, TemplatePart } from "@packwright/hcl/nodes";
import { goParts, mentions, type GoArgument, type GoCall } from "./go-action.js";

/** Where a text stands, which decides what its functions mean. */
export interface LegacyPlace {
  /** Whether it is the value of a variable, the only place where `env` exists. */
  readonly inVariable?: boolean;
  /** What a variable has become: itself, or a local. */
  readonly variable: (name: string) => Expression;
  /** Called when the time of the build is asked for, which then is a local. */
  readonly useTimestamp: () => Expression;
  readonly refuse: (summary: string, detail: string) => void;
}

/**
 * A text of a legacy template as an expression of HCL: functions of Packer's are the expressions that do the same, as
 * `packer hcl2_upgrade` has them; what components fill in when they run, `{{ .Path }}`, stays as it is.
 */
export function legacyText(text: string, place: LegacyPlace): Expression {
  const parts: TemplatePart[] = [];
  let literal = "";
  const add = (expression: Expression): void => {
    if (expression.kind === "string") literal += expression.value;
    else {
      if (literal !== "") parts.push(textPart(literal));
      literal = "";
      parts.push(interpolation(expression));
    }
  };
  for (const part of goParts(text)) {
    if (part.kind === "text") {
      literal += part.text;
      continue;
    }
    const found = part.call === undefined ? undefined : translate(part.call, place);
    if (found !== undefined) for (const piece of found) add(piece);
    else {
      literal += part.text;
      refuseLegacy(part.text, place);
    }
  }
  if (literal !== "") parts.push(textPart(literal));
  const [only] = parts;
  if (only === undefined) return string("");
  if (parts.length > 1) return template(parts);
  return only.kind === "text"
    ? string(only.value)
    : only.kind === "interpolation"
      ? only.expression
      : template(parts);
}

/** Whether a text of a variable needs more than `env`, so that it can be no default. */
export function needsLocal(text: string): boolean {
  return goParts(text).some((part) => part.kind === "action" && !isEnv(part.call));
}

/** The variables that a text asks for. */
export function variablesIn(text: string): readonly string[] {
  const found: string[] = [];
  const look = (argument: GoArgument): void => {
    if (argument.kind !== "call") return;
    const [first] = argument.arguments;
    if (argument.name === "user" && first?.kind === "literal") found.push(String(first.value));
    argument.arguments.forEach(look);
  };
  for (const part of goParts(text)) if (part.kind === "action" && part.call !== undefined) look(part.call);
  return found;
}

function isEnv(found: GoCall | undefined): boolean {
  return found?.name === "env" && found.arguments.length === 1 && found.arguments[0]?.kind === "literal";
}

/** Functions that only legacy templates have, in an action that is no plain call of them. */
function refuseLegacy(action: string, { refuse }: LegacyPlace): void {
  for (const name of LEGACY_ONLY) {
    if (!mentions(action, name)) continue;
    refuse(
      `${action} has no meaning in HCL`,
      `${name} is known by itself there, not inside of other actions: make a local of what it computes.`,
    );
    return;
  }
}

/** The expressions that an action writes one behind the other; `undefined` for one that HCL has no words for. */
function translate(found: GoCall, place: LegacyPlace): readonly Expression[] | undefined {
  const expression = expressionOf(found, place);
  if (expression !== undefined) return [expression];
  if (place.inVariable === true || LEGACY_ONLY.includes(found.name)) return undefined;
  // Components fill in such actions in HCL too, once HCL has filled in what the function is called with.
  const pieces = found.arguments.map((argument): readonly Expression[] | undefined => {
    if (argument.kind === "call") {
      const inner = expressionOf(argument, place);
      return inner && [string(" `"), inner, string("`")];
    }
    const { value } = argument;
    return [string(` ${typeof value === "number" ? String(value) : quoted(value)}`)];
  });
  if (pieces.includes(undefined)) return undefined;
  return [string(`{{${found.name}`), ...pieces.flatMap((piece) => piece ?? []), string("}}")];
}

const LEGACY_ONLY = ["user", "env", "build", "template_dir"];

function quoted(text: string): string {
  return text.includes("`") ? JSON.stringify(text) : `\`${text}\``;
}

function argumentOf(argument: GoArgument, place: LegacyPlace): Expression | undefined {
  if (argument.kind === "call") return expressionOf(argument, place);
  return typeof argument.value === "number" ? number(argument.value) : string(argument.value);
}

function expressionOf({ name, arguments: given }: GoCall, place: LegacyPlace): Expression | undefined {
  const args = given.map((argument) => argumentOf(argument, place));
  const [first, second, third, fourth] = args;
  const literal = given[0]?.kind === "literal" ? String(given[0].value) : undefined;
  if (args.includes(undefined)) return undefined;
  switch (name) {
    case "user":
      return literal === undefined || args.length > 1 ? undefined : place.variable(literal);
    case "env":
      if (first === undefined || args.length > 1) return undefined;
      if (place.inVariable === true) return call("env", [first]);
      place.refuse("env can only be called in variables", "Declare a variable with it, and use that here.");
      return string("");
    case "build":
      return literal === undefined ? undefined : traversal("build", literal);
    case "build_name":
      return traversal("source", "name");
    case "build_type":
      return traversal("source", "type");
    case "timestamp":
      return args.length > 0 ? undefined : place.useTimestamp();
    case "isotime":
      return call("legacy_isotime", present([first]));
    case "strftime":
      return call("legacy_strftime", present([first]));
    case "uuid":
      return call("uuidv4", []);
    case "pwd":
      return traversal("path", "cwd");
    case "template_dir":
      return traversal("path", "root");
    case "packer_version":
      return traversal("packer", "version");
    case "lower":
    case "upper":
    case "consul_key":
    case "aws_secretsmanager_raw":
      return args.length === 1 ? call(name, present(args)) : undefined;
    case "vault":
      return args.length === 2 ? call(name, present(args)) : undefined;
    case "aws_secretsmanager":
      return first === undefined ? undefined : call(name, [first, second ?? nil()]);
    case "split":
      return first === undefined || second === undefined || third === undefined
        ? undefined
        : index(call("split", [second, first]), third);
    case "replace_all":
      return first === undefined || second === undefined || third === undefined
        ? undefined
        : call("replace", [third, first, second]);
    case "replace": {
      // HCL replaces all there are, as a negative number does here.
      const times = given[2]?.kind === "literal" ? Number(given[2].value) : 0;
      return first === undefined || second === undefined || fourth === undefined || times >= 0
        ? undefined
        : call("replace", [fourth, first, second]);
    }
    default:
      return undefined;
  }
}

function present(args: readonly (Expression | undefined)[]): readonly Expression[] {
  return args.filter((argument) => argument !== undefined);
}
