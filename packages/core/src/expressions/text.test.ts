import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../build/context.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { isExpr, stateOf } from "./expr-value.js";
import { text } from "./text.js";

const os = variable("os", z.string());
const size = variable("size", z.number());
const isFast = variable("fast", z.boolean());

/** The HCL of an expression. */
function hclOf(expression: ReturnType<typeof text>): string {
  return printExpression(stateOf(expression).node);
}

/** What a text says of a part that the types refuse. */
function problemsOf(...parts: readonly unknown[]): readonly string[] {
  const strings = Object.assign(["", ...parts.map(() => "")], { raw: [] });
  return stateOf(text(strings, ...(parts as readonly string[]))).problems.map(({ reason }) => reason);
}

describe("text", () => {
  it.each([
    [text``, '""'],
    [text`plain`, '"plain"'],
    [text`say "hi"`, String.raw`"say \"hi\""`],
    [text`a\nb\\c\t`, String.raw`"a\nb\\c\t"`],
    [text`\${var.os} %{ if true }`, '"$${var.os} %%{ if true }"'],
    [text`$\${var.os}`, '"$$${var.os}"'],
    [text`{{ .Path }} $HOME 100%`, '"{{ .Path }} $HOME 100%"'],
    [text`é 😀`, '"é 😀"'],
  ])("writes its literal parts as literals: %#", (expression, hcl) => {
    expect(hclOf(expression)).toBe(hcl);
  });

  it.each([
    [text`golden-${os}`, '"golden-${var.os}"'],
    [text`${os}`, '"${var.os}"'],
    [text`${os}${size}`, '"${var.os}${var.size}"'],
    [text`${size} GB, fast: ${isFast}`, '"${var.size} GB, fast: ${var.fast}"'],
    [text`a "${os}"\n`, String.raw`"a \"${"${var.os}"}\"\n"`],
  ])("writes expressions as interpolations: %#", (expression, hcl) => {
    expect(hclOf(expression)).toBe(hcl);
  });

  it.each([
    [text`${"debian"}-${12}-${true}`, '"debian-12-true"'],
    [text`${"${os}"} ${"%{"}`, '"$${os} %%{"'],
    [text`${0.1} ${-0} ${1e21} ${12345678901234567890n as never}`, '"0.1 0 1e+21 12345678901234567890"'],
    [text`${"\ud83d"}${"\ude00"}`, '"😀"'],
    [text`$${"{os}"}`, '"$${os}"'],
  ])("writes literal values as text, never as expressions: %#", (expression, hcl) => {
    expect(hclOf(expression)).toBe(hcl);
  });

  it.each([
    [text`$${os}`, String.raw`"\u0024${"${var.os}"}"`],
    [text`100%${os}`, '"100%${var.os}"'],
    [text`$$${os}`, String.raw`"$\u0024${"${var.os}"}"`],
    [text`${"$"}${os}`, String.raw`"\u0024${"${var.os}"}"`],
  ])("keeps a dollar before an interpolation apart from it: %#", (expression, hcl) => {
    expect(hclOf(expression)).toBe(hcl);
  });

  it("flattens text inside text", () => {
    const inner = text`${os}-${size}`;
    expect(hclOf(text`a-${inner}-b`)).toBe('"a-${var.os}-${var.size}-b"');
    expect(hclOf(text`${text`${text`x`}y`}z`)).toBe('"xyz"');
    expect(hclOf(text`${text`$`}${inner}`)).toBe(String.raw`"\u0024${"${var.os}-${var.size}"}"`);
  });

  it("does not flatten a named text", () => {
    const name = local("name", text`golden-${os}`);
    expect(hclOf(text`${name}!`)).toBe('"${local.name}!"');
  });

  it("remembers what its parts refer to, in their order and through text in text", () => {
    const uses = stateOf(text`${size}${text`${os}`}`).uses;
    expect(uses.map((use) => use.kind !== "data" && use.name)).toEqual(["size", "os"]);
  });

  it("exists only inside a build when one of its parts does", () => {
    const { ID } = BUILD_CONTEXT.build;
    expect(stateOf(text`${os}`).inBuild).toBe(false);
    expect(stateOf(text`${os} ${ID}`).inBuild).toBe(true);
    expect(stateOf(text`a${text`b${ID}`}`).inBuild).toBe(true);
  });

  it("is an expression even when all of it is known", () => {
    expect(isExpr(text`a`)).toBe(true);
  });
});

describe("text that HCL cannot hold", () => {
  it.each([
    [text`a\ud800`, /^HCL cannot hold this text: it has a lone surrogate/],
    [text`${"\udc00"}${os}`, /^HCL cannot hold this text: it has a lone surrogate/],
    [text`e\u0301`, /^HCL cannot hold this text: HCL composes its characters/],
  ])("is a problem, not an exception: %#", (expression, reason) => {
    expect(stateOf(expression).problems).toEqual([
      { path: [], reason: expect.stringMatching(reason) as string },
    ]);
  });

  it("is said once of text inside text", () => {
    const broken = text`${text`\ud800${os}${null as never}`}!`;
    expect(stateOf(broken).problems.map(({ reason }) => reason)).toEqual([
      "null cannot stand in text; use strings, numbers, booleans and expressions of them",
      "HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
    ]);
  });

  it.each([
    [undefined, "undefined cannot stand in text"],
    [null, "null cannot stand in text"],
    [NaN, "NaN cannot stand in text"],
    [Infinity, "Infinity cannot stand in text"],
    [["a"], "a list cannot stand in text"],
    [{ a: 1 }, "an object cannot stand in text"],
    [new Date(0), "an object cannot stand in text"],
    [() => 1, "a function cannot stand in text"],
    [Symbol("s"), "a symbol cannot stand in text"],
    [variable("names", z.array(z.string())), "a list of strings cannot stand in text"],
    [variable("disk", z.object({ name: z.string() })), "an object cannot stand in text"],
  ])("is a part that is no text: %#", (part, reason) => {
    expect(problemsOf(part)).toEqual([`${reason}; use strings, numbers, booleans and expressions of them`]);
  });

  it("is an escape that JavaScript does not know, as in a path of Windows", () => {
    const strings = Object.assign([undefined], { raw: ["C:\\users"] });
    expect(stateOf(text(strings as never)).problems).toEqual([
      {
        path: [],
        reason: String.raw`it has an escape that JavaScript does not know; write \\ for a backslash`,
      },
    ]);
  });

  it("is nothing that a value of unknown type could be", () => {
    expect(problemsOf(variable("anything", z.any()), os, size, isFast, "a", 1, true)).toEqual([]);
  });
});
