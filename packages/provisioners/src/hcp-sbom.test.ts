/* eslint-disable @typescript-eslint/no-deprecated -- deprecated options are tested too */
import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hcpSbom } from "./hcp-sbom.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("hcp-sbom", () => {
  it("writes all of its options in the order given", () => {
    const step = hcpSbom({
      auto_generate: true,
      destination: "sbom/",
      sbom_name: "web-image",
      scanner_args: ["-o", "spdx-json"],
      scan_path: "/usr",
      execute_command: "sudo {{.Path}} sbom-generate {{.Args}} {{.ScanPath}} > {{.Output}}",
      elevated_user: "packer",
      elevated_password: "secret",
    });
    expect(hclOf(step)).toBe(`provisioner "hcp-sbom" {
  auto_generate     = true
  destination       = "sbom/"
  sbom_name         = "web-image"
  scanner_args      = ["-o", "spdx-json"]
  scan_path         = "/usr"
  execute_command   = "sudo {{.Path}} sbom-generate {{.Args}} {{.ScanPath}} > {{.Output}}"
  elevated_user     = "packer"
  elevated_password = "secret"
}
`);
  });

  it("takes an SBOM that is there, or makes one", () => {
    // @ts-expect-error both source and auto_generate
    expect(problemsOf(hcpSbom({ source: "/tmp/sbom.json", auto_generate: true }))).toEqual([
      "error hcp-sbom.auto_generate: source and auto_generate exclude each other: keep one of them",
    ]);
    // @ts-expect-error neither of the two
    expect(problemsOf(hcpSbom({ destination: "sbom/" }))).toEqual([
      "error hcp-sbom: there is no SBOM: set source, or auto_generate to true",
    ]);
    // @ts-expect-error nothing is made
    expect(problemsOf(hcpSbom({ auto_generate: false }))).toEqual([
      "error hcp-sbom: there is no SBOM: set source, or auto_generate to true",
    ]);
  });

  it("lets a variable or false stand beside a source, for switching", () => {
    const generate = variable("generate", z.boolean().default(false));
    expect(problemsOf(hcpSbom({ source: "/tmp/sbom.json", auto_generate: false }))).toEqual([]);
    expect(problemsOf(hcpSbom({ source: "/tmp/sbom.json", auto_generate: generate }))).toEqual([]);
    expect(hclOf(hcpSbom({ auto_generate: generate }))).toContain("auto_generate = var.generate");
  });

  it("has a name of 3 to 36 letters, digits and dashes", () => {
    const message = "sbom_name has to be 3 to 36 letters of ASCII, digits and dashes";
    for (const name of ["ab", "a_b", "a b c", "x".repeat(37)]) {
      expect(problemsOf(hcpSbom({ source: "s", sbom_name: name }))).toEqual([
        `error hcp-sbom.sbom_name: ${message}`,
      ]);
    }
    for (const name of ["abc", "A-1", "x".repeat(36), "sbom-{{ timestamp }}"]) {
      expect(problemsOf(hcpSbom({ source: "s", sbom_name: name }))).toEqual([]);
    }
  });

  it("needs a user for the password, when it makes the SBOM", () => {
    // @ts-expect-error elevated_password without elevated_user
    expect(problemsOf(hcpSbom({ auto_generate: true, elevated_password: "p" }))).toEqual([
      "error hcp-sbom.elevated_password: elevated_password needs elevated_user",
    ]);
    expect(problemsOf(hcpSbom({ source: "s", elevated_password: "p" }))).toEqual([]);
  });

  it("tells what Packer ignores", () => {
    expect(problemsOf(hcpSbom({ source: "s", scanner_url: "https://scanner.test" }))).toEqual([
      "warning hcp-sbom.scanner_url: scanner_url is deprecated",
    ]);
    // @ts-expect-error scanner_checksum without scanner_url
    expect(problemsOf(hcpSbom({ auto_generate: true, scanner_checksum: "abc" }))).toEqual([
      "warning hcp-sbom.scanner_checksum: scanner_checksum is deprecated",
      "error hcp-sbom.scanner_checksum: scanner_checksum needs scanner_url, and Packer ignores both: leave them out",
    ]);
  });

  it("fills in fields of its own only", () => {
    expect(problemsOf(hcpSbom({ auto_generate: true, execute_command: "{{.Path}} {{.Host}}" }))).toEqual([
      "warning hcp-sbom.execute_command: execute_command uses {{ .Host }}, which hcp-sbom does not fill in there",
    ]);
  });
});
