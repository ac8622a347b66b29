import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { comparable } from "../parser/located.test-support.js";
import { edits, mutate } from "../parser/mutation.test-support.js";
import { print } from "../print/native.js";
import { anyBody } from "../print/tree.test-support.js";
import { parseJson } from "./parse.js";
import { readJsonBody } from "./parse-body.js";
import { toJson } from "./print.js";
import { locatedJson, schemaOf, settle } from "./schema.test-support.js";

/** JSON as nobody writes it, and the JSON of programs. */
const jsonText = fc.oneof(
  fc.json(),
  anyBody.map((body) => toJson(body)),
  fc.constantFrom(
    '{"a": -1.5e+3, "b": [true, false, null, {"c": "x\\u00e9\\n"}]}',
    '[{"a": {}}, {"a": []}]',
    '{"//": 1, "a": "${b}", "a": "%{ if c }d%{ endif }"}',
  ),
);

/** The same JSON on one line, as it is, or with odd spaces. */
const layout = fc.constantFrom(0, 1, 2);

function laidOut(json: string, how: number): string {
  if (how === 0) return json;
  // A string is passed over whole. There are no tabs, as HCL's JSON reader counts each as two columns, unlike this package.
  return json.replace(/"(?:[^"\\]|\\.)*"|\s+|[{}[\],:]/g, (token) =>
    token.startsWith('"') ? token : token.trim() === "" ? "" : how === 1 ? token : ` ${token}  \r\n`,
  );
}

describe("a JSON text", () => {
  it("is refused exactly when HashiCorp's reader refuses it", () => {
    const text = fc
      .tuple(jsonText, fc.oneof(fc.constant([]), edits))
      .map(([json, changes]) => mutate(json, changes));
    holdLaw(text, 10_000, {
      ask: (json) => ({ command: "verdict", text: json, syntax: "json" }),
      judge: ({ ok }, json) => {
        expect(parseJson(json).diagnostics.length === 0).toBe(ok);
      },
    });
  });

  it("is the same body with the same places", () => {
    const program = fc
      .tuple(anyBody, layout)
      .map(([body, how]) => ({ body, json: laidOut(toJson(body), how) }));
    holdLaw(program, 2000, {
      ask: ({ body, json }) => ({
        command: "dump",
        text: json,
        syntax: "json",
        other: print(body),
        packer: false,
      }),
      judge: ({ tree, diagnostics = [] }, { body, json }) => {
        const read = readJsonBody(parseJson(json), schemaOf([body]));
        expect([read.diagnostics, diagnostics]).toEqual([[], []]);
        expect(locatedJson(read.body, parseJson(json).source)).toEqual(settle(comparable(tree)));
      },
    });
  });
});
