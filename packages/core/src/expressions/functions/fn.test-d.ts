import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import type { BuildContext } from "../../build/context.js";
import { coreSource as source } from "../../components/core-source.js";
import { local } from "../../variables/local.js";
import { variable } from "../../variables/variable.js";
import type { Expr } from "../expr.js";
import { text } from "../text.js";
import { expand } from "./expand.js";
import { fn } from "./fn.js";

declare const context: BuildContext;
const { build } = context;
const region = variable("region", z.string());
const nickname = variable("nickname", z.string().nullable());
const size = variable("size", z.number());
const sizes = variable("sizes", z.array(z.number()));
const names = variable("names", z.array(z.string()));
const unique = variable("unique", z.set(z.string()));
const labels = variable("labels", z.record(z.string(), z.string()));
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })));
const disk = variable("disk", z.object({ name: z.string(), size: z.number() }));
const isOn = variable("on", z.boolean());

describe("the results of functions", () => {
  it("are those of Packer", () => {
    expectTypeOf(fn.abs(size)).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.max(20, "30", fn.length(disks))).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.max(expand(sizes))).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.keys(labels)).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.keys(disk)).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.values(disk)).toEqualTypeOf<Expr<readonly (string | number)[]>>();
    expectTypeOf(fn.lookup(labels, "a", "b")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.lookup({ a: 1, b: size }, "a", 2)).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.element(disks, 0).name).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.concat(names, ["a"], [region])).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.concat(names, sizes)).toEqualTypeOf<Expr<readonly (string | number)[]>>();
    expectTypeOf(fn.reverse(unique)).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.flatten([names, [["a"]]])).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.chunklist(sizes, 2)).toEqualTypeOf<Expr<readonly (readonly number[])[]>>();
    expectTypeOf(fn.coalesce(region, "a")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.coalesce(nickname, region, null)).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.merge(disk, { zone: "a" }).zone).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.merge(disk, { zone: "a" }).size).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.merge(labels, { a: "b" })).toEqualTypeOf<Expr<Readonly<Record<string, string>>>>();
    expectTypeOf(fn.zipmap(names, sizes)).toEqualTypeOf<Expr<Readonly<Record<string, number>>>>();
    expectTypeOf(fn.try(size, "none")).toEqualTypeOf<Expr<number | string>>();
    expectTypeOf(fn.jsondecode(region)).toEqualTypeOf<Expr<unknown>>();
    expectTypeOf(fn.jsondecode<{ readonly a: number }>(region).a).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.regex("a", region)).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.rfc3339_parse(fn.timestamp()).month_name).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.range(3)).toEqualTypeOf<Expr<readonly number[]>>();
    expectTypeOf(fn.startswith(region, "a")).toEqualTypeOf<Expr<boolean>>();
    expectTypeOf(fn.alltrue([true, isOn])).toEqualTypeOf<Expr<boolean>>();
  });

  it("of convert are what its target says", () => {
    expectTypeOf(fn.convert(region, "number")).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.convert(names, "set(string)")).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(fn.convert(disk, "map(list(bool))")).toEqualTypeOf<
      Expr<Readonly<Record<string, readonly boolean[]>>>
    >();
    expectTypeOf(fn.convert(disk, z.object({ name: z.string() })).name).toEqualTypeOf<Expr<string>>();
  });

  it("are in the scope of the arguments", () => {
    expectTypeOf(fn.upper(build.ID)).toEqualTypeOf<Expr<string, "build">>();
    expectTypeOf(fn.join(region, ["a", build.ID])).toEqualTypeOf<Expr<string, "build">>();
    expectTypeOf(fn.contains(names, build.ID)).toEqualTypeOf<Expr<boolean, "build">>();
    expectTypeOf(fn.length([build.ID])).toEqualTypeOf<Expr<number, "build">>();
    expectTypeOf(fn.convert(build.ID, "number")).toEqualTypeOf<Expr<number, "build">>();
    expectTypeOf(fn.format("%s %s", region, build.ID)).toEqualTypeOf<Expr<string, "build">>();
  });

  it("go where values of their type go", () => {
    source.file("a", { content: fn.upper(region), target: text`${fn.lower(region)}.txt` });
    local("x", { labels: fn.merge(labels, { a: "b" }), keys: fn.keys(labels) });
  });
});

describe("functions that Packer lacks", () => {
  it("are none of fn", () => {
    expectTypeOf(fn).not.toHaveProperty("tostring");
    expectTypeOf(fn).not.toHaveProperty("toset");
    expectTypeOf(fn).not.toHaveProperty("one");
    expectTypeOf(fn).not.toHaveProperty("env");
  });
});

describe("calls that are wrong", () => {
  it("do not compile", () => {
    // @ts-expect-error -- a list is no number
    fn.abs(names);
    // @ts-expect-error -- text is no number
    fn.abs("big");
    // @ts-expect-error -- lookup has three arguments
    fn.lookup({ a: "b" }, "a");
    // @ts-expect-error -- max needs a number
    fn.max();
    // @ts-expect-error -- timestamp has no arguments
    fn.timestamp("now");
    // @ts-expect-error -- range has three arguments at most
    fn.range(1, 2, 3, 4);
    // @ts-expect-error -- keys are those of a map
    fn.keys(region);
    // @ts-expect-error -- the numbers are no texts
    fn.join(",", sizes);
    // @ts-expect-error -- text is no list
    fn.reverse(region);
    // @ts-expect-error -- a number has no length
    fn.length(size);
    // @ts-expect-error -- upper takes text
    fn.upper(size);
    // @ts-expect-error -- there is no such type
    fn.convert(region, "strin");
    // @ts-expect-error -- a local exists before any build
    local("x", fn.upper(build.ID));
    // @ts-expect-error -- content is text
    source.file("a", { content: fn.keys(labels), target: "x" });
  });
});
