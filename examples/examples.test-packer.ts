import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { validate, withoutPackerBlock } from "../tools/src/packer.js";
import { ROOT } from "../tools/src/repository.js";
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
