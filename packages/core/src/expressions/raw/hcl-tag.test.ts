import { readFileSync } from "node:fs";
import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../../build/context.js";
import { coreSource as source } from "../../components/core-source.js";
import { local } from "../../variables/local.js";
import { variable } from "../../variables/variable.js";
import type { ExprBase, Scope } from "../expr.js";
import { stateOf } from "../expr-value.js";
import { text } from "../text.js";
import { hcl, parseExpression } from "./hcl-tag.js";

const region = variable("region", z.string());
const size = variable("size", z.number());
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })));
const disk = variable("disk", z.object({ name: z.string(), size: z.number() }));
const { build } = BUILD_CONTEXT;

type AnyExpr = ExprBase<unknown, Scope>;

function hclOf(expression: AnyExpr): string {
  return printExpression(stateOf(expression).node);
}

function reasons(expression: AnyExpr): readonly string[] {
  return stateOf(expression).problems.map(({ reason }) => reason);
}

function usesOf(expression: AnyExpr): readonly string[] {
  return stateOf(expression).uses.map((use) => `${use.kind} ${use.name}`);
}

describe("hcl", () => {
  it.each([
    [hcl`1 + 2 * 3`, "1 + 2 * 3"],
    [hcl`path.root`, "path.root"],
    [hcl`packer.version`, "packer.version"],
    [hcl`upper("a")`, 'upper("a")'],
    [hcl`"a\n\"b\" \\ \$\${x} \u00e9"`, String.raw`"a\n\"b\" \\ $${"${x}"} é"`],
    [hcl`[for k, v in { a = 1 } : "${"x"}-\${k}" if v > 0]`, '[for k, v in { a = 1 } : "x-${k}" if v > 0]'],
    [hcl`{ for i, v in [1] : i => v... }`, "{ for i, v in [1] : i => v... }"],
    [hcl`convert([1], set(string))`, "convert([1], set(string))"],
    [hcl`[{ a = 1 }][*].a`, "[{ a = 1 }][*].a"],
    [hcl`(1)`, "(1)"],
    [hcl`"%{ if true }a%{ else }b%{ endif }"`, '"%{if true}a%{else}b%{endif}"'],
    [
      hcl`
        1 +
        2
      `,
      "1 + 2",
    ],
  ])("writes the expression of its text: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it.each([
    [hcl`${region} == "eu"`, 'var.region == "eu"'],
    [hcl`${hcl`1 + 2`} * ${hcl`3 - 4`}`, "(1 + 2) * (3 - 4)"],
    [hcl`-${hcl`1 + 2`}`, "-(1 + 2)"],
    [hcl`${hcl`true ? 1 : 2`} + 1`, "(true ? 1 : 2) + 1"],
    [hcl`${hcl`1 + 2`}.a`, "(1 + 2).a"],
    [hcl`${disk}.name`, "var.disk.name"],
    [hcl`${disks}[${hcl`1 - 1`}].name`, "var.disks[1 - 1].name"],
    [hcl`${disks}[*].name`, "var.disks[*].name"],
    [hcl`length(${disks}) > ${size}`, "length(var.disks) > var.size"],
    [hcl`max(${disks}...)`, "max(var.disks...)"],
    [hcl`{ ${region} = 1, ${"a b"} = 2, ${"ok"} = 3 }`, '{ (var.region) = 1, "a b" = 2, ok = 3 }'],
    [
      hcl`[for d in ${disks} : d.name if d.size > ${size}]`,
      "[for d in var.disks : d.name if d.size > var.size]",
    ],
    [hcl`${true} ? ${"a"} : ${null}`, 'true ? "a" : null'],
    [hcl`[${1.5}, ${-2}, ${"${x}"}]`, '[1.5, -2, "$${x}"]'],
    [hcl`concat(${["a", region]}, ${[{ b: size }]})`, 'concat(["a", var.region], [{ b = var.size }])'],
  ])("splices values as trees: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it.each([
    [hcl`"root-${region}"`, '"root-${var.region}"'],
    [hcl`"${"a"}-${1}-${true}"`, '"a-1-true"'],
    [hcl`"${"${x}"} ${text`b${size}`}"`, '"$${x} b${var.size}"'],
    [hcl`"\${upper(${region})}"`, '"${upper(var.region)}"'],
    [hcl`"\${upper("${region}-x")}"`, '"${upper("${var.region}-x")}"'],
    [hcl`"%{ if ${region} == "eu" }${size}%{ endif }"`, '"%{if var.region == "eu"}${var.size}%{endif}"'],
    [hcl`"%{ for d in ${disks} ~} \${d.name}%{ endfor }"`, '"%{for d in var.disks}${d.name}%{endfor}"'],
    // The parser has taken the space away that ~ trims; what a value brings itself stays.
    [hcl`"%{ if true ~} ${" a "} %{~ endif }"`, '"%{if true} a %{endif}"'],
    [hcl`"\$${region}"`, String.raw`"\u0024${"${var.region}"}"`],
  ])("splices values into quoted text: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(expected);
  });

  it("splices values into a heredoc", () => {
    const expression = hcl`<<-EOT
      one ${region}
      two
      EOT
    `;
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe(String.raw`"one ${"${var.region}"}\ntwo\n"`);
    expect(stateOf(expression).node).toMatchObject({ kind: "heredoc", indented: true });
  });

  it("has the letters of its placeholders to spare", () => {
    expect(hclOf(hcl`"ꀀ0ꀀ ${region} ꀁ0ꀁ"`)).toBe('"ꀀ0ꀀ ${var.region} ꀁ0ꀁ"');
  });

  it("remembers what it refers to, each in its place", () => {
    expect(usesOf(hcl`${size} > 1 ? "${region}" : ${disks}[0].name`)).toEqual([
      "variable size",
      "variable region",
      "variable disks",
    ]);
  });

  it("exists only inside a build where a value or a name in it does", () => {
    expect(stateOf(hcl`${build.Host} == ""`).inBuild).toBe(true);
    expect(stateOf(hcl`build.ID`).inBuild).toBe(true);
    expect(stateOf(hcl`"\${source.name}"`).inBuild).toBe(true);
    expect(stateOf(hcl`${region} == ""`).inBuild).toBe(false);
    expect(stateOf(hcl`[for build in [1] : build]`).inBuild).toBe(false);
  });

  it.each([
    [hcl`1 == 2`, "bool"],
    [hcl`1 + 2`, "number"],
    [hcl`"a"`, "string"],
    [hcl`"${region}!"`, "string"],
    [hcl`${size}`, "number"],
    [hcl`"\${${disks}}"`, "list"],
    [hcl`${disk}.name`, "string"],
    [hcl`${disks}[0]`, "object"],
    [hcl`length(${disks})`, "number"],
    [hcl`[1]`, "tuple"],
    [hcl`[for d in ${disks} : 1]`, "list"],
    [hcl`true ? 1 : "a"`, "any"],
    [hcl`true ? 1 : 2`, "number"],
    [hcl`convert("1", list(number))`, "list"],
    [hcl`jsondecode("{}")`, "any"],
  ])("has the type that its tree tells: %#", (expression, kind) => {
    expect(stateOf(expression).type.kind).toBe(kind);
  });

  it("offers the attributes of an object", () => {
    const made = hcl<{ readonly name: string }>`{ name = "a" }`;
    expect(hclOf(made.name)).toBe('{ name = "a" }.name');
  });
});

describe("an expression of text that is wrong", () => {
  it.each([
    [hcl`var.region`, ["var.region is only text here, so nothing declares it"]],
    [hcl`local.a + 1`, ["local.a is only text here, so nothing declares it"]],
    [hcl`data.http.a.body`, ["data.http.a is only text here, so nothing declares it"]],
    [hcl`data.http`, ["data.http is only text here, so nothing declares it"]],
    [hcl`var["region"]`, ["var is only text here, so nothing declares it"]],
    [hcl`path.home`, ["path has no home"]],
    [hcl`packer.iteration`, ["packer has no iteration"]],
    [hcl`source.image`, ["source has no image"]],
    [hcl`each.key`, ["Packer knows no each"]],
    [hcl`foo == 1`, ["Packer knows no foo"]],
    [hcl`tostring(1)`, ["Packer has no function tostring"]],
    [hcl`uper("a")`, ["Packer has no function uper"]],
    [hcl`upper()`, ["upper takes 1 argument, and none are given"]],
    [hcl`lookup({}, "a")`, ["lookup takes 3 arguments, and 2 are given"]],
    [hcl`range(1, 2, 3, 4)`, ["range takes 1 to 3 arguments, and 4 are given"]],
    [hcl`max()`, ["max takes 1 argument or more, and none are given"]],
    [hcl`timestamp(1)`, ["timestamp takes no arguments, and 1 is given"]],
    [hcl`abs("x")`, ['argument 1 of abs(num) has to be a number, and is "x"']],
    [hcl`abs([1])`, ["argument 1 of abs(num) has to be a number, and is a list"]],
    [
      hcl`join(",", ${region})`,
      ["argument 2 of join(separator, lists...) has to be a list of strings, and is a string"],
    ],
    [hcl`convert(1, strin)`, ["strin is no type that convert knows"]],
    [hcl`${disk}.nmae`, ["var.disk has no attribute nmae"]],
    [
      hcl`a.b ? nope() : var.c`,
      ["Packer knows no a", "Packer has no function nope", "var.c is only text here, so nothing declares it"],
    ],
    [
      hcl`"${disks}"`,
      ["a list of objects cannot stand in text; use strings, numbers, booleans and expressions of them"],
    ],
    [
      hcl`path.${region}`,
      ["${var.region} stands as the name of an attribute, where HCL has no place for a value"],
    ],
    [
      hcl`${region}("a")`,
      ["${var.region} stands as the name of a function, where HCL has no place for a value"],
    ],
    [
      hcl`[for ${region} in [] : 1]`,
      ["${var.region} stands in a name or a comment, where HCL has no place for a value"],
    ],
    [
      hcl`1 # ${region}
      + 2`,
      ["${var.region} stands in a name or a comment, where HCL has no place for a value"],
    ],
    [
      hcl`x${region}`,
      [
        "Packer knows no x${var.region}",
        "${var.region} stands in a name or a comment, where HCL has no place for a value",
      ],
    ],
    [
      hcl`[for var in [1] : ${region}]`,
      ["a for of this text calls its variable var, which hides the var of ${var.region}"],
    ],
    [hcl`[${NaN}]`, ["HCL has no spelling for NaN; use a finite number"]],
  ])("tells what: %#", (expression, expected) => {
    expect(reasons(expression)).toEqual(expected);
  });

  it("says where its syntax breaks, values shown in their places", () => {
    expect(stateOf(hcl`length(${region}, [1, 2`).problems).toMatchObject([
      {
        code: "bad-expression",
        reason: "syntax error: A comma or ] is expected here, found the end of the file",
        detail: expect.stringContaining(
          "1 | length(${var.region}, [1, 2\n  |                            ^",
        ) as string,
      },
    ]);
  });

  it("tells the remedy", () => {
    const details = (expression: AnyExpr): unknown => stateOf(expression).problems[0]?.detail;
    expect(details(hcl`var.region`)).toBe(
      "Use the variable itself: write ${value} in the text. The template then declares it.",
    );
    expect(details(hcl`toset([])`)).toBe(
      "Write convert(value, set(string)), which is fn.convert(value, type) in TypeScript.",
    );
    expect(details(hcl`uper("a")`)).toBe("Did you mean upper?");
    expect(details(hcl`path.home`)).toBe("It has path.root, path.cwd.");
  });

  it("tells the problems of what is spliced into it too", () => {
    expect(reasons(hcl`${text`\ud800`} == foo`)).toEqual([
      "HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
      "Packer knows no foo",
    ]);
  });

  it("is refused when no person can have nested it so deep", () => {
    expect(reasons(parseExpression("[".repeat(600) + "]".repeat(600)))).toEqual([
      "the expression is nested more than 500 levels deep",
    ]);
  });
});

describe("parseExpression", () => {
  it("reads text as an expression", () => {
    const expression = parseExpression<number>("1 + length([2])");
    expect(hclOf(expression)).toBe("1 + length([2])");
    expect(reasons(expression)).toEqual([]);
  });

  it("knows the values that it is given by their names in HCL", () => {
    const stamp = local("stamp", "x");
    const expression = parseExpression<string>('"${var.disk.name}-${local.stamp}"', [disk, stamp]);
    expect(reasons(expression)).toEqual([]);
    expect(hclOf(expression)).toBe('"${var.disk.name}-${local.stamp}"');
    expect(usesOf(expression)).toEqual(["variable disk", "local stamp"]);
  });

  it("does not take the variable of a loop for such a value", () => {
    const expression = parseExpression("[for var in [{ region = 1 }] : var.region]", [region]);
    expect(usesOf(expression)).toEqual([]);
    expect(reasons(expression)).toEqual([]);
  });

  it("knows no others", () => {
    const { problems } = stateOf(parseExpression("var.size", [region]));
    expect(problems).toMatchObject([
      {
        reason: "var.size is only text here, so nothing declares it",
        detail:
          "Use the variable itself: hand the value to parseExpression(text, [value]). The template then declares it.",
      },
    ]);
  });

  it("leaves a $ of JavaScript to HCL", () => {
    expect(hclOf(parseExpression('"$${x} \\n"'))).toBe(String.raw`"$${"${x}"} \n"`);
  });
});

describe("a template with an expression that is wrong", () => {
  it("tells where the expression was written, and where in the template it stands", () => {
    const broken = hcl<string>`${region} ==`;
    const use = source.file("note", { content: "x", target: text`a${broken}` });
    const [diagnostic, ...others] = use.check();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      severity: "error",
      code: "bad-expression",
      path: "source.file.note.target",
      summary:
        "target cannot be written: syntax error: An expression is expected here, found the end of the file",
      detail: "1 | ${var.region} ==\n  |                 ^\nWrite a value, a reference or a call.",
    });
    const line = readFileSync(import.meta.filename, "utf8")
      .split("\n")
      .findIndex((each) => each.includes("const broken ="));
    expect(diagnostic?.position).toMatchObject({ file: import.meta.filename, line: line + 1 });
  });

  it("refuses what only a build knows outside of its steps", () => {
    const use = source.file("note", { content: hcl<string>`"\${build.ID}"`, target: "x" });
    expect(use.check().map(({ code, path }) => [code, path])).toEqual([
      ["build-scope", "source.file.note.content"],
    ]);
  });
});
