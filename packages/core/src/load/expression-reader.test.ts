import { describe, expect, it } from "vitest";
import { found } from "./found.test-support.js";

describe("a function", () => {
  it("is one that Packer has, called as Packer has it", () => {
    expect(
      found(`locals {
  a = tostring(1)
  b = uper("x")
  c = upper("a", "b")
  d = env("HOME")
  e = convert("1", list(string))
}
`),
    ).toMatchInlineSnapshot(`
      "error: Packer has no function tostring [unknown-function]
        at local.a
        in t.pkr.hcl:2:7
        Write convert(value, string), which is fn.convert(value, type) in TypeScript.
      error: Packer has no function uper [unknown-function]
        at local.b
        in t.pkr.hcl:3:7
        Did you mean upper?
      error: upper takes 1 argument, and 2 are given [bad-call]
        at local.c
        in t.pkr.hcl:4:7
        Write upper(str).
      error: Packer has no function env [unknown-function]
        at local.d
        in t.pkr.hcl:5:7
        Packer has env only in the default of a variable."
    `);
  });

  it("is there in every Packer that the template allows", () => {
    const text = (version: string): string => `packer {
  required_version = "${version}"
}
variable "sizes" {
  default = [1]
  validation {
    condition     = sum(var.sizes) > 0
    error_message = "Give sizes."
  }
}
locals {
  total = "\${sum(var.sizes) + sum([1])} GB"
}
`;
    expect(found(text(">= 1.13.0"))).toBe("");
    expect(found(text(">= 1.10.0"))).toMatchInlineSnapshot(`
      "warning: the function sum came with Packer 1.13.0, and required_version ">= 1.10.0" allows older ones [packer-version]
        at variable.sizes
        in t.pkr.hcl:4:1
        Write required_version: ">= 1.13.0", or do without it.
      warning: the function sum came with Packer 1.13.0, and required_version ">= 1.10.0" allows older ones [packer-version]
        at local.total
        in t.pkr.hcl:12:3
        Write required_version: ">= 1.13.0", or do without it."
    `);
  });
});
