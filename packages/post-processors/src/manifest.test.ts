import { text, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { manifest } from "./manifest.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("manifest", () => {
  it("writes all of its options in the order given", () => {
    const version = variable("version", z.string());
    const step = manifest({
      output: "manifest.json",
      strip_path: true,
      strip_time: true,
      custom_data: { version, "built-by": "ci" },
      name: "record",
      only: ["null.here"],
      keep_input_artifact: true,
    });
    expect(hclOf(step)).toBe(`post-processor "manifest" {
  output     = "manifest.json"
  strip_path = true
  strip_time = true
  custom_data = {
    version  = var.version
    built-by = "ci"
  }
  name                = "record"
  only                = ["null.here"]
  keep_input_artifact = true
}
`);
  });

  it("needs no options", () => {
    expect(hclOf(manifest())).toBe('post-processor "manifest" {}\n');
  });

  it("takes the values of a build", () => {
    expect(hclOf(({ build }) => manifest({ custom_data: { id: text`${build.ID}` } }))).toBe(
      `post-processor "manifest" {
  custom_data = {
    id = "\${build.ID}"
  }
}
`,
    );
  });

  it("has a map of text for data of one's own", () => {
    // @ts-expect-error no map of text
    expect(problemsOf(manifest({ custom_data: "x" }))).toEqual([
      "error manifest.custom_data: custom_data has to be a map of strings, not a string",
    ]);
  });
});

describe("what all post-processors have", () => {
  it("has none of the options of provisioners", () => {
    // @ts-expect-error pause_before is for provisioners
    expect(problemsOf(manifest({ pause_before: "10s" }))).toEqual([
      "error manifest.pause_before: there is no option pause_before",
    ]);
    // @ts-expect-error so is override
    expect(problemsOf(manifest({ override: { here: { output: "x.json" } } }))).toEqual([
      "error manifest.override: there is no option override",
    ]);
  });

  it("runs for some sources or for all but some, not both", () => {
    // @ts-expect-error only and except together
    expect(problemsOf(manifest({ only: ["null.here"], except: ["null.here"] }))).toEqual([
      "error manifest.except: only and except exclude each other: keep one of them",
    ]);
  });

  it("names sources that the build has", () => {
    // @ts-expect-error the build has no source null.there
    expect(problemsOf(manifest({ except: ["null.there"] }))).toEqual([
      'error manifest.except.0: except names "null.there", and this build has no such source',
    ]);
  });
});
