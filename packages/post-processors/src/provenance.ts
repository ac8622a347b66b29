import {
  about,
  choiceSchema,
  definePostProcessor,
  formSchema,
  type ExprBase,
  type Given,
  type Input,
  type Infer,
  type Mark,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
  type Rule,
  type SomeOf,
} from "@packwright/core";
import { z } from "zod";

const SOME_SIGNER = 'signing_mode "key" and "kms" need signer or key';
const SAME_SIGNER = "signer and key are two names of one option: keep one of them";
const KMS_URI =
  'with signing_mode "kms", the signer begins with awskms://, gcpkms://, azurekms:// or hashivault://';
const KEYLESS = 'signing_mode "keyless" needs keyless_identity and keyless_oidc_issuer';
const NO_VERIFIER = 'signing_mode "keyless" checks the identity, so verifier has no place beside it';

const MODES = ["none", "key", "kms", "keyless"] as const;
const SCOPES = ["squashed", "all-layers"] as const;

type KmsUri = `${"awskms" | "gcpkms" | "azurekms" | "hashivault"}://${string}`;

/** Options of the `provenance` post-processor. */
export interface ProvenanceOptions {
  /**
   * Write attestations; `false` passes the artifact on untouched.
   * @defaultValue `true`
   */
  readonly provenance?: Input<boolean, "build">;
  /**
   * The URI that says how the artifact was built.
   * @defaultValue `"https://packer.io/buildtypes/hcl2/v1"`
   */
  readonly build_type?: Input<string, "build">;
  /**
   * The folder that attestations are written to.
   * @defaultValue the folder of the artifact's first file, else the one that Packer was started in
   */
  readonly output_dir?: Input<string, "build">;
  /** The path of the template, which the attestation records. */
  readonly template?: Input<string, "build">;
  /** The builds that the artifact comes from, which the attestation records. */
  readonly only_builds?: Input<readonly string[], "build">;
  /** Variables that the attestation records; values of sensitive ones are left out. */
  readonly user_variables?: Input<Readonly<Record<string, string>>, "build">;
  /**
   * The URI of the repository that the artifact is built from.
   * @defaultValue that of the Git repository that Packer is started in, or what the CI's environment tells
   */
  readonly source_uri?: Input<string, "build">;
  /**
   * Make a software bill of materials (SBOM) and attest it too.
   * @defaultValue `false`
   */
  readonly sbom?: Input<boolean, "build">;
  /**
   * The format of the SBOM.
   * @defaultValue `"cyclonedx"`
   */
  readonly sbom_format?: `${"cyclonedx" | "spdx"}${string}` | ExprBase<string, "build">;
  /**
   * What is scanned for the SBOM; needed where the artifact's files are in several folders.
   * @defaultValue the artifact's file, or the folder of its files
   */
  readonly sbom_scan_path?: Input<string, "build">;
  /**
   * How the layers of an image are scanned: as the container sees them, or each.
   * @defaultValue `"squashed"`
   */
  readonly sbom_scope?: (typeof SCOPES)[number] | ExprBase<string, "build">;
  /** Patterns of paths that are not scanned. */
  readonly sbom_exclude?: Input<readonly string[], "build">;
  /**
   * How attestations are signed: with a key in a PEM file, with one in a KMS or Vault, or with an identity of Sigstore.
   * @defaultValue `"none"`
   */
  readonly signing_mode?: (typeof MODES)[number] | ExprBase<string, "build">;
  /** The path of the private key (`key`), or its URI: `awskms://`, `gcpkms://`, `azurekms://`, `hashivault://` (`kms`). */
  readonly signer?: Input<string, "build">;
  /** The same as `signer`. */
  readonly key?: Input<string, "build">;
  /**
   * The path of the PEM file that the signature is checked with; not with `keyless`.
   * @defaultValue the public key of the signer
   */
  readonly verifier?: Input<string, "build">;
  /**
   * The URL of the certificate authority for `keyless`.
   * @defaultValue `"https://fulcio.sigstore.dev"`
   */
  readonly fulcio_url?: Input<string, "build">;
  /**
   * The URL of the transparency log, for `upload_tlog`.
   * @defaultValue `"https://rekor.sigstore.dev"`
   */
  readonly rekor_url?: Input<string, "build">;
  /**
   * Enter the signature of `keyless` into the transparency log.
   * @defaultValue `false`
   */
  readonly upload_tlog?: Input<boolean, "build">;
  /**
   * The path of a JSON file with Sigstore's trusted root.
   * @defaultValue the public one, which is fetched
   */
  readonly trusted_root_path?: Input<string, "build">;
  /** Who is expected to sign with `keyless`, such as the URL of a workflow and its branch. */
  readonly keyless_identity?: Input<string, "build">;
  /** The issuer of that identity, such as `https://token.actions.githubusercontent.com`. */
  readonly keyless_oidc_issuer?: Input<string, "build">;
}

/** What each way of signing needs. */
type SigningRules<O> = O extends { readonly signing_mode: infer Mode }
  ? Mode extends "key"
    ? SomeSigner<O>
    : Mode extends "kms"
      ? SomeSigner<O> & Mark<NotKms<O, "signer"> | NotKms<O, "key">, typeof KMS_URI>
      : Mode extends "keyless"
        ? KeylessRules<O>
        : unknown
  : unknown;

type SomeSigner<O> = SomeOf<O, "signer", "signer" | "key", typeof SOME_SIGNER>;

/** An option with a literal that is no URI of a KMS; other text is checked when the program runs. */
type NotKms<O, P extends "signer" | "key"> = O extends { readonly [Q in P]: infer S extends string }
  ? string extends S
    ? never
    : S extends KmsUri | ""
      ? never
      : P
  : never;

type KeylessRules<O> = SomeOf<O, "keyless_identity", "keyless_identity", typeof KEYLESS> &
  SomeOf<O, "keyless_oidc_issuer", "keyless_oidc_issuer", typeof KEYLESS> &
  Mark<Given<O, "verifier">, typeof NO_VERIFIER>;

/** The type of {@link provenance}. */
export type Provenance = <const O = ProvenanceOptions>(
  options?: ProvenanceOptions &
    PostProcessorMeta &
    Infer<O> &
    NoInfer<SigningRules<O> & MetaRules<O, ProvenanceOptions>>,
) => PostProcessorOf<O>;

const KMS = /^(?:awskms|gcpkms|azurekms|hashivault):\/\//;

const signing: Rule = /* @__PURE__ */ about(["signing_mode"], (context) => {
  const mode = context.literal("signing_mode");
  if (mode === "key" || mode === "kms") {
    if (!context.isSet("signer") && !context.isSet("key")) {
      context.report({ summary: SOME_SIGNER, option: "signing_mode", code: "missing-option" });
    }
    for (const option of mode === "kms" ? ["signer", "key"] : []) {
      const value = context.literal(option);
      if (typeof value !== "string" || value === "" || value.includes("{{") || KMS.test(value)) continue;
      context.report({ summary: KMS_URI, option, code: "invalid-value" });
    }
  }
  if (mode !== "keyless") return;
  if (!context.isSet("keyless_identity") || !context.isSet("keyless_oidc_issuer")) {
    context.report({ summary: KEYLESS, option: "signing_mode", code: "missing-option" });
  }
  if (context.isSet("verifier")) {
    context.report({ summary: NO_VERIFIER, option: "verifier", code: "conflicting-options" });
  }
});

const signers: Rule = /* @__PURE__ */ about(["key"], (context) => {
  const [signer, key] = [context.literal("signer"), context.literal("key")];
  if (typeof signer !== "string" || typeof key !== "string" || signer === "" || key === "") return;
  if (signer !== key) context.report({ summary: SAME_SIGNER, option: "key", code: "conflicting-options" });
});

/**
 * Writes attestations of what was built, from what and how (SLSA provenance), signed or not. Packer 1.16 and later.
 *
 * @example
 * provenance({ signing_mode: "key", signer: "keys/signing.pem", sbom: true })
 * // post-processor "provenance" {
 * //   signing_mode = "key"
 * //   signer       = "keys/signing.pem"
 * //   sbom         = true
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/provenance
 */
export const provenance: Provenance = /* @__PURE__ */ definePostProcessor({
  type: "provenance",
  artifact: { gives: "input" },
  since: "1.16.0",
  options: () =>
    z.strictObject({
      provenance: z.boolean(),
      build_type: z.string(),
      output_dir: z.string(),
      template: z.string(),
      only_builds: z.array(z.string()),
      user_variables: z.record(z.string(), z.string()),
      source_uri: z.string(),
      sbom: z.boolean(),
      sbom_format: formSchema(/cyclonedx|spdx/i, '"cyclonedx" or "spdx"'),
      sbom_scan_path: z.string(),
      sbom_scope: choiceSchema(SCOPES),
      sbom_exclude: z.array(z.string()),
      signing_mode: choiceSchema(MODES),
      signer: z.string(),
      key: z.string(),
      verifier: z.string(),
      fulcio_url: z.string(),
      rekor_url: z.string(),
      upload_tlog: z.boolean(),
      trusted_root_path: z.string(),
      keyless_identity: z.string(),
      keyless_oidc_issuer: z.string(),
    }),
  fields: {},
  rules: [signing, signers],
});
