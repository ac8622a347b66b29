import { plugins, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { googlecompute } from "../plugin.js";
import { BASE, findings, places } from "./check.test-support.js";

const text = variable("text", z.string().default("Not A Label"));

describe("labels of the image", () => {
  it.each([
    ["1team", "a"],
    ["a.b", "c"],
    ["Team", "a"],
    ["", "c"],
    ["k".repeat(64), "c"],
    ["team", "Infra"],
    ["version", "22.04"],
    ["team", "a b"],
    ["team", "v".repeat(64)],
  ])("are refused: %j = %j", (key, value) => {
    expect(places({ image_labels: { [key]: value } })).toEqual([`error image_labels.${key}`]);
  });

  it.each([
    ["team", "infra"],
    ["env", ""],
    ["équipe", "été"],
    ["k".repeat(63), "v".repeat(63)],
    ["a_b-1", "1-2_3"],
    ["built", "{{timestamp}}"],
    ["built", text],
  ])("pass: %#", (key, value) => {
    expect(findings({ image_labels: { [key]: value } })).toEqual([]);
  });

  it("may be an expression as a whole", () => {
    expect(findings({ image_labels: variable("labels", z.record(z.string(), z.string())) })).toEqual([]);
  });

  it.each([">= 1.1.1", "~> 1.1.0", "1.1.6", "< 2.0.0"] as const)(
    "are a warning when %s may be a version that does not look at them",
    (version) => {
      expect(findings({ image_labels: { version: "22.04" } }, version)).toEqual([
        'warning image_labels.version: image_labels.version is "22.04": a value has at most 63 lower-case letters, digits, underscores and dashes',
      ]);
    },
  );

  it.each([">= 1.1.7", "~> 1.2", "1.2.8", "> 1.1.6"] as const)(
    "are an error when every version of %s looks at them",
    (version) => {
      expect(places({ image_labels: { version: "22.04" } }, version)).toEqual(["error image_labels.version"]);
    },
  );

  it("say who refuses them", () => {
    const { source } = plugins(googlecompute({ version: ">= 1.1.1" }));
    const [found] = source.googlecompute("x", { ...BASE, image_labels: { version: "22.04" } }).check();
    expect(found?.detail).toBe(
      "Version 1.1.7 and later of the plugin refuse it, and so does Google when the image is made.",
    );
  });

  it("are not those of the machine, which nobody looks at before Google does", () => {
    expect(places({ labels: { Team: "Infra.X" } })).toEqual(["warning labels.Team", "warning labels.Team"]);
  });
});
