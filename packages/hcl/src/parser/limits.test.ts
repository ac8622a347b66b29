import { describe, expect, it } from "vitest";
import { format } from "../format/format.js";
import { visit } from "../visit.js";
import { parse } from "./parse.js";

const DEPTH = 100_000;

function nested(open: string, middle: string, close: string): string {
  return open.repeat(DEPTH) + middle + close.repeat(DEPTH);
}

describe("nesting without end", () => {
  it.each([
    ["lists", `a = ${nested("[", "", "]")}\n`],
    ["parentheses", `a = ${nested("(", "1", ")")}\n`],
    ["objects", `a = ${nested("{b=", "1", "}")}\n`],
    ["calls", `a = ${nested("f(", "", ")")}\n`],
    ["indexes", `a = ${nested("b[", "0", "]")}\n`],
    ["templates", `a = ${nested('"${', "b", '}"')}\n`],
    ["signs", `a = ${"!-".repeat(DEPTH)}1\n`],
    ["conditionals", `a = ${"b ? c : ".repeat(DEPTH)}d\n`],
    ["for-expressions", `a = ${nested("[for b in ", "c", ": d]")}\n`],
    ["directives", `a = "${nested("%{if b}", "", "%{endif}")}"\n`],
    ["splats", `a = b${"[*]".repeat(DEPTH)}\n`],
  ])("of %s is read and laid out", (_kind, text) => {
    const { body, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    let count = 0;
    visit(body, () => {
      count++;
      return true;
    });
    expect(count).toBeGreaterThan(DEPTH);
    expect(format(text).diagnostics).toEqual([]);
  });

  it("of blocks is read, and not laid out: the indentation would take gigabytes", () => {
    const text = nested("a {\n", "", "}\n");
    expect(parse(text).diagnostics).toEqual([]);
    expect(format(text)).toMatchObject({ text, diagnostics: [{ code: "layout-too-large" }] });
  });

  it.each([
    "[",
    "(",
    "{",
    "{a=",
    "f(",
    "a[",
    '"${',
    "<<E\n${",
    "[for a in ",
    "%{if a}",
    "a {\n",
    "b = [\n",
    '"',
    "“",
    "/*",
    "<<E\n",
  ])("of %j that is never closed ends with an error", (open) => {
    expect(parse(`a = ${open.repeat(DEPTH)}`).diagnostics.length).toBeGreaterThan(0);
    expect(parse(open.repeat(DEPTH)).diagnostics.length).toBeGreaterThan(0);
  });
});
