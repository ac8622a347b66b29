import { describe, expect, it } from "vitest";
import { breakpoint } from "./breakpoint.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("breakpoint", () => {
  it("writes its options in the order given", () => {
    expect(hclOf(breakpoint({ disable: true, note: "look around" }))).toBe(`provisioner "breakpoint" {
  disable = true
  note    = "look around"
}
`);
  });

  it("needs no options", () => {
    expect(hclOf(breakpoint())).toBe('provisioner "breakpoint" {}\n');
  });

  it("refuses options of other provisioners", () => {
    // @ts-expect-error an option that breakpoint does not have
    expect(problemsOf(breakpoint({ inline: ["true"] }))).toEqual([
      "error breakpoint.inline: there is no option inline",
    ]);
  });
});
