import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { anyTemplate } from "./any-template.test-support.js";

describe("a template of all blocks", () => {
  it("is the same in HCL and in HCL's JSON", () => {
    holdLaw(anyTemplate, 300, {
      ask: (make) => ({ command: "same", text: make().toHcl(), other: make().toJson() }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });

  it("is laid out as packer fmt would leave it", () => {
    holdLaw(anyTemplate, 300, {
      ask: (make) => ({ command: "fmt", text: make().toHcl() }),
      judge: ({ output }, make) => {
        expect(output).toBe(make().toHcl());
      },
    });
  });
});
