import { describe, expect, it } from "vitest";
import { provenance } from "./provenance.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("provenance", () => {
  it("writes all of its options in the order given", () => {
    const step = provenance({
      provenance: true,
      build_type: "https://example.com/build/v1",
      output_dir: "attestations",
      template: "web.pkr.hcl",
      only_builds: ["null.here"],
      user_variables: { region: "eu" },
      source_uri: "git+https://example.com/images",
      sbom: true,
      sbom_format: "spdx",
      sbom_scan_path: "out",
      sbom_scope: "all-layers",
      sbom_exclude: ["**/node_modules"],
      signing_mode: "keyless",
      fulcio_url: "https://fulcio.example.com",
      rekor_url: "https://rekor.example.com",
      upload_tlog: true,
      trusted_root_path: "root.json",
      keyless_identity: "https://example.com/images/build.yml@refs/heads/main",
      keyless_oidc_issuer: "https://token.example.com",
    });
    expect(hclOf(step)).toBe(`post-processor "provenance" {
  provenance  = true
  build_type  = "https://example.com/build/v1"
  output_dir  = "attestations"
  template    = "web.pkr.hcl"
  only_builds = ["null.here"]
  user_variables = {
    region = "eu"
  }
  source_uri          = "git+https://example.com/images"
  sbom                = true
  sbom_format         = "spdx"
  sbom_scan_path      = "out"
  sbom_scope          = "all-layers"
  sbom_exclude        = ["**/node_modules"]
  signing_mode        = "keyless"
  fulcio_url          = "https://fulcio.example.com"
  rekor_url           = "https://rekor.example.com"
  upload_tlog         = true
  trusted_root_path   = "root.json"
  keyless_identity    = "https://example.com/images/build.yml@refs/heads/main"
  keyless_oidc_issuer = "https://token.example.com"
}
`);
    expect(problemsOf(step)).toEqual([]);
  });

  it("needs no options", () => {
    expect(problemsOf(provenance())).toEqual([]);
  });

  it("needs a signer to sign with a key", () => {
    const message = 'error provenance.signing_mode: signing_mode "key" and "kms" need signer or key';
    // @ts-expect-error neither signer nor key
    expect(problemsOf(provenance({ signing_mode: "key" }))).toEqual([message]);
    // @ts-expect-error neither signer nor key
    expect(problemsOf(provenance({ signing_mode: "kms" }))).toEqual([message]);
    expect(problemsOf(provenance({ signing_mode: "key", key: "key.pem", verifier: "key.pub" }))).toEqual([]);
  });

  it("names a key in a KMS by its URI", () => {
    const message =
      'with signing_mode "kms", the signer begins with awskms://, gcpkms://, azurekms:// or hashivault://';
    // @ts-expect-error a path is no URI
    expect(problemsOf(provenance({ signing_mode: "kms", signer: "key.pem" }))).toEqual([
      `error provenance.signer: ${message}`,
    ]);
    const path: string = "key.pem";
    expect(problemsOf(provenance({ signing_mode: "kms", key: path }))).toEqual([
      `error provenance.key: ${message}`,
    ]);
    expect(problemsOf(provenance({ signing_mode: "kms", signer: "gcpkms://projects/p/key" }))).toEqual([]);
  });

  it("needs an identity and its issuer to sign without a key, and no verifier", () => {
    const step = provenance({
      signing_mode: "keyless",
      keyless_identity: "https://example.com/build.yml",
      // @ts-expect-error checked by the identity
      verifier: "key.pub",
    });
    expect(problemsOf(step)).toEqual([
      'error provenance.signing_mode: signing_mode "keyless" needs keyless_identity and keyless_oidc_issuer',
      'error provenance.verifier: signing_mode "keyless" checks the identity, so verifier has no place beside it',
    ]);
    // @ts-expect-error no issuer given
    expect(problemsOf(provenance({ signing_mode: "keyless", keyless_identity: "x" }))).toEqual([
      'error provenance.signing_mode: signing_mode "keyless" needs keyless_identity and keyless_oidc_issuer',
    ]);
  });

  it("has one signer, whatever it is called", () => {
    expect(problemsOf(provenance({ signing_mode: "key", signer: "a.pem", key: "a.pem" }))).toEqual([]);
    expect(problemsOf(provenance({ signing_mode: "key", signer: "a.pem", key: "b.pem" }))).toEqual([
      "error provenance.key: signer and key are two names of one option: keep one of them",
    ]);
  });

  it("knows its words", () => {
    const step = provenance({
      // @ts-expect-error no format of SBOMs that Packer makes
      sbom_format: "swid",
      // @ts-expect-error no scope of Packer's
      sbom_scope: "all",
      // @ts-expect-error no way to sign
      signing_mode: "pgp",
    });
    expect(problemsOf(step)).toEqual([
      'error provenance.sbom_format: sbom_format has to be "cyclonedx" or "spdx"',
      'error provenance.sbom_scope: sbom_scope has to be one of "squashed", "all-layers"',
      'error provenance.signing_mode: signing_mode has to be one of "none", "key", "kms", "keyless"',
    ]);
  });
});
