import fc from "fast-check";
import { describe, it } from "vitest";
import { SEED } from "../../../../tools/src/repository.js";
import { program } from "../parser/arbitrary-program.test-support.js";
import { parse } from "../parser/parse.js";
import { checkEdit, editsOf, VALUES } from "./edit.test-support.js";

describe("any edit of any program", () => {
  it("changes its own lines alone, keeps the comments of its neighbours, and leaves what the formatter would", () => {
    fc.assert(
      fc.property(program, fc.nat(), fc.constantFrom(...VALUES), (text, which, value) => {
        const file = parse(text);
        if (file.diagnostics.length > 0) return;
        const edits = editsOf(file, value);
        const edit = edits[which % edits.length];
        if (edit !== undefined) checkEdit(text, edit);
      }),
      { numRuns: 1500, ...(SEED === undefined ? {} : { seed: SEED }) },
    );
  });
});
