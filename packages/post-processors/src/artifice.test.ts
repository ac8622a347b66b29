import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { artifice } from "./artifice.js";
import { checksum } from "./checksum.js";
import { compress } from "./compress.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("artifice", () => {
  it("begins a pipeline with files of one's own", () => {
    const steps = [
      artifice({ files: ["out/app", "out/app.sig"], keep_input_artifact: false }),
      compress({ output: "app.zip" }),
      checksum({ checksum_types: ["sha256"] }),
    ];
    expect(hclOf(...steps)).toBe(`post-processors {
  post-processor "artifice" {
    files               = ["out/app", "out/app.sig"]
    keep_input_artifact = false
  }

  post-processor "compress" {
    output = "app.zip"
  }

  post-processor "checksum" {
    checksum_types = ["sha256"]
  }
}
`);
  });

  it("has at least one file", () => {
    // @ts-expect-error no files at all
    expect(problemsOf(artifice({}))).toEqual(["error artifice: files is missing"]);
    // @ts-expect-error an empty list
    expect(problemsOf(artifice({ files: [] }))).toEqual(["error artifice.files: files is empty"]);
    const none: readonly string[] = [];
    expect(problemsOf(artifice({ files: none }))).toEqual(["error artifice.files: files is empty"]);
  });

  it("takes a list that is only known to Packer", () => {
    const files = variable("files", z.array(z.string()));
    expect(hclOf(artifice({ files }))).toBe(`post-processor "artifice" {
  files = var.files
}
`);
  });
});
