import { describe, expect, it } from "vitest";
import {
  binary,
  bool,
  call,
  conditional,
  getAttribute,
  index,
  nil,
  number,
  object,
  objectItem,
  parentheses,
  splat,
  splatItem,
  string,
  traversal,
  tuple,
  unary,
  variable,
} from "../create.js";
import type { Expression } from "../nodes.js";
import { bare } from "./bare.test-support.js";
import { parseExpression } from "./parse.js";

function read(text: string): unknown {
  const { expression, diagnostics } = parseExpression(text);
  expect(diagnostics).toEqual([]);
  return bare(expression);
}

describe("an expression", () => {
  it.each<[string, string, Expression]>([
    ["a number keeps its spelling", "1.50e3", { kind: "number", text: "1.50e3" }],
    ["true, false and null are literals", "[true, false, null]", tuple([bool(true), bool(false), nil()])],
    ["a string is what it means", '"a\\n\\"\\u00e9$${b}"', string('a\n"é${b}')],
    ["a string is composed of whole characters", '"e\u0301"', string("é")],
    ["a name is a variable", "a-b", variable("a-b")],
    ["dots reach into an object", "var.a.b", traversal("var", "a", "b")],
    [
      "brackets reach into a collection",
      'a["k"][0]',
      index(index(variable("a"), string("k")), { kind: "number", text: "0" }),
    ],
    [
      "a number behind a dot is an old index",
      "a.0",
      { ...index(variable("a"), { kind: "number", text: "0" }), legacy: true },
    ],
    [
      "a full splat takes all that follows",
      "a[*].b[0]",
      splat(variable("a"), index(getAttribute(splatItem(), "b"), { kind: "number", text: "0" })),
    ],
    [
      "an attribute splat takes names alone",
      "a.*.b[0]",
      index(
        { kind: "splat", source: variable("a"), style: "attribute", each: getAttribute(splatItem(), "b") },
        { kind: "number", text: "0" },
      ),
    ],
    [
      "* binds tighter than +, + than <, < than ==, == than &&, && than ||",
      "a || b && c == d < e + f * g",
      binary(
        variable("a"),
        "||",
        binary(
          variable("b"),
          "&&",
          binary(
            variable("c"),
            "==",
            binary(variable("d"), "<", binary(variable("e"), "+", binary(variable("f"), "*", variable("g")))),
          ),
        ),
      ),
    ],
    [
      "operators of one level go from left to right",
      "a - b + c",
      binary(binary(variable("a"), "-", variable("b")), "+", variable("c")),
    ],
    [
      "a sign is before everything but the chain behind it",
      "-a.b + !c[0]",
      binary(
        unary("-", traversal("a", "b")),
        "+",
        unary("!", index(variable("c"), { kind: "number", text: "0" })),
      ),
    ],
    ["signs can be repeated", "!!-a", unary("!", unary("!", unary("-", variable("a"))))],
    [
      "conditionals nest to the right",
      "a ? b : c ? d : e",
      conditional(variable("a"), variable("b"), conditional(variable("c"), variable("d"), variable("e"))),
    ],
    [
      "parentheses are kept",
      "(a + b) * c",
      binary(parentheses(binary(variable("a"), "+", variable("b"))), "*", variable("c")),
    ],
    [
      "the last argument of a call can be expanded",
      "f(a, b...)",
      call("f", [variable("a"), variable("b")], true),
    ],
    ["a call's arguments can end with a comma and span lines", "f(\n  a,\n)", call("f", [variable("a")])],
    ["a function's name can have a namespace", "a::b::c()", call("a::b::c", [])],
    ["lists can be empty, and end with a comma", "[[], [a,]]", tuple([tuple([]), tuple([variable("a")])])],
  ])("%s: %s", (_title, text, tree) => {
    expect(read(text)).toEqual(tree);
  });

  it("reads an object's keys as names, quoted text or expressions in parentheses", () => {
    expect(read('{ a = 1, "b" : 2\n (c) = 3\n true = 4, d.e = 5 }')).toEqual(
      object([
        objectItem("a", number(1)),
        { ...objectItem(string("b"), number(2)), colon: true },
        objectItem(parentheses(variable("c")), number(3)),
        objectItem({ kind: "object-key", name: "true" }, number(4)),
        objectItem(traversal("d", "e"), number(5)),
      ]),
    );
  });

  it("reads both kinds of for-expressions, with and without conditions and grouping", () => {
    expect(read("[for v in l : v if v != null]")).toEqual({
      kind: "for-tuple",
      valueName: "v",
      collection: variable("l"),
      element: variable("v"),
      condition: binary(variable("v"), "!=", nil()),
    });
    expect(read("{\n for k, v in m :\n k => v... }")).toEqual({
      kind: "for-object",
      keyName: "k",
      valueName: "v",
      collection: variable("m"),
      keyResult: variable("k"),
      valueResult: variable("v"),
      group: true,
    });
  });

  it("has the place of its text", () => {
    const { expression } = parseExpression(" a + f(b) ");
    expect(expression).toMatchObject({
      start: 1,
      end: 9,
      left: { start: 1, end: 2 },
      right: { start: 5, end: 9 },
    });
  });

  it.each([
    ["1.2.3", "invalid-number"],
    ["1e2147483648", "invalid-number"],
    ["a.0.1", "chained-legacy-index"],
    ["a.*.*", "nested-splat"],
    ["a[*", "splat-bracket"],
    ["a[0", "unclosed-index"],
    ["a.", "attribute-name"],
    ["a ? b", "missing-else"],
    ["(a", "unclosed-parenthesis"],
    ["[a b]", "unclosed-list"],
    ["f(a b)", "unclosed-call"],
    ["f(a..., b)", "expand-not-last"],
    ["a::1()", "function-name"],
    ["a::b", "function-parenthesis"],
    ["{ a }", "object-separator"],
    ["{ a, b = 1 }", "object-value"],
    ["{ a = 1 b = 2 }", "unclosed-object"],
    ["[for 1 in a : b]", "for-name"],
    ["[for a of b : c]", "for-in"],
    ["[for a in b c]", "for-colon"],
    ["[for a in b : c d]", "for-end"],
    ["[for a in b : c => d]", "for-key-in-list"],
    ["[for a in b : c...]", "for-group-in-list"],
    ["{for a in b : c}", "for-without-key"],
    ["a b", "extra-after-expression"],
    ["<<EOT # c\nEOT\n", "heredoc-start"],
    ['"\\q"', "invalid-escape"],
    ['"\\u12"', "short-unicode-escape"],
    ['"\\ud800"', "impossible-character"],
    ['"${a b}"', "unclosed-interpolation"],
    ['"%{ fi a }"', "directive-keyword"],
    ['"%{ if a b }%{ endif }"', "directive-end"],
    ['"%{ else }"', "unexpected-directive"],
    ['"%{ if a }"', "unclosed-directive"],
    ["'a'", "single-quote"],
    ["`a`", "backtick"],
    ["“a”", "curly-quote"],
    ["a & b", "bitwise-operator"],
    ["a @ b", "invalid-character"],
    ["a /* b", "unterminated-comment"],
    ['"a', "unterminated-string"],
    ["<<E\na", "unterminated-heredoc"],
    ['"${a', "unterminated-sequence"],
    ["", "expected-expression"],
  ])("%s is refused: %s", (text, code) => {
    expect(parseExpression(text).diagnostics.map((found) => found.code)).toContain(code);
  });
});
