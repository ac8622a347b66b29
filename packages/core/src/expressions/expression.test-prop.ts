import { parseExpression, printExpression } from "@packwright/hcl";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outline } from "../../../hcl/src/print/outline.test-support.js";
import { SEED } from "../../../../tools/src/repository.js";
import { anyMade } from "./arbitrary-expression.test-support.js";
import { stateOf } from "./expr-value.js";

describe("an expression made of others", () => {
  it("is read again as the tree that it was printed from", () => {
    fc.assert(
      fc.property(anyMade, (made) => {
        const { node } = stateOf(made);
        const { expression, diagnostics } = parseExpression(printExpression(node));
        expect(diagnostics).toEqual([]);
        expect(outline(expression)).toEqual(outline(node));
      }),
      { numRuns: 2000, ...(SEED === undefined ? {} : { seed: SEED }) },
    );
  });
});
