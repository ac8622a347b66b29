import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "../../../../../tools/src/repository.js";
import { BUILD_CONTEXT } from "../../build/context.js";
import { coreSource as source } from "../../components/core-source.js";
import { variable } from "../../variables/variable.js";
import { hclOf, reasons, type AnyExpr } from "../expression.test-support.js";
import { stateOf } from "../expr-value.js";
import { text } from "../text.js";
import { expand } from "./expand.js";
import { fn } from "./fn.js";
import { FUNCTIONS } from "./table.js";

const size = variable("size", z.number());
const sizes = variable("sizes", z.array(z.number()));
const names = variable("names", z.array(z.string()));
const labels = variable("labels", z.record(z.string(), z.string()));
const region = variable("region", z.string());
const isOn = variable("on", z.boolean());
const stamp = variable("stamp", z.string());
const secret = variable("secret", z.string());
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })));

/** Calls a function whatever its types say. */
function called(name: string, ...args: readonly unknown[]): AnyExpr {
  const functions = fn as never as { readonly [name: string]: (...args: readonly unknown[]) => AnyExpr };
  const function_ = functions[name];
  if (function_ === undefined) throw new Error(`fn.${name} is undefined`);
  return function_(...args);
}

/** The examples that stand above the functions: TypeScript, and the HCL that it gives. */
const examples = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.includes(".test"))
  .flatMap((file) => {
    const code = readFileSync(join(import.meta.dirname, file), "utf8");
    return [...code.matchAll(/\* (?:@example )?(fn\..*?) +\/\/ HCL: (.*)/g)].map(([, js = "", hcl = ""]) => ({
      js,
      hcl,
    }));
  });

describe("fn", () => {
  it.each(examples)("$js is what its documentation says", ({ js, hcl }) => {
    const scope = { fn, expand, size, sizes, names, labels, region, isOn, stamp, secret, disks };
    const made = runInNewContext(js, scope) as AnyExpr;
    expect(reasons(made)).toEqual([]);
    expect(hclOf(made)).toBe(hcl);
  });

  it("has an example for each of its functions", () => {
    const shown = new Set(examples.map(({ js }) => /^fn\.(\w+)/.exec(js)?.[1]));
    expect(Object.keys(FUNCTIONS).filter((name) => !shown.has(name))).toEqual([]);
  });

  it("has the functions that Packer was asked about, and those that need a key or a server", () => {
    const recorded = readFileSync(join(ROOT, "fixtures/golden/functions.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { group: string; kind: string; expr: string; ok: boolean })
      .filter(({ kind, ok }) => kind === "functions" && ok)
      .flatMap(({ expr }) => [...expr.matchAll(/\b([a-z]\w*)\(/g)].map(([, name = ""]) => name));
    const asked = new Set(recorded);
    const known = Object.keys(FUNCTIONS);
    expect(known.filter((name) => !asked.has(name))).toEqual([
      "rsadecrypt",
      "aws_secretsmanager",
      "aws_secretsmanager_raw",
      "consul_key",
      "vault",
    ]);
    expect(known).toHaveLength(103);
    expect(Object.keys(fn)).toEqual(known);
  });

  it("takes what its arguments refer to, and needs a build where one of them does", () => {
    expect(stateOf(fn.join(region, names)).uses.map(({ name }) => name)).toEqual(["region", "names"]);
    expect(stateOf(fn.upper(BUILD_CONTEXT.build.ID)).inBuild).toBe(true);
    expect(stateOf(fn.upper(region)).inBuild).toBe(false);
  });

  it.each<[AnyExpr, unknown]>([
    [fn.length(names), { kind: "number" }],
    [fn.upper(region), { kind: "string" }],
    [fn.reverse(sizes), { kind: "list", element: { kind: "number" } }],
    [fn.element(sizes, 0), { kind: "number" }],
    [fn.concat(names, ["a"]), { kind: "list", element: { kind: "string" } }],
    [fn.concat(names, [1]), { kind: "list", element: { kind: "any" } }],
    [fn.lookup(labels, "a", "b"), { kind: "string" }],
    [fn.convert(names, "set(string)"), { kind: "set", element: { kind: "string" } }],
    [fn.convert("1", z.number()), { kind: "number" }],
    [fn.max(expand(sizes)), { kind: "any" }],
    [fn.jsondecode("1"), { kind: "any" }],
  ])("tells the type of its result: %#", (expression, type) => {
    expect(stateOf(expression).type).toEqual(type);
  });

  it("offers the attributes of its result", () => {
    expect(hclOf(fn.element(disks, 0).name)).toBe("element(var.disks, 0).name");
    expect(hclOf(fn.jsondecode<{ readonly a: { readonly b: string } }>("{}").a.b)).toBe(
      'jsondecode("{}").a.b',
    );
  });

  it.each<[AnyExpr, string]>([
    [
      fn.convert({ a: 1 }, z.object({ a: z.number(), b: z.string().optional() })),
      "convert({ a = 1 }, object({ a = number, b = optional(string) }))",
    ],
    [fn.convert("1", "number"), 'convert("1", number)'],
    [fn.convert([["a"]], "list(set(string))"), 'convert([["a"]], list(set(string)))'],
  ])("writes types to convert to: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it("leaves out arguments that are undefined at the end", () => {
    expect(hclOf(called("bcrypt", "a", undefined))).toBe('bcrypt("a")');
    expect(reasons(called("bcrypt", undefined, 1))).toEqual(["undefined is no value of HCL; leave it out"]);
  });

  it.each<[AnyExpr, readonly string[]]>([
    [called("lookup", {}, "a"), ["lookup takes 3 arguments, and 2 are given"]],
    [called("abs", names), ["argument 1 of abs(num) has to be a number, and is a list of strings"]],
    [called("abs", "big"), ['argument 1 of abs(num) has to be a number, and is "big"']],
    [
      called("keys", names),
      ["argument 1 of keys(inputMap) has to be a map of values, and is a list of strings"],
    ],
    [
      called("join", ",", [1, disks]),
      ["argument 2 of join(separator, lists...) has to be a list of strings, and is a list"],
    ],
    [called("max", expand(sizes), 1), ["only the last argument of max can be expanded"]],
    [called("max", Number.NaN), ["HCL has no spelling for NaN; use a finite number"]],
    [called("convert", 1), ["convert takes 2 arguments, and 1 is given"]],
    [called("convert", 1, "strin"), ["strin is no type that convert knows"]],
    [called("convert", "a", "number"), ['the value to convert has to be a number, and is "a"']],
    [
      called("convert", ["a", "b"], "list(number)"),
      ['the value to convert has an item that has to be a number, and is "a"'],
    ],
    [
      called("convert", "a", "list(string)"),
      ["the value to convert has to be a list of strings, and is a string"],
    ],
    [called("convert", 1, z.date()), ["the schema is z.date(), which no type of HCL is"]],
  ])("tells what is wrong with a call: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual(expected);
  });

  it("tells it at the option's path and the place of the call", () => {
    const wrong = called("upper", names);
    const use = source.file("a", { content: text`${wrong as never}`, target: "x" });
    const [diagnostic] = use.check();
    expect(diagnostic).toMatchObject({
      code: "bad-call",
      path: "source.file.a.content",
      summary:
        "content cannot be written: argument 1 of upper(str) has to be a string, and is a list of strings",
      position: { file: import.meta.filename },
    });
  });

  it.each([
    [
      "tostring",
      "Packer has no function tostring. Write convert(value, string), which is fn.convert(value, type) in TypeScript.",
    ],
    ["one", "Packer has no function one. Write element(list, 0)."],
    ["env", "Packer has no function env. Packer has env only in the default of a variable."],
    ["lenght", "Packer has no function lenght. Did you mean length?"],
  ])("says that Packer lacks %s when it is called", (name, message) => {
    expect(() => called(name, 1)).toThrow(new TypeError(message));
  });

  it("is a plain object to whatever looks at it", () => {
    expect((fn as { readonly then?: unknown }).then).toBeUndefined();
    expect(JSON.stringify(fn)).toBe("{}");
    expect(Object.isFrozen(fn)).toBe(true);
  });
});
