import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format } from "../format/format.js";
import { printLossless } from "../lossless/print.js";
import { visit } from "../visit.js";
import { bareTemplate, expression, program } from "./arbitrary-program.test-support.js";
import { brokenProgram } from "./mutation.test-support.js";
import { parse, parseExpression, parseTemplate } from "./parse.js";

const RUNS = { numRuns: 3000 };
const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), brokenProgram, program);

describe("any text", () => {
  it("is read without an exception, and printed as it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = parse(text);
        parseExpression(text);
        parseTemplate(text);
        expect(printLossless(file)).toBe(text);
      }),
      RUNS,
    );
  });

  it("has its errors in order, inside of it, one a place, each said in full", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = -1;
        for (const { start, end, summary, detail, frame } of parse(text).diagnostics) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(summary + detail).not.toContain("{}");
          expect(frame).toContain("^");
          last = start;
        }
      }),
      RUNS,
    );
  });

  it("has a tree whose nodes lie within their parents", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        visit(parse(text).body, (node) => {
          const { start = -1, end = -1 } = node;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          return true;
        });
      }),
      RUNS,
    );
  });

  it("comes from the formatter the same when it goes in again, and untouched when it has errors", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: once, diagnostics } = format(text);
        if (diagnostics.length > 0) expect(once).toBe(text);
        else expect(format(once)).toMatchObject({ text: once, diagnostics: [] });
      }),
      RUNS,
    );
  });
});

describe("a program of the grammar", () => {
  it("is mostly valid, or the other laws would say little", () => {
    for (const [texts, read] of [
      [program, parse],
      [expression, parseExpression],
      [bareTemplate, parseTemplate],
    ] as const) {
      const valid = fc.sample(texts, 500).filter((text) => read(text).diagnostics.length === 0);
      expect(valid.length).toBeGreaterThan(400);
    }
  });
});
