import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../build/context.js";
import { coreSource as source } from "../components/core-source.js";
import { variable } from "../variables/variable.js";
import { hclOf, reasons, type AnyExpr } from "./expression.test-support.js";
import { stateOf } from "./expr-value.js";
import type { Expr } from "./expr.js";
import { forEach } from "./for-each.js";
import { hcl } from "./raw/hcl-tag.js";
import { text } from "./text.js";

const disks = variable(
  "disks",
  z.array(z.object({ name: z.string(), size: z.number(), parts: z.array(z.string()) })),
);
const labels = variable("labels", z.record(z.string(), z.string()));
const numbers = variable("numbers", z.array(z.number()));
const region = variable("region", z.string());

describe("forEach", () => {
  it.each<[AnyExpr, string]>([
    [
      forEach(disks, (disk) => text`mkdir /mnt/${disk.name}`),
      '[for item in var.disks : "mkdir /mnt/${item.name}"]',
    ],
    [forEach(disks, (disk) => disk.size), "[for item in var.disks : item.size]"],
    [forEach(numbers, (item) => item), "[for item in var.numbers : item]"],
    [
      forEach(numbers, (item, at) => text`${at}: ${item}`),
      '[for index, item in var.numbers : "${index}: ${item}"]',
    ],
    [forEach(labels, (value) => value), "[for value in var.labels : value]"],
    [
      forEach(labels, (value, key) => text`${key}=${value}`),
      '[for key, value in var.labels : "${key}=${value}"]',
    ],
    [forEach(["a", region], (item) => text`${item}!`), '[for item in ["a", var.region] : "${item}!"]'],
    [forEach({ a: 1 }, (value, key) => [key, value]), "[for key, value in { a = 1 } : [key, value]]"],
    [
      forEach(disks, (disk) => ({ device: disk.name, region, gb: 10 })),
      "[for item in var.disks : { device = item.name, region = var.region, gb = 10 }]",
    ],
    [forEach(disks, (disk) => disk.name, { as: "disk" }), "[for disk in var.disks : disk.name]"],
    [
      forEach(disks, (disk, at) => text`${at}${disk.name}`, { as: "disk", keyAs: "i" }),
      '[for i, disk in var.disks : "${i}${disk.name}"]',
    ],
    [
      forEach(disks, (disk) => disk.name, { if: (disk) => hcl<boolean>`${disk.size} > 10` }),
      "[for item in var.disks : item.name if item.size > 10]",
    ],
    [
      forEach(disks, (disk) => disk.size, { key: (disk) => disk.name }),
      "{ for item in var.disks : item.name => item.size }",
    ],
    [
      forEach(disks, (disk) => disk.name, { key: (disk) => text`gb${disk.size}`, group: true }),
      '{ for item in var.disks : "gb${item.size}" => item.name... }',
    ],
    [
      forEach(labels, (value) => value, {
        key: (_, key) => key,
        if: (_, key) => hcl<boolean>`${key} != "x"`,
      }),
      '{ for key, value in var.labels : key => value if key != "x" }',
    ],
  ])("writes a for-expression: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it("gives loops in loops names of their own", () => {
    const nested = forEach(disks, (disk) =>
      forEach(disk.parts, (part, at) => text`${disk.name}${part}${at}`),
    );
    expect(hclOf(nested)).toBe(
      '[for item in var.disks : [for index2, item2 in item.parts : "${item.name}${item2}${index2}"]]',
    );
    expect(reasons(nested)).toEqual([]);
    expect(hclOf(forEach(numbers, (item) => item))).toBe("[for item in var.numbers : item]");
  });

  it("lets a loop that was made before be used inside of another one", () => {
    const inner = forEach(numbers, (item) => item);
    const outer = forEach(disks, (disk) => [disk.name, inner]);
    expect(hclOf(outer)).toBe("[for item in var.disks : [item.name, [for item in var.numbers : item]]]");
    expect(reasons(outer)).toEqual([]);
  });

  it("frees the names of a loop whose function threw", () => {
    const broken = (): unknown =>
      forEach(numbers, () => {
        throw new Error("no");
      });
    expect(broken).toThrow("no");
    expect(hclOf(forEach(numbers, (item) => item))).toBe("[for item in var.numbers : item]");
  });

  it("has the type of what its function gives", () => {
    expect(stateOf(forEach(disks, (disk) => disk.size)).type).toEqual({
      kind: "list",
      element: { kind: "number" },
    });
    expect(stateOf(forEach(disks, (disk) => disk.size, { key: (disk) => disk.name })).type).toEqual({
      kind: "map",
      element: { kind: "number" },
    });
    expect(
      stateOf(forEach(disks, (disk) => disk.size, { key: (disk) => disk.name, group: true })).type,
    ).toEqual({ kind: "map", element: { kind: "list", element: { kind: "number" } } });
  });

  it("refers to what its parts refer to, and needs a build where one of them does", () => {
    const { build } = BUILD_CONTEXT;
    const all = forEach(disks, (disk) => text`${disk.name}${region}`);
    expect(stateOf(all).uses.map(({ name }) => name)).toEqual(["disks", "region"]);
    expect(stateOf(all).inBuild).toBe(false);
    expect(stateOf(forEach(disks, () => build.ID)).inBuild).toBe(true);
    expect(
      stateOf(forEach(disks, (disk) => disk, { if: () => hcl<boolean, "build">`${build.ID} == ""` })).inBuild,
    ).toBe(true);
  });

  it.each<[AnyExpr, readonly string[]]>([
    [
      forEach(region as never, (item) => item),
      ["forEach goes through a list or a map, and this is a string"],
    ],
    [forEach(disks, () => 1, { group: true }), ["forEach groups its results by their key, and has none"]],
    [
      forEach(disks, () => 1, { as: "a b" }),
      ['"a b" is no name; use letters, digits, _ and -, a letter or _ first'],
    ],
    [
      forEach(disks, () => 1, { as: "var" }),
      ["a variable called var would hide Packer's own; choose another name"],
    ],
    [forEach(disks, () => 1, { as: "x", keyAs: "x" }), ["forEach has two variables of the name x"]],
    [
      forEach(disks, (disk) => forEach(disk.parts, (part) => text`${disk.name}${part}`, { as: "d" }), {
        as: "d",
      }),
      ["forEach calls its variable d, as does a loop around it whose variable it uses"],
    ],
    [
      forEach(disks, (disk) => hcl`[for item in [1] : "\${item}${disk.name}"]`),
      ["a for of this text calls its variable item, which hides the item of ${item.name}"],
    ],
    [forEach(disks, () => Number.NaN), ["HCL has no spelling for NaN; use a finite number"]],
    [
      forEach(disks, (disk) => [{ a: [disk.name, Number.NaN] }]),
      ["0.a.1: HCL has no spelling for NaN; use a finite number"],
    ],
  ])("tells what is wrong: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual(expected);
  });

  it("lets inner loops of the same name be where nothing is hidden", () => {
    const inner = forEach(disks, (disk) => forEach(disk.parts, (part) => part, { as: "d" }), { as: "d" });
    expect(reasons(inner)).toEqual([]);
    expect(hclOf(inner)).toBe("[for d in var.disks : [for d in d.parts : d]]");
  });

  it("refuses a variable outside of its loop", () => {
    let escaped: Expr<string> | undefined;
    forEach(disks, (disk) => (escaped = disk.name));
    const use = source.file("note", { content: text`${escaped ?? ""}`, target: "x" });
    expect(use.check().map(({ summary, path }) => [path, summary])).toEqual([
      [
        "source.file.note.content",
        "content cannot be written: item is a variable of forEach, and has no value outside of its function",
      ],
    ]);
  });
});
