import { describe, expect, it } from "vitest";
import { checksum } from "./checksum.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("checksum", () => {
  it("writes all of its options in the order given", () => {
    const step = checksum({
      checksum_types: ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"],
      output: "{{.BuildName}}_{{.BuilderType}}.{{.ChecksumType}}",
    });
    expect(hclOf(step)).toBe(`post-processor "checksum" {
  checksum_types = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]
  output         = "{{.BuildName}}_{{.BuilderType}}.{{.ChecksumType}}"
}
`);
    expect(problemsOf(step)).toEqual([]);
  });

  it("computes checksums that Packer knows", () => {
    // @ts-expect-error no checksum of Packer's
    expect(problemsOf(checksum({ checksum_types: ["sha256", "sha3"] }))).toEqual([
      'error checksum.checksum_types.1: checksum_types.1 has to be one of "md5", "sha1", "sha224", "sha256", "sha384", "sha512"',
    ]);
  });

  it("tells that an empty list computes nothing", () => {
    expect(problemsOf(checksum({ checksum_types: [] }))).toEqual([
      "warning checksum.checksum_types: checksum_types is empty, so that no checksum is computed",
    ]);
    expect(problemsOf(checksum())).toEqual([]);
  });

  it("has an output that Go's templates can read", () => {
    expect(problemsOf(checksum({ output: "{{ .BuildName" }))).toEqual([
      "error checksum.output: output has a {{ without its }}, or a quote in it without its end",
    ]);
    expect(problemsOf(checksum({ output: "{{ .Name }}.{{ .ID }}" }))).toEqual([
      "warning checksum.output: output uses {{ .Name }}, which checksum does not fill in there",
    ]);
  });
});
