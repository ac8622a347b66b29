import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { referenceSync } from "../tools/src/hcl-reference.js";
import { ROOT } from "../tools/src/repository.js";
import { examples } from "./all.js";

describe.each(examples)("the example $name, read by HashiCorp's parser", ({ template }) => {
  it("is left alone by packer fmt", () => {
    const [answer] = referenceSync([{ command: "fmt", text: template.toHcl() }]);
    expect(answer).toEqual({ ok: true, output: template.toHcl() });
  });

  it("is the same tree as HCL and as JSON", () => {
    const [answer] = referenceSync([{ command: "same", text: template.toHcl(), other: template.toJson() }]);
    expect(answer).toEqual({ ok: true });
  });
});

it("is the tutorial's own template but for layout and the spelling of 25", () => {
  const original = readFileSync(
    join(ROOT, "fixtures/tutorial/loop-node-18-ubuntu-minimal-2204.pkr.hcl"),
    "utf8",
  );
  const [tutorial] = examples;
  const [answer] = referenceSync([
    { command: "same-native", text: original, other: tutorial?.template.toHcl() ?? "", numericStrings: true },
  ]);
  expect(answer).toEqual({ ok: true });
});
