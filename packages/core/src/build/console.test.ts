import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { coreSource } from "../components/core-source.js";
import { template } from "../template/create-template.js";
import { build } from "./build.js";
import { shell } from "./steps.test-support.js";

const web = coreSource.null("web", { communicator: "none" });

describe("on the console", () => {
  const image = build([web]).provision(shell({ inline: ["true"] }));

  it.each([
    ["a source", web],
    ["a build", image],
    ["a template", template([image])],
  ])("%s shows its HCL", (_, value) => {
    expect(inspect(value)).toBe(value.toHcl());
  });

  it("a build shows its HCL also where it has errors", () => {
    const wrong = build([web]).provision(shell({ inline: ["true"], valid_exit_codes: [-1, 0.5] }));
    expect(() => wrong.toHcl()).toThrow();
    expect(inspect(wrong)).toContain("valid_exit_codes = [-1, 0.5]");
  });
});
