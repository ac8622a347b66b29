import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGoTemplate } from "./go-template.js";

const name = fc.stringMatching(/^[A-Z][a-zA-Z0-9]{0,8}$/);
const text = fc.string({ unit: "grapheme" }).filter((value) => !/[{}]/.test(value));

describe("reading a text of Go's template language", () => {
  it("finds every field, whatever stands around the actions", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, name, fc.constantFrom("", " ", "- ", "\n"))),
        text,
        (parts, rest) => {
          const written =
            parts.map(([before, field, space]) => `${before}{{${space}.${field} }}`).join("") + rest;
          expect(readGoTemplate(written)).toEqual({
            fields: parts.map(([, field]) => field),
            functions: [],
            closed: true,
          });
        },
      ),
    );
  });

  it("reads any text, and one without {{ as plain", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("{{", "}}", '"', "`", "'", "/*", "*/", ".", "a", "$", "\n", "\\")),
        (parts) => {
          const { fields, functions, closed } = readGoTemplate(parts.join(""));
          if (!parts.join("").includes("{{"))
            expect({ fields, functions, closed }).toEqual({ fields: [], functions: [], closed: true });
        },
      ),
    );
  });

  // A pattern that backtracks would keep this from ending within the suite's limit.
  it("ends on long texts that open again and again", () => {
    for (const piece of ["{{", "{{ /*", '{{ "', "{{ `", "{{ .a }}", "{{ a", "/*", '\\"']) {
      expect(readGoTemplate(piece.repeat(200_000))).toBeDefined();
    }
  });
});
