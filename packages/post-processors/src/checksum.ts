import {
  BUILD_FIELDS,
  definePostProcessor,
  type ExprBase,
  type Input,
  type Infer,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
  type Rule,
} from "@packwright/core";
import { z } from "zod";

const TYPES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"] as const;

/** A checksum that Packer can compute. */
export type ChecksumType = (typeof TYPES)[number];

/** Options of the `checksum` post-processor. */
export interface ChecksumOptions {
  /**
   * The checksums to compute.
   * @defaultValue `["md5"]`
   */
  readonly checksum_types?:
    readonly (ChecksumType | ExprBase<string, "build">)[] | ExprBase<readonly string[], "build">;
  /**
   * The file that checksums are added to, with the fields `{{ .BuildName }}`, `{{ .BuilderType }}` and
   * `{{ .ChecksumType }}`.
   * @defaultValue `"packer_{{.BuildName}}_{{.BuilderType}}_{{.ChecksumType}}.checksum"`
   */
  readonly output?: Input<string, "build">;
}

/** The type of {@link checksum}. */
export type Checksum = <const O = ChecksumOptions>(
  options?: ChecksumOptions & PostProcessorMeta & Infer<O> & NoInfer<MetaRules<O, ChecksumOptions>>,
) => PostProcessorOf<O>;

const nothing: Rule = (context) => {
  const types = context.literal("checksum_types");
  if (!Array.isArray(types) || types.length > 0) return;
  context.report({
    summary: "checksum_types is empty, so that no checksum is computed",
    detail: "Leave it out for md5, or name some.",
    severity: "warning",
    option: "checksum_types",
  });
};

/**
 * Writes checksums of the artifact's files beside it. The artifact is kept.
 *
 * @example
 * checksum({ checksum_types: ["sha256"], output: "{{.BuildName}}.{{.ChecksumType}}" })
 * // post-processor "checksum" {
 * //   checksum_types = ["sha256"]
 * //   output         = "{{.BuildName}}.{{.ChecksumType}}"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/checksum
 */
export const checksum: Checksum = /* @__PURE__ */ definePostProcessor({
  type: "checksum",
  artifact: {
    gives: "files",
    takes: "files",
    otherwise: "No checksum is written then. Put artifice in front of it, which names files.",
  },
  options: () => z.strictObject({ checksum_types: z.array(z.enum(TYPES)), output: z.string() }),
  fields: { output: [...BUILD_FIELDS, "BuildName", "BuilderType", "ChecksumType"] },
  rules: [nothing],
});
