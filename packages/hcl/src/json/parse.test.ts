import { describe, expect, it } from "vitest";
import { print } from "../print/native.js";
import { parseJson } from "./parse.js";
import { type JsonBodySchema, readJsonBody } from "./parse-body.js";

const SCHEMA: JsonBodySchema = {
  attributes: { name: { required: true }, note: { strings: "literal" } },
  blocks: {
    source: { labels: ["type", "name"], body: { attributes: "any" } },
    build: {
      body: { attributes: "any", blocks: { step: { labels: ["type"], body: { attributes: "any" } } } },
    },
  },
};

function read(json: string): { readonly text: string; readonly errors: readonly string[] } {
  const { body, diagnostics } = readJsonBody(parseJson(json), SCHEMA);
  return { text: print(body), errors: diagnostics.map(({ code }) => code) };
}

describe("a JSON text", () => {
  it("is a tree with places, properties in order, twice where they are there twice", () => {
    expect(parseJson('{"a": [1, null], "a": true}')).toMatchObject({
      diagnostics: [],
      root: {
        kind: "json-object",
        start: 0,
        end: 27,
        properties: [
          {
            name: { value: "a", start: 1, end: 4 },
            value: { kind: "json-array", items: [{ text: "1" }, { kind: "json-null" }] },
          },
          { name: { value: "a", start: 17, end: 20 }, value: { kind: "json-bool", value: true } },
        ],
      },
    });
  });

  it("has lone surrogates replaced, as Go does", () => {
    expect(parseJson('["\\ud83d\\ude00 \\ud83d"]').root).toMatchObject({ items: [{ value: "😀 \ufffd" }] });
  });

  it.each([
    ["", "json-value"],
    ["1", "json-root"],
    ["{} x", "json-extra"],
    ['{"a": 1,}', "json-trailing-comma"],
    ["[1,]", "json-trailing-comma"],
    ['{"a" 1}', "json-colon"],
    ["{a: 1}", "json-key"],
    ['{"a": 1 "b": 2}', "json-comma"],
    ["[1", "json-unclosed"],
    ['{"a": 01}', "json-number"],
    ['{"a": "\\x"}', "json-string"],
    ['{"a": "b\n"}', "json-string"],
    ['{"a": nul}', "json-keyword"],
    ["[']", "json-value"],
    ["\ufeff{}", "json-value"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseJson(text).diagnostics.map((found) => found.code)).toContain(code);
  });

  it("tells all its errors", () => {
    expect(parseJson('{"a": 01, "b" 2, "c": [1 2], "d": nul}').diagnostics.map(({ code }) => code)).toEqual([
      "json-number",
      "json-colon",
      "json-comma",
      "json-keyword",
    ]);
  });

  it("with more open brackets than errors are told has no tree", () => {
    const few = parseJson("[".repeat(999));
    expect(few.root?.kind).toBe("json-array");
    const many = parseJson("[".repeat(1_000_000));
    expect(many.root).toBeUndefined();
    expect(many.diagnostics).toHaveLength(1001);
    expect(many.diagnostics.at(-1)?.code).toBe("too-many-errors");
  });

  it("can be nested without end", () => {
    const text = "[".repeat(200_000) + "]".repeat(200_000);
    expect(parseJson(text).diagnostics).toEqual([]);
    expect(parseJson("[".repeat(200_000)).diagnostics.length).toBeGreaterThan(0);
    expect(parseJson(",".repeat(200_000)).diagnostics.length).toBeGreaterThan(0);
    expect(parseJson(`[${",".repeat(200_000)}]`).diagnostics.length).toBeGreaterThan(0);
  });
});

describe("a JSON text read by a schema", () => {
  it("has the arguments and blocks that native syntax has", () => {
    expect(
      read(
        '{"name": "${var.a}-x", "source": {"null": {"a": {"n": -1.5, "o": {"k ${b}": [true]}}, "b": {}}}, "build": [{}, {"step": [{"s": {}}, {"s": {}}]}]}',
      ),
    ).toEqual({
      errors: [],
      text: `name = "\${var.a}-x"

source "null" "a" {
  n = -1.5
  o = {
    "k \${b}" : [true]
  }
}

source "null" "b" {}

build {}

build {
  step "s" {}

  step "s" {}
}
`,
    });
  });

  it("reads strings as templates, or as they are", () => {
    expect(read('{"name": "$${a} ${b}", "note": "${c}"}').text).toBe('name = "$${a} ${b}"\nnote = "$${c}"\n');
  });

  it("takes // for a comment in bodies, and for data in values", () => {
    expect(read('{"//": "why", "name": {"//": 1}}').text).toBe(
      '# why\nname = {\n  "//" : 1\n}\n'.replace("# ", "// "),
    );
  });

  it("has the places of the JSON text, escapes included", () => {
    const json = '{"name": "\\u0061\\n${b.c}"}';
    const { body } = readJsonBody(parseJson(json), SCHEMA);
    expect(body.items[0]).toMatchObject({
      value: {
        start: 9,
        end: 25,
        parts: [
          { start: 10, end: 18 },
          { start: 18, end: 24, expression: { start: 20, end: 23 } },
        ],
      },
    });
  });

  it("tells errors in templates at their place", () => {
    const { diagnostics } = readJsonBody(parseJson('{"name": "\\n${b c}"}'), SCHEMA);
    expect(diagnostics).toMatchObject([{ code: "unclosed-interpolation", start: 16, end: 17 }]);
  });

  it.each([
    ['{"name": 1, "nam": 2}', "json-unknown-property"],
    ['{"name": 1, "name": 2}', "json-duplicate-argument"],
    ["{}", "json-missing-argument"],
    ['{"name": 1, "source": {}}', "json-missing-label"],
    ['{"name": 1, "source": null}', "json-missing-label"],
    ['{"name": 1, "source": ["null.a"]}', "json-label-type"],
    ['{"name": 1, "build": "x"}', "json-block-type"],
    ['{"name": 1, "build": ["x"]}', "json-body-type"],
    ["[1]", "json-body-type"],
    ['{"name": 1, "toString": 2}', "json-unknown-property"],
  ])("%s is refused: %s", (json, code) => {
    expect(read(json).errors).toContain(code);
  });

  it("has no blocks where null or an empty list stands for a block without labels", () => {
    expect(read('{"name": 1, "build": null}')).toEqual({ text: "name = 1\n", errors: [] });
    expect(read('[{"name": 1}, {"build": []}]')).toEqual({ text: "name = 1\n", errors: [] });
  });
});
