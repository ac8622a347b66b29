import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../build/context.js";
import { variable } from "../variables/variable.js";
import { Inspection } from "./inspect.js";
import { text } from "./text.js";
import { write } from "./to-node.js";

const name = variable("name", z.string());
const size = variable("size", z.number());

/** What cannot be written of a value: `path: reason`. */
function problemsOf(value: unknown): readonly string[] {
  return write(value).problems.map(({ path, reason }) => `${path.join(".")}: ${reason}`);
}

class Machine {
  readonly name = "m";
}

const NO_VALUE = "is no value of HCL; leave it out";
const NO_KIND = "is no value of HCL; use text, numbers, booleans, lists and objects";

describe("a value that HCL can hold", () => {
  it.each([
    ["text", "a ${b} \0 é 😀"],
    ["numbers", [0, -1.5, 1e300, Number.MAX_SAFE_INTEGER, 12345678901234567890n]],
    ["booleans and null", [true, false, null]],
    ["objects and lists", { a: { b: [{ c: "d" }, []] }, "": {} }],
    ["objects without a prototype", Object.assign(Object.create(null) as object, { a: 1 })],
    ["objects of another realm", runInNewContext("({ a: [1, { b: 2 }] })")],
    ["entries that are undefined, which are not there", { a: undefined, b: 1 }],
    ["expressions", { a: name, b: [text`x-${name}`] }],
  ])("has no problems: %s", (_, value) => {
    expect(problemsOf(value)).toEqual([]);
  });
});

describe("a value that HCL cannot hold", () => {
  it.each([
    [undefined, `: undefined ${NO_VALUE}`],
    [() => 1, `: a function ${NO_VALUE}`],
    [Symbol("s"), `: a symbol ${NO_VALUE}`],
    [NaN, ": HCL has no spelling for NaN; use a finite number"],
    [-Infinity, ": HCL has no spelling for -Infinity; use a finite number"],
    [new Date(0), `: a Date ${NO_KIND}`],
    [new Map([["a", 1]]), `: a Map ${NO_KIND}`],
    [/a/, `: a RegExp ${NO_KIND}`],
    [Buffer.from("a"), `: a Buffer ${NO_KIND}`],
    [new Machine(), `: a Machine ${NO_KIND}`],
    [Promise.resolve(1), `: a Promise ${NO_KIND}`],
    [runInNewContext("new Date(0)"), `: a Date ${NO_KIND}`],
    ["\ud800", ": HCL cannot hold this text: it has a lone surrogate, which is no Unicode character"],
    [
      "e\u0301",
      ": HCL cannot hold this text: HCL composes its characters (Unicode NFC), so it would read back changed; write value.normalize()",
    ],
  ])("is named with the remedy: %#", (value, problem) => {
    expect(problemsOf(value)).toEqual([problem]);
  });

  it("is a class instance, whatever its constructor is", () => {
    expect(problemsOf(Object.assign(new Machine(), { constructor: undefined }))).toEqual([
      `: an object of a class ${NO_KIND}`,
    ]);
    expect(problemsOf(Object.create(new Machine()))).toEqual([`: a Machine ${NO_KIND}`]);
  });

  it("is found at every depth, each with its path", () => {
    const value = {
      plain: "a",
      disks: [{ size: 1 }, { size: NaN, tags: ["x", "\ud800"] }],
      when: new Date(0),
      list: [undefined, "b"],
      map: { "e\u0301": 1, ok: { call: () => 1 } },
    };
    expect(problemsOf(value)).toEqual([
      "disks.1.size: HCL has no spelling for NaN; use a finite number",
      "disks.1.tags.1: HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
      `when: a Date ${NO_KIND}`,
      `list.0: undefined ${NO_VALUE}`,
      "map.e\u0301: HCL cannot hold this key: HCL composes its characters (Unicode NFC), so it would read back changed; write value.normalize()",
      `map.ok.call: a function ${NO_VALUE}`,
    ]);
  });

  it("is found inside of expressions", () => {
    expect(problemsOf({ a: [text`${name}\ud800`] })).toEqual([
      "a.0: HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
    ]);
  });

  it("is found in lists that have holes", () => {
    const list: unknown[] = ["a"];
    list[2] = "c";
    expect(problemsOf(list)).toEqual([`1: undefined ${NO_VALUE}`]);
  });

  it("is what contains itself, however it does", () => {
    const self: Record<string, unknown> = { name: "a" };
    self["self"] = self;
    const list: unknown[] = [];
    list.push({ list });
    for (const value of [self, list]) {
      expect(problemsOf({ value })).toEqual([
        expect.stringMatching(
          /^value\.\S+: it is nested more than \d+ levels deep; does it contain itself\?$/,
        ),
      ]);
    }
  });
});

describe("a value that refers to others", () => {
  it("is used with them, in order of first use", () => {
    const { uses } = write({ b: [size], a: text`${name}` });
    expect(uses.map((use) => use.kind !== "data" && use.name)).toEqual(["size", "name"]);
  });

  it("exists only in a build when a part of it does", () => {
    expect(write({ a: [name] }).inBuild).toBe(false);
    expect(write({ a: [{ b: text`${BUILD_CONTEXT.build.ID}` }] }).inBuild).toBe(true);
  });

  it("is told apart option by option", () => {
    const inspection = new Inspection();
    expect(inspection.addOption("a", BUILD_CONTEXT.build.ID)).toBe(true);
    expect(inspection.addOption("b", name)).toBe(false);
    expect(inspection.inBuild).toBe(true);
  });
});
