import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../../components/core-source.js";
import { TemplateError } from "../../diagnostics/template-error.js";
import { defineProvisioner } from "../../plugin/define.js";

const old = defineProvisioner({
  type: "old",
  options: () => z.strictObject({ seconds: z.int() }),
  legacyOnly: "Packer crashes on it in HCL. Use another.",
});
const image = coreSource.null("here", { communicator: "none" }).provision(old({ seconds: 1 }));

describe("a component that works in legacy JSON only", () => {
  it("is written there", () => {
    expect(JSON.parse(image.toLegacyJson())).toMatchObject({ provisioners: [{ type: "old", seconds: 1 }] });
  });

  it("is a warning as long as nobody asks for HCL", () => {
    expect(image.check()).toMatchObject([
      {
        severity: "warning",
        code: "legacy-only",
        path: "build[0].provisioner[0].old",
        summary: "old works in legacy JSON only",
        detail: "Packer crashes on it in HCL. Use another.",
      },
    ]);
    expect(image.check()[0]?.position?.file).toContain("legacy-only.test.ts");
  });

  it.each(["toHcl", "toJson", "toMermaid"] as const)("lets %s know", (output) => {
    if (output === "toMermaid") expect(image.toMermaid()).toContain("old");
    else expect(() => image[output]()).toThrow(TemplateError);
  });

  it("is an error among the diagnostics of HCL", () => {
    try {
      image.toHcl();
      expect.unreachable();
    } catch (error) {
      expect(error instanceof TemplateError && error.diagnostics.map(({ severity }) => severity)).toEqual([
        "error",
      ]);
    }
  });
});
