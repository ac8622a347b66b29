import { call, parseExpression as parse } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import type { z } from "zod";
import { callSite } from "../../diagnostics/site.js";
import { typeOfSchema } from "../../variables/schema-type.js";
import { Composition } from "../compose.js";
import type { Expr, Scope } from "../expr.js";
import { createExpr } from "../expr-value.js";
import { checkCall, unknownFunction, type Argument } from "./check-call.js";
import { convert, convertTo, type Conversion } from "./convert.js";
import { expandedList } from "./expand.js";
import { resultOf, type FunctionFacts } from "./facts.js";
import type { Functions } from "./functions.js";
import { functionNeed, FUNCTIONS } from "./table.js";

type AnyFunction = (...args: readonly unknown[]) => Expr<never, Scope>;

/** The function that writes a call of one of Packer's. */
function caller(name: string, facts: FunctionFacts): AnyFunction {
  const self: AnyFunction = (...given) => {
    const made = new Composition();
    const values = withoutEnd(given);
    const expands = expandedList(values.at(-1)) !== undefined;
    const args = values.map((value) => made.add(expandedList(value) ?? value));
    made.need(functionNeed(name));
    const isMisplaced = values.slice(0, -1).some((value) => expandedList(value) !== undefined);
    const problems = isMisplaced
      ? [{ code: "bad-call" as const, reason: `only the last argument of ${name} can be expanded` }]
      : checkCall(name, args, expands);
    for (const problem of problems) made.refuse({ ...problem, site: callSite(self) });
    const node = call(
      name,
      args.map((argument) => argument.node),
      expands,
    );
    const types = args.map((argument) => argument.type);
    return createExpr(made.state(node, expands ? { kind: "any" } : resultOf(facts, types)));
  };
  return self;
}

/** Arguments that are `undefined` at the end are left out, as everywhere in JavaScript. */
function withoutEnd(args: readonly unknown[]): readonly unknown[] {
  let length = args.length;
  while (length > 0 && args[length - 1] === undefined) length--;
  return args.slice(0, length);
}

const convertValue: AnyFunction = (...given) => {
  const made = new Composition();
  const [value, target] = given;
  if (given.length !== 2) {
    for (const problem of checkCall(
      "convert",
      given.map((each) => made.add(each)),
    ))
      made.refuse({ ...problem, site: callSite(convertValue) });
    return createExpr(made.state(call("convert", []), { kind: "any" }));
  }
  const { node, type, problem } = conversion(made.add(value), target);
  if (problem !== undefined) made.refuse({ ...problem, site: callSite(convertValue) });
  return createExpr(made.state(node, type));
};

function conversion(value: Argument, target: unknown): Conversion {
  if (typeof target !== "string") {
    // What is no text is a schema: the types let nothing else through.
    const { type, unsupported } = typeOfSchema(target as z.core.$ZodType);
    const converted = convertTo(value, type);
    const [reason] = unsupported;
    return reason === undefined ? converted : { ...converted, problem: { code: "bad-call", reason } };
  }
  const { expression, diagnostics } = parse(target);
  const isType = expression !== undefined && diagnostics.length === 0;
  return convert(value, isType ? expression : ({ kind: "variable", name: target } satisfies Expression));
}

/** Answers for functions that Packer does not have: calling one says what there is in its place. */
const UNKNOWN: object = new Proxy(Object.prototype, {
  get(target, name, receiver): unknown {
    if (typeof name === "symbol" || name in target || NOT_ASKED_FOR.has(name))
      return Reflect.get(target, name, receiver);
    return () => {
      const { reason, detail = "" } = unknownFunction(name);
      throw new TypeError(`${reason}. ${detail}`);
    };
  },
});

/** Properties that the language and printers ask of any object. */
const NOT_ASKED_FOR = new Set([
  "then",
  "toJSON",
  "inspect",
  "asymmetricMatch",
  "nodeType",
  "tagName",
  "$$typeof",
]);

function createFunctions(): Functions {
  const functions = Object.create(UNKNOWN) as Record<string, AnyFunction>;
  for (const [name, facts] of Object.entries<FunctionFacts>(FUNCTIONS)) functions[name] = caller(name, facts);
  functions["convert"] = convertValue;
  // The seam between the table and its types, which name the same functions; what each takes is checked by the table.
  return Object.freeze(functions) as object as Functions;
}

/**
 * Every function of Packer's templates, by its own name: `fn.upper(region)` is `upper(var.region)` in HCL.
 *
 * The wrong number or type of arguments does not compile, and is a diagnostic where the compiler does not see it. A
 * function that Packer lacks throws a TypeError when it is called. `env` is not among them: it works in the default of
 * a variable only.
 * @example
 * fn.max(20, fn.length(disks))              // HCL: max(20, length(var.disks))
 * fn.formatdate("YYYYMMDD", fn.timestamp()) // HCL: formatdate("YYYYMMDD", timestamp())
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions
 */
export const fn: Functions = /* @__PURE__ */ createFunctions();
