import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validate, withoutPackerBlock } from "../tools/src/packer.js";
import { ROOT } from "../tools/src/repository.js";
import { examples } from "./all.js";
import { complaintsIn, filesOf, reduced, UNKNOWN_TO_1_6, valuesFor } from "./older-packer.test-support.js";
import tutorial from "./tutorial/template.js";

const files = { "setup.sh": readFileSync(join(ROOT, "examples/tutorial/setup.sh"), "utf8") };

it("a real packer accepts the tutorial's HCL without the packer block, which 1.6 does not know", () => {
  expect(validate("image.pkr.hcl", withoutPackerBlock(tutorial.toHcl()), files)).toMatchObject({ ok: true });
});

it("a real packer accepts the tutorial's legacy JSON", () => {
  expect(validate("image.json", tutorial.toLegacyJson(), files)).toMatchObject({ ok: true });
});

it("a real packer refuses the tutorial's template when its script is not there", () => {
  const { ok, output } = validate("image.pkr.hcl", withoutPackerBlock(tutorial.toHcl()));
  expect(ok).toBe(false);
  expect(output).toContain("setup.sh");
});

describe.each(examples)("a real packer, of version 1.6.6, and the example $name", (example) => {
  const unknown = UNKNOWN_TO_1_6[example.name] ?? [];

  it(`accepts it${unknown.length === 0 ? "" : ` without what is younger: ${unknown.join(", ")}`}`, () => {
    const without: string[] = [];
    // It stops at blocks that it does not know, and says of arguments when there are none.
    for (;;) {
      const hcl = reduced(example, without);
      const { ok, output } = validate("image.pkr.hcl", hcl, filesOf(example), valuesFor(example));
      if (ok) break;
      const complaints = complaintsIn(output);
      if (complaints.length === 0 || complaints.some((name) => without.includes(name)))
        throw new Error(output);
      without.push(...complaints);
    }
    expect(without.sort()).toEqual(unknown);
  });
});
