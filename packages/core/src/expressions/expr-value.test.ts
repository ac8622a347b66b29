import { inspect, isDeepStrictEqual } from "node:util";
import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { isExpr, stateOf } from "./expr-value.js";
import { text } from "./text.js";

const name = variable("name", z.string());
const disk = variable(
  "disk",
  z.object({ name: z.string(), size: z.object({ gb: z.number() }), inspect: z.boolean().optional() }),
);
const anything = variable("anything", z.any());

/** Any property of an expression, the types aside. */
function property(expression: object, key: string): unknown {
  return (expression as Readonly<Record<string, unknown>>)[key];
}

/** An expression taken for the text that it stands for. */
function mistaken(expression: unknown): string {
  return expression as string;
}

function hclOf(value: unknown): string {
  if (!isExpr(value)) throw new Error("not an expression");
  return printExpression(stateOf(value).node);
}

describe("the attributes of an expression", () => {
  it("are expressions themselves, with their own types", () => {
    expect(hclOf(disk.name)).toBe("var.disk.name");
    expect(hclOf(disk.size.gb)).toBe("var.disk.size.gb");
    expect(stateOf(disk.size.gb).type).toEqual({ kind: "number" });
    expect(stateOf(disk.name).uses).toEqual(stateOf(disk).uses);
  });

  it("are those that the type has, and no others", () => {
    expect(property(disk, "nmae")).toBeUndefined();
    expect(property(disk, "hasOwnProperty")).toBe(property({}, "hasOwnProperty"));
    expect("name" in disk).toBe(true);
    expect("nmae" in disk).toBe(false);
    expect(property(name, "length")).toBeUndefined();
  });

  it("are whatever is asked for where the type is not known", () => {
    expect(hclOf(property(anything, "a"))).toBe("var.anything.a");
    expect(hclOf(property(property(anything, "a") as object, "b-c"))).toBe("var.anything.a.b-c");
  });

  it("are looked up by key where their names are no identifiers", () => {
    const odd = local("odd", { "a b": 1, "k8s.io/name": "x", "with-dash": 2, "0": 3 });
    expect(hclOf(odd["a b"])).toBe('local.odd["a b"]');
    expect(hclOf(odd["k8s.io/name"])).toBe('local.odd["k8s.io/name"]');
    expect(hclOf(odd["with-dash"])).toBe("local.odd.with-dash");
    expect(hclOf(property(anything, "0"))).toBe("var.anything[0]");
  });

  it("follow the type of a local", () => {
    const labels = local("labels", { team: "platform", disk, list: ["a"] });
    expect(hclOf(labels.team)).toBe("local.labels.team");
    expect(hclOf(labels.disk.size)).toBe("local.labels.disk.size");
  });

  it("win over what printers ask any value for", () => {
    expect(hclOf(disk.inspect)).toBe("var.disk.inspect");
  });
});

describe("an expression where a value of the program belongs", () => {
  it.each([
    ["`…${expression}…`", () => `a ${mistaken(name)} b`],
    ["expression + text", () => mistaken(name) + "x"],
    ["String(expression)", () => [name].map(String)],
    ["expression.toString()", () => mistaken(name).toLocaleString()],
    ["expression > text", () => mistaken(name) > "x"],
    ["[expression].join()", () => [mistaken(name)].join(",")],
    ["JSON.stringify(expression)", () => JSON.stringify(name)],
    ["JSON.stringify([expression])", () => JSON.stringify([disk.name])],
    ["JSON.stringify({ expression })", () => JSON.stringify({ a: text`${name}` })],
    ["the text of an expression of any type", () => `a ${mistaken(anything)} b`],
    ["the JSON of an expression of any type", () => JSON.stringify({ anything })],
  ])("says what to write instead: %s", (_, use) => {
    expect(use).toThrow(TypeError);
    expect(use).toThrow(
      "A Packer expression has no value while this program runs, so it cannot be made text here; " +
        "write text`…${expression}…` (from @packwright/core) instead of `…${expression}…` or +.",
    );
  });

  it("is no promise, so that it can be returned from async functions", async () => {
    expect(property(anything, "then")).toBeUndefined();
    const get = async (): Promise<unknown> => Promise.resolve(anything);
    expect(await get()).toBe(anything);
  });

  it("is truthy, so that conditions on it are conditions on its being there", () => {
    expect(Boolean(name)).toBe(true);
  });
});

describe("printing an expression", () => {
  const shown = [
    [name, "Expr(var.name)"],
    [disk, "Expr(var.disk)"],
    [disk.name, "Expr(var.disk.name)"],
    [anything, "Expr(var.anything)"],
    [text`a-${name}`, 'Expr("a-${var.name}")'],
    [local("l", 1), "Expr(local.l)"],
  ] as const;

  it.each(shown)("shows its HCL on the console: %#", (expression, expected) => {
    expect(inspect(expression)).toBe(expected);
    expect(inspect({ a: [expression] })).toBe(`{ a: [ ${expected} ] }`);
  });

  it.each(shown)("shows its HCL in snapshots: %#", (expression, expected) => {
    // Test runners ask for toJSON without the key that JSON.stringify gives.
    const asked: unknown = expression;
    expect((asked as { toJSON(): unknown }).toJSON()).toBe(expected);
  });

  it("works in a snapshot", () => {
    expect({ name, disk: [disk] }).toMatchInlineSnapshot(`
      {
        "disk": [
          "Expr(var.disk)",
        ],
        "name": "Expr(var.name)",
      }
    `);
  });

  it.each([name, disk, anything, disk.name, text`a-${name}`])(
    "does not throw when a test compares it: %#",
    (expression) => {
      expect(() => {
        expect(expression).toEqual("something else");
      }).toThrow(/to deeply equal 'something else'/);
      expect(() => {
        expect({ a: [expression] }).toMatchObject({ a: [1] });
      }).toThrow(/to match object/);
    },
  );
});

describe("comparing expressions", () => {
  it("finds those equal that say the same", () => {
    expect(text`a-${name}`).toEqual(text`a-${name}`);
    expect(disk.name).toEqual(disk.name);
    expect(name).toEqual(name);
    expect(isDeepStrictEqual(text`a-${name}`, text`a-${name}`)).toBe(true);
  });

  it("tells others apart", () => {
    expect(text`a-${name}`).not.toEqual(text`b-${name}`);
    expect(disk.name).not.toEqual(disk.size);
    expect(name).not.toEqual(variable("other", z.string()));
    expect(name).not.toEqual(disk);
    expect(isDeepStrictEqual(text`a`, text`b`)).toBe(false);
  });
});

describe("isExpr", () => {
  it("knows expressions, those of another copy of this package too", () => {
    const [state] = Object.getOwnPropertySymbols(text`a`);
    expect(state).toBe(Symbol.for("packwright.expression"));
    expect(isExpr({ [Symbol.for("packwright.expression")]: stateOf(name) })).toBe(true);
    expect([name, disk, anything, text`a`].every(isExpr)).toBe(true);
  });

  it.each([undefined, null, "${var.a}", 1, {}, [], () => 1])("knows other values: %j", (value) => {
    expect(isExpr(value)).toBe(false);
  });
});

it("an expression cannot be changed", () => {
  expect(() => Object.assign(text`a`, { extra: 1 })).toThrow(TypeError);
  expect(() => Object.assign(name, { extra: 1 })).toThrow(TypeError);
  expect(() => Object.assign(disk, { name: "x" })).toThrow(TypeError);
});

it("an expression is told apart from an object that is none", () => {
  expect(() => stateOf({} as never)).toThrow(new TypeError("this is no expression of @packwright/core"));
});
