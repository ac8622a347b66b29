import {
  about,
  atLeastOne,
  atMostOne,
  defineProvisioner,
  formSchema,
  type Input,
  type Infer,
  type Mark,
  type MetaRules,
  type Needs,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Rule,
  type SomeOf,
} from "@packwright/core";
import { z } from "zod";

const ONE_ORIGIN = "source and auto_generate exclude each other: keep one of them";
const SOME_ORIGIN = "there is no SBOM: set source, or auto_generate to true";
const NEEDS_USER = "elevated_password needs elevated_user";
const CHECKSUM = "scanner_checksum needs scanner_url, and Packer ignores both: leave them out";
const IGNORED = "Packer ignores it since it scans with its own binary; leave it out.";

/** Options of the `hcp-sbom` provisioner. */
export interface HcpSbomOptions {
  /** The SBOM on the machine, in the format SPDX or CycloneDX. */
  readonly source?: Input<string, "build">;
  /**
   * Make the SBOM on the machine, with Packer's own binary.
   * @defaultValue `false`
   */
  readonly auto_generate?: Input<boolean, "build">;
  /** Where a copy of the SBOM is kept on the machine that Packer runs on: a file, or a folder that is there already. */
  readonly destination?: Input<string, "build">;
  /**
   * The name of the SBOM in HCP Packer: 3 to 36 letters of ASCII, digits and dashes.
   * @defaultValue the fingerprint of the build
   */
  readonly sbom_name?: Input<string, "build">;
  /**
   * What the scanner is called with, beside the path.
   * @defaultValue `["-o", "cyclonedx-json"]`
   */
  readonly scanner_args?: Input<readonly string[], "build">;
  /**
   * The folder on the machine that is scanned.
   * @defaultValue `"/"`
   */
  readonly scan_path?: Input<string, "build">;
  /**
   * The command that scans, with the fields `{{ .Path }}`, `{{ .Args }}`, `{{ .ScanPath }}` and `{{ .Output }}`.
   * @defaultValue `"chmod +x {{.Path}} && sudo {{.Path}} sbom-generate {{.Args}} {{.ScanPath}} > {{.Output}}"`, on
   * Windows without `chmod` and `sudo`
   */
  readonly execute_command?: Input<string, "build">;
  /** The user that the scanner runs as on Windows, with elevated rights. */
  readonly elevated_user?: Input<string, "build">;
  /** The password of `elevated_user`; use a sensitive variable. */
  readonly elevated_password?: Input<string, "build">;
  /** @deprecated Packer ignores it */
  readonly scanner_url?: Input<string, "build">;
  /** @deprecated Packer ignores it */
  readonly scanner_checksum?: Input<string, "build">;
}

/** An SBOM is there already or is made; a variable beside a source is for switching between the two. */
type OneOrigin<O> = SomeOf<O, "source", "source" | "auto_generate", typeof SOME_ORIGIN> &
  Mark<
    O extends { readonly source: unknown; readonly auto_generate: true } ? "auto_generate" : never,
    typeof ONE_ORIGIN
  >;

/** Packer looks at the other options only when it makes the SBOM. */
type WhenGenerating<O> = O extends { readonly auto_generate: unknown }
  ? Needs<O, "elevated_password", "elevated_user", typeof NEEDS_USER> &
      Needs<O, "scanner_checksum", "scanner_url", typeof CHECKSUM>
  : unknown;

/** The type of {@link hcpSbom}. */
export type HcpSbom = <const O = HcpSbomOptions>(
  options: HcpSbomOptions &
    ProvisionerMeta<HcpSbomOptions> &
    Infer<O> &
    NoInfer<OneOrigin<O> & WhenGenerating<O> & MetaRules<O, HcpSbomOptions>>,
) => ProvisionerOf<O>;

const generating: Rule = /* @__PURE__ */ about(["elevated_password", "scanner_checksum"], (context) => {
  if (!context.isSet("auto_generate")) return;
  for (const [option, needed, summary] of [
    ["elevated_password", "elevated_user", NEEDS_USER],
    ["scanner_checksum", "scanner_url", CHECKSUM],
  ] as const) {
    if (context.isSet(option) && !context.isSet(needed)) context.report({ summary, option });
  }
});

/**
 * Hands the software bill of materials (SBOM) of the machine to HCP Packer: one that is there, or one that is made.
 *
 * Packer 1.12 and later; `auto_generate` needs 1.15.1.
 *
 * @example
 * hcpSbom({ source: "/tmp/sbom.json", sbom_name: "web-image" })
 * // provisioner "hcp-sbom" {
 * //   source    = "/tmp/sbom.json"
 * //   sbom_name = "web-image"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/hcp-sbom
 */
export const hcpSbom: HcpSbom = /* @__PURE__ */ defineProvisioner({
  type: "hcp-sbom",
  since: "1.12.0",
  sensitive: { elevated_password: "password" },
  options: () =>
    z.strictObject({
      source: z.string(),
      auto_generate: z.boolean(),
      destination: z.string(),
      sbom_name: formSchema(/^[0-9A-Za-z-]{3,36}$/, "3 to 36 letters of ASCII, digits and dashes"),
      scanner_args: z.array(z.string()),
      scan_path: z.string(),
      execute_command: z.string(),
      elevated_user: z.string(),
      elevated_password: z.string(),
      scanner_url: z.string(),
      scanner_checksum: z.string(),
    }),
  deprecated: { scanner_url: IGNORED, scanner_checksum: IGNORED },
  fields: { execute_command: ["Path", "Args", "ScanPath", "Output"] },
  rules: [
    atMostOne(["source", "auto_generate"], ONE_ORIGIN),
    atLeastOne(["source", "auto_generate"], SOME_ORIGIN),
    generating,
  ],
});
