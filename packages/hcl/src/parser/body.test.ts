import { describe, expect, it } from "vitest";
import { attribute, block, body, number, string } from "../create.js";
import { bare } from "./bare.test-support.js";
import { parse } from "./parse.js";

function read(text: string): unknown {
  const { body: found, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return bare(found);
}

describe("a body", () => {
  it("has attributes and blocks in their order", () => {
    expect(read('a = 1\nb "c" {\n  d = "e"\n}\nf = 2\n')).toEqual(
      body([
        attribute("a", number(1)),
        block("b", ["c"], [attribute("d", string("e"))]),
        attribute("f", number(2)),
      ]),
    );
  });

  it("has labels that are quoted or bare", () => {
    expect(read('a b "c\\td" {}\n')).toMatchObject({
      items: [
        {
          labels: [
            { value: "b", quoted: false },
            { value: "c\td", quoted: true },
          ],
        },
      ],
    });
  });

  it("has blocks on one line, with one argument or none", () => {
    expect(read("a { b = 1 }\nc {}\n")).toEqual(
      body([block("a", [], [attribute("b", number(1))]), block("c", [], [])]),
    );
  });

  it("may start with a byte order mark and end lines as Windows does", () => {
    const { body: found, diagnostics, source } = parse("\ufeffa = 1\r\nb = 2");
    expect(diagnostics).toEqual([]);
    expect(found.items.map((item) => source.position(item.start ?? 0))).toEqual([
      { byte: 3, line: 1, column: 1 },
      { byte: 10, line: 2, column: 1 },
    ]);
  });

  it("has the places of its items", () => {
    const text = 'a = 1\nb "c" {\n}\n';
    const [first, second] = parse(text).body.items;
    expect(text.slice(first?.start, first?.end)).toBe("a = 1");
    expect(text.slice(second?.start, second?.end)).toBe('b "c" {\n}');
  });

  it("is read from bytes as well", () => {
    expect(parse(new TextEncoder().encode('é = "日"\n'), { file: "a.hcl" })).toMatchObject({
      diagnostics: [],
      source: { file: "a.hcl" },
      body: { items: [{ name: "é", value: { value: "日" } }] },
    });
  });

  it.each<[string, string]>([
    ["a\n", "expected-equals"],
    ["= 1\n", "expected-item"],
    ['"a" = 1\n', "quoted-argument-name"],
    ["a = 1 b = 2\n", "missing-newline"],
    ["a = 1,\n", "argument-comma"],
    ["a = 1\na = 2\n", "duplicate-attribute"],
    ["a b\n", "expected-block-body"],
    ['a "b" = {\n}\n', "block-with-equals"],
    ['a "b"\n{\n}\n', "brace-on-own-line"],
    ["a { b = 1, c = 2 }\n", "crowded-block"],
    ["a { b {} }\n", "crowded-block"],
    ["a { b = 1\n}\n", "crowded-block"],
    ["a {\n", "unclosed-block"],
    ["}\n", "unexpected-closer"],
    ['a "${b}" {}\n', "template-in-label"],
    ['a = "b\n', "multi-line-string"],
    ["a = 1;\n", "semicolon"],
    ["a = 1\rb = 2\n", "stray-carriage-return"],
    ["a = 1\u00a0\n", "invalid-character"],
  ])("%j is refused: %s", (text, code) => {
    const [first] = parse(text).diagnostics;
    expect(first?.code).toBe(code);
    expect(first?.frame).toContain("^");
  });

  it("refuses bytes that are no UTF-8, but not in comments", () => {
    expect(parse(Uint8Array.of(97, 61, 34, 0xff, 34, 10)).diagnostics.map(({ code }) => code)).toEqual([
      "invalid-encoding",
    ]);
    expect(parse(Uint8Array.of(35, 0xff, 10)).diagnostics).toEqual([]);
  });
});
