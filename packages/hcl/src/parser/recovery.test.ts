import { describe, expect, it } from "vitest";
import { print } from "../print/native.js";
import { formatDiagnostic } from "./diagnostic.js";
import { parse } from "./parse.js";

/** The errors of a text by line and code, and the tree that is left, printed. */
function outcome(text: string): { readonly errors: readonly string[]; readonly tree: string } {
  const { body, diagnostics, source } = parse(text);
  return {
    errors: diagnostics.map(({ code, start }) => `${String(source.position(start).line)} ${code}`),
    tree: print(body),
  };
}

describe("a file with errors", () => {
  it("tells all of them and keeps what could be read", () => {
    expect(
      outcome(
        'a = [1, 2\nb = 3\nc = )\nd = { x = 1 y = 2\n  z = 3 }\ne = "abc\nf = 1\ng {\n  h = f(1 2)\n  i = 1,\n  j\n}\nk = 4 l = 5\n',
      ),
    ).toEqual({
      errors: [
        "2 unclosed-list",
        "3 expected-expression",
        "4 unclosed-object",
        "6 multi-line-string",
        "9 unclosed-call",
        "10 argument-comma",
        "11 expected-equals",
        "13 missing-newline",
      ],
      tree: 'a = [1, 2]\nb = 3\nd = {\n  x = 1\n  z = 3\n}\ne = "abc"\nf = 1\n\ng {\n  h = f(1)\n  i = 1\n}\n\nk = 4\nl = 5\n',
    });
  });

  it("goes on behind a broken sequence of a template", () => {
    expect(outcome('a = "x ${b c} y ${d}"\n')).toEqual({
      errors: ["1 unclosed-interpolation"],
      tree: 'a = "x  y ${d}"\n',
    });
  });

  it("reads a block whose header has a mistake", () => {
    expect(outcome('a "b" = {\n  c = )\n  d = 1\n}\n')).toEqual({
      errors: ["1 block-with-equals", "2 expected-expression"],
      tree: 'a "b" {\n  d = 1\n}\n',
    });
  });

  it("reads a block on one line that holds too much", () => {
    expect(outcome("a { b { c = 1 } }\n")).toEqual({
      errors: ["1 crowded-block"],
      tree: "a {\n  b {\n    c = 1\n  }\n}\n",
    });
  });

  it("takes a string over two lines for one mistake", () => {
    expect(outcome('a = "b\nc d e"\nf = 1\n').errors).toEqual(["1 multi-line-string"]);
  });

  it("takes text in the wrong quotes for text", () => {
    expect(outcome("a = 'b c'\nd = `e`\n")).toEqual({
      errors: ["1 single-quote", "2 backtick"],
      tree: 'a = "b c"\nd = "e"\n',
    });
  });

  it("ends a list where the next argument starts, and an object where the next block does", () => {
    expect(outcome('a = f([1,\nb = 2\nc = { d = 1\ne "f" {\n}\n')).toEqual({
      errors: ["2 unclosed-list", "4 object-separator"],
      tree: 'a = f([1])\nb = 2\nc = {\n  d = 1\n}\n\ne "f" {}\n',
    });
  });

  it("shows the place", () => {
    const { diagnostics, source } = parse('a = "é" + \n', { file: "main.pkr.hcl" });
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, source))).toEqual([
      [
        "main.pkr.hcl:1:11: An expression is expected here, found the end of the line (expected-expression)",
        "",
        '1 | a = "é" + ',
        "  |           ^",
        "",
        "Write a value, a reference or a call.",
      ].join("\n"),
    ]);
  });

  it("lists no more errors than anybody reads", () => {
    const { diagnostics } = parse(";\n".repeat(5000));
    expect(diagnostics).toHaveLength(1001);
    expect(diagnostics.at(-1)?.code).toBe("too-many-errors");
  });
});
