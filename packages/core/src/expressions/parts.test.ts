import { attribute, body, print } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../build/context.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { at, splat } from "./at.js";
import { forDirective, ifDirective } from "./directives.js";
import { hclOf, reasons, type AnyExpr } from "./expression.test-support.js";
import { stateOf } from "./expr-value.js";
import { heredoc } from "./heredoc.js";
import { packerVersion, path } from "./path.js";
import { hcl } from "./raw/hcl-tag.js";
import { text } from "./text.js";
import { when } from "./when.js";

const isProduction = variable("production", z.boolean());
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })));
const labels = variable("labels", z.record(z.string(), z.string()));
const unique = variable("unique", z.set(z.string()));
const region = variable("region", z.string());
const { build } = BUILD_CONTEXT;

describe("when", () => {
  it.each<[AnyExpr, string]>([
    [when(isProduction, "a", "b"), 'var.production ? "a" : "b"'],
    [when(hcl<boolean>`${region} == "eu"`, 1, disks), 'var.region == "eu" ? 1 : var.disks'],
    [when(isProduction, when(isProduction, 1, 2), 3), "var.production ? var.production ? 1 : 2 : 3"],
    [
      when(hcl<boolean>`${isProduction} ? true : false`, 1, null),
      "(var.production ? true : false) ? 1 : null",
    ],
    [when(isProduction, [region], []), "var.production ? [var.region] : []"],
    [hcl`${when(isProduction, 1, 2)} + 1`, "(var.production ? 1 : 2) + 1"],
  ])("writes a conditional: %#", (expression, expected) => {
    expect(hclOf(expression)).toBe(expected);
  });

  it("is of the type of both values, and in a build where a part of it is", () => {
    expect(stateOf(when(isProduction, "a", region)).type.kind).toBe("string");
    expect(stateOf(when(isProduction, "a", 1)).type.kind).toBe("any");
    expect(stateOf(when(isProduction, "a", build.ID)).inBuild).toBe(true);
  });

  it("tells of values that have no type in common, and of a condition that is none", () => {
    expect(reasons(when(isProduction, "a", ["b"]))).toEqual(["when chooses between a string and a list"]);
    expect(reasons(when(disks as never, 1, 2))).toEqual([
      "the condition of when has to be true or false, and is a list of objects",
    ]);
  });
});

describe("at", () => {
  it.each<[AnyExpr, string]>([
    [at(disks, 0).name, "var.disks[0].name"],
    [at(labels, "team"), 'var.labels["team"]'],
    [at(labels, region), "var.labels[var.region]"],
    [at(["a", region], 1), '["a", var.region][1]'],
    [at({ a: 1, b: region }, "b"), '{ a = 1, b = var.region }["b"]'],
    [at(at(hcl<readonly (readonly string[])[]>`[["a"]]`, 0), 0), '[["a"]][0][0]'],
  ])("looks into a collection: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it.each<[AnyExpr, string]>([
    [at(disks, -1), "-1 is no number of an item; they count from 0"],
    [at(disks, 0.5), "0.5 is no number of an item; they count from 0"],
    [at(unique as never, 0 as never), "the items of a set have no numbers; convert it to a list first"],
    [at(region as never, 0 as never), "at looks into lists and maps, and this is a string"],
    [at(disks, "a" as never), "at takes a number for a list of objects, and this is a string"],
  ])("tells what is wrong: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([expected]);
  });
});

describe("splat", () => {
  it("asks every item for an attribute", () => {
    const names = splat(disks, "name");
    expect(hclOf(names)).toBe("var.disks[*].name");
    expect(stateOf(names).type).toEqual({ kind: "list", element: { kind: "string" } });
    expect(hclOf(hcl`${names}[0]`)).toBe("(var.disks[*].name)[0]");
    expect(reasons(splat(disks, "nmae" as never))).toEqual([
      "the objects of this list have no attribute nmae",
    ]);
  });
});

describe("path and packerVersion", () => {
  it("are what Packer says of itself", () => {
    expect([path.root, path.cwd, packerVersion].map((each) => hclOf(each))).toEqual([
      "path.root",
      "path.cwd",
      "packer.version",
    ]);
  });
});

describe("directives of text", () => {
  it.each<[AnyExpr, string]>([
    [text`a${ifDirective(isProduction, "-b", "-c")}`, '"a%{if var.production}-b%{else}-c%{endif}"'],
    [text`a${ifDirective(isProduction, region)}`, '"a%{if var.production}${var.region}%{endif}"'],
    [text`${ifDirective(isProduction, text`x${region}`)}!`, '"%{if var.production}x${var.region}%{endif}!"'],
    [ifDirective(isProduction, "${x}"), '"%{if var.production}$${x}%{endif}"'],
    [
      text`${forDirective(disks, (disk) => text`${disk.name} `)}`,
      '"%{for item in var.disks}${item.name} %{endfor}"',
    ],
    [
      forDirective(labels, (value, key) => text`${key}=${value};`, { as: "v", keyAs: "k" }),
      '"%{for k, v in var.labels}${k}=${v};%{endfor}"',
    ],
    [
      forDirective(disks, (disk) => ifDirective(hcl<boolean>`${disk.size} > 1`, disk.name)),
      '"%{for item in var.disks}%{if item.size > 1}${item.name}%{endif}%{endfor}"',
    ],
    [forDirective(disks, () => "x"), '"%{for item in var.disks}x%{endfor}"'],
  ])("are written as such: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it("tell what is wrong", () => {
    expect(reasons(ifDirective(disks as never, "a"))).toEqual([
      "the condition of ifDirective has to be true or false, and is a list of objects",
    ]);
    expect(reasons(text`${forDirective(disks, (disk) => disk as never)}`)).toEqual([
      "an object cannot stand in text; use strings, numbers, booleans and expressions of them",
    ]);
  });
});

describe("heredoc", () => {
  const printed = (expression: AnyExpr): string =>
    print(body([attribute("content", stateOf(expression).node)]));

  it("is written as an indented heredoc, without the indentation of the program", () => {
    expect(
      printed(heredoc`
        #!/bin/sh
          echo "${region}" \${x} %{ if }
        ${"done"}
      `),
    ).toBe(
      [
        "content = <<-EOT",
        "  #!/bin/sh",
        '    echo "${var.region}" $${x} %%{ if }',
        "  done",
        "EOT",
        "",
      ].join("\n"),
    );
  });

  it("keeps empty lines, and ends with a newline", () => {
    const { node } = stateOf(heredoc`
      a

      b`);
    expect(node).toMatchObject({ kind: "heredoc", parts: [{ kind: "text", value: "a\n\nb\n" }] });
  });

  it("takes no indentation from a value", () => {
    expect(
      printed(heredoc`
      a
      ${"  b"}
    `),
    ).toBe("content = <<-EOT\n  a\n    b\nEOT\n");
  });

  it("is text inside of text", () => {
    expect(
      hclOf(
        text`>${heredoc`
      ${region}
    `}<`,
      ),
    ).toBe(String.raw`">${"${var.region}"}\n<"`);
  });

  it("has the problems of its parts", () => {
    expect(reasons(heredoc`${["a"] as never}`)).toEqual([
      "a list cannot stand in text; use strings, numbers, booleans and expressions of them",
    ]);
  });

  it("is a value like any other", () => {
    expect(
      hclOf(
        local(
          "script",
          heredoc`
      ${region}
    `,
        ),
      ),
    ).toBe("local.script");
  });
});
