import { describe, expect, it } from "vitest";
import { compress } from "./compress.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("compress", () => {
  it("writes all of its options in the order given", () => {
    const step = compress({
      output: "{{.BuildName}}",
      format: "tar.gz",
      compression_level: 6,
      keep_input_artifact: true,
    });
    expect(hclOf(step)).toBe(`post-processor "compress" {
  output              = "{{.BuildName}}"
  format              = "tar.gz"
  compression_level   = 6
  keep_input_artifact = true
}
`);
  });

  it("has a whole number for a level", () => {
    // @ts-expect-error text that is no number
    expect(problemsOf(compress({ output: "x.tar.gz", compression_level: "max" }))).toEqual([
      "error compress.compression_level: compression_level has to be a number, not a string",
    ]);
    expect(problemsOf(compress({ compression_level: 1.5 }))).toEqual([
      "error compress.compression_level: compression_level has to be a whole number",
    ]);
  });

  it("tells that Packer takes a level above 9 for 9", () => {
    const message = [
      "warning compress.compression_level: Packer takes compression_level 99 for 9, the highest",
    ];
    expect(problemsOf(compress({ compression_level: 99 }))).toEqual(message);
    expect(problemsOf(compress({ compression_level: "99" }))).toEqual(message);
    expect(problemsOf(compress({ compression_level: "9" }))).toEqual([]);
  });

  it("tells that Packer makes tar.gz of a format that it does not know", () => {
    // @ts-expect-error no format of Packer's
    expect(problemsOf(compress({ format: "rar" }))).toEqual([
      'warning compress.format: Packer does not know the format "rar" and makes tar.gz',
    ]);
    expect(problemsOf(compress({ format: "tar.bzip2" }))).toEqual([]);
  });

  it("does not offer what Packer works out by itself", () => {
    // @ts-expect-error Packer overwrites it
    expect(problemsOf(compress({ archive: "tar" }))).toEqual([
      "error compress.archive: there is no option archive",
    ]);
  });
});
