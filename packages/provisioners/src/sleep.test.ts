import { build, source, TemplateError } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { sleep } from "./sleep.js";

const image = build([source.null("here", { communicator: "none" })]).provision(sleep({ duration: "5s" }));

describe("sleep", () => {
  it("waits in legacy JSON", () => {
    expect(JSON.parse(image.toLegacyJson())).toMatchObject({
      provisioners: [{ type: "sleep", duration: "5s" }],
    });
  });

  it("is refused in HCL with the reason and what to use instead", () => {
    for (const output of ["toHcl", "toJson"] as const) {
      try {
        image[output]();
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
        expect(String(error)).toContain("sleep works in legacy JSON only");
        expect(String(error)).toContain(
          "Packer 1.16 crashes on it in HCL. Use pause_before of the next step, or pause_after",
        );
      }
    }
  });

  it("takes a duration with a unit", () => {
    // @ts-expect-error a duration without a unit
    const step = sleep({ duration: "5" });
    expect(
      build([source.null("here", { communicator: "none" })])
        .provision(step)
        .check(),
    ).toHaveLength(2);
  });
});
