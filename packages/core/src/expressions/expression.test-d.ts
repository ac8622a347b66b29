import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import type { BuildContext } from "../build/context.js";
import { coreSource as source } from "../components/core-source.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { at, splat } from "./at.js";
import { forDirective, ifDirective } from "./directives.js";
import type { Expr } from "./expr.js";
import { forEach } from "./for-each.js";
import { heredoc } from "./heredoc.js";
import { hcl, parseExpression } from "./raw/hcl-tag.js";
import { text } from "./text.js";
import { when } from "./when.js";

declare const context: BuildContext;
const { build } = context;
const region = variable("region", z.enum(["eu", "us"]));
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })));
const labels = variable("labels", z.record(z.string(), z.string()));
const unique = variable("unique", z.set(z.string()));
const isOn = variable("on", z.boolean());

describe("hcl", () => {
  it("is of the type that the caller says, in the scope of its values", () => {
    expectTypeOf(hcl<boolean>`${region} == "eu"`).toEqualTypeOf<Expr<boolean>>();
    expectTypeOf(hcl`${region}`).toEqualTypeOf<Expr<unknown>>();
    expectTypeOf(hcl`${build.ID}`).toEqualTypeOf<Expr<unknown, "build">>();
    expectTypeOf(hcl<boolean, "build">`${build.ID} == ${region}`).toEqualTypeOf<Expr<boolean, "build">>();
    expectTypeOf(hcl<{ readonly a: string }>`{ a = ${"x"}, b = ${[1, { c: null }]} }`.a).toEqualTypeOf<
      Expr<string>
    >();
    expectTypeOf(parseExpression<number>("1 + var.a", [region])).toEqualTypeOf<Expr<number>>();
  });

  it("refuses what only a build knows where the type says that none is needed", () => {
    // @ts-expect-error -- build.ID has a value in the steps of a build only
    expectTypeOf(hcl<boolean>`${build.ID} == ""`);
    // @ts-expect-error -- a local exists before any build
    local("x", hcl`${build.ID}`);
    // @ts-expect-error -- a function is no value of HCL
    expectTypeOf(hcl`${() => 1}`);
  });
});

describe("when", () => {
  it("is one of both values", () => {
    expectTypeOf(when(isOn, "a", "b")).toEqualTypeOf<Expr<"a" | "b">>();
    expectTypeOf(when(isOn, 1, region)).toEqualTypeOf<Expr<1 | "eu" | "us">>();
    expectTypeOf(when(isOn, [build.ID], [])).toExtend<Expr<readonly string[], "build">>();
    source.file("a", { content: when(isOn, "a", region), target: "x" });
  });

  it("takes a condition and values that HCL has", () => {
    // @ts-expect-error -- text is no condition
    when(region, 1, 2);
    // @ts-expect-error -- a function is no value of HCL
    when(isOn, () => 1, 2);
    // @ts-expect-error -- build.ID has a value in the steps of a build only
    source.file("a", { content: when(isOn, "a", build.ID), target: "x" });
    // @ts-expect-error -- content is text
    source.file("a", { content: when(isOn, "a", ["b"]), target: "x" });
  });
});

describe("forEach", () => {
  it("gives its function what the collection holds", () => {
    expectTypeOf(forEach(disks, (disk, index) => text`${disk.name}${disk.size}${index}`)).toEqualTypeOf<
      Expr<readonly string[]>
    >();
    expectTypeOf(forEach(labels, (value, key) => [value, key])).toEqualTypeOf<
      Expr<readonly (readonly string[])[]>
    >();
    expectTypeOf(forEach(unique, (value) => value)).toEqualTypeOf<Expr<readonly string[]>>();
    expectTypeOf(forEach([1, 2], (value) => value)).toEqualTypeOf<Expr<readonly number[]>>();
    expectTypeOf(forEach(disks, (disk) => ({ a: disk.name, b: 1 }))).toEqualTypeOf<
      Expr<readonly { readonly a: string; readonly b: number }[]>
    >();
  });

  it("is a map with a key, and a map of lists when it groups", () => {
    expectTypeOf(
      forEach(disks, (disk) => disk.size, {
        key: (disk) => disk.name,
        if: (disk) => hcl<boolean>`${disk.size} > 1`,
      }),
    ).toEqualTypeOf<Expr<Readonly<Record<string, number>>>>();
    expectTypeOf(
      forEach(disks, (disk) => disk.size, { key: (disk) => disk.name, group: true }),
    ).toEqualTypeOf<Expr<Readonly<Record<string, readonly number[]>>>>();
    expectTypeOf(forEach(disks, (disk) => disk.size, { as: "disk", keyAs: "i" })).toEqualTypeOf<
      Expr<readonly number[]>
    >();
  });

  it("needs a build where a part of it does", () => {
    expectTypeOf(forEach(disks, () => build.ID)).toEqualTypeOf<Expr<readonly string[], "build">>();
    expectTypeOf(
      forEach(disks, (disk) => disk.name, { if: () => hcl<boolean, "build">`${build.ID} == ""` }),
    ).toEqualTypeOf<Expr<readonly string[], "build">>();
  });

  it("refuses what is no collection, no attribute and no option", () => {
    // @ts-expect-error -- a string has no items
    forEach(region, (each) => each);
    // @ts-expect-error -- the option is called as
    forEach(disks, (disk) => disk.name, { name: "disk" });
    // @ts-expect-error -- a condition is true or false
    forEach(disks, (disk) => disk.name, { if: (disk) => disk.name });
  });
});

describe("at and splat", () => {
  it("are of the type of what is there", () => {
    expectTypeOf(at(disks, 0).name).toEqualTypeOf<Expr<string>>();
    expectTypeOf(at(labels, region)).toEqualTypeOf<Expr<string>>();
    expectTypeOf(at({ a: 1, b: "x" }, "b")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(at(["a", build.ID], 0)).toEqualTypeOf<Expr<string, "build">>();
    expectTypeOf(splat(disks, "size")).toEqualTypeOf<Expr<readonly number[]>>();
  });

  it("refuse keys and attributes that are not there", () => {
    // @ts-expect-error -- a list has numbers
    at(disks, "a");
    // @ts-expect-error -- a map has names
    at(labels, 0);
    // @ts-expect-error -- text holds nothing
    at(region, 0);
    // @ts-expect-error -- the disks have no label
    splat(disks, "label");
  });
});

describe("heredoc and directives", () => {
  it("are text in the scope of their parts", () => {
    expectTypeOf(heredoc`a ${region}`).toEqualTypeOf<Expr<string>>();
    expectTypeOf(heredoc`a ${build.ID}`).toEqualTypeOf<Expr<string, "build">>();
    expectTypeOf(text`${ifDirective(isOn, "a", region)}`).toEqualTypeOf<Expr<string>>();
    expectTypeOf(ifDirective(isOn, build.ID)).toEqualTypeOf<Expr<string, "build">>();
    expectTypeOf(forDirective(disks, (disk) => text`${disk.name}`)).toEqualTypeOf<Expr<string>>();
  });

  it("refuse what is no text", () => {
    // @ts-expect-error -- a list is no text
    expectTypeOf(heredoc`${disks}`);
    // @ts-expect-error -- an object is no text
    forDirective(disks, (disk) => disk);
  });
});
