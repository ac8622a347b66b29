import { attribute, body, print, toJson } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { outline } from "../../../hcl/src/print/outline.test-support.js";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { anyMade } from "./arbitrary-expression.test-support.js";
import { stateOf } from "./expr-value.js";

const bodyOf = (made: Parameters<typeof stateOf>[0]): ReturnType<typeof body> =>
  body([attribute("value", stateOf(made).node)]);

describe("an expression made of others", () => {
  it("means to HashiCorp's parser what its tree says", () => {
    holdLaw(anyMade, 1000, {
      ask: (made) => ({ command: "dump", text: print(bodyOf(made)) }),
      judge: ({ tree }, made) => {
        expect(outline(tree)).toEqual(outline(bodyOf(made)));
      },
    });
  });

  it("is the same in HCL and in HCL's JSON", () => {
    holdLaw(anyMade, 1000, {
      ask: (made) => ({
        command: "same",
        text: print(bodyOf(made)),
        other: toJson(bodyOf(made)),
        packer: false,
      }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });
});
