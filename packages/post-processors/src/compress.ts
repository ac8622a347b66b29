import {
  about,
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

const COMPRESSIONS = ["gz", "bgzf", "bzip2", "lz4", "xz"] as const;
const FORMATS: ReadonlySet<string> = new Set([
  "tar",
  "zip",
  ...COMPRESSIONS.flatMap((name) => [name, `tar.${name}`]),
]);

type Compression = (typeof COMPRESSIONS)[number];

/** An archive, or the compression of a single file or of a `tar` archive. */
export type CompressFormat = "tar" | "zip" | Compression | `tar.${Compression}`;

/** Options of the `compress` post-processor. */
export interface CompressOptions {
  /**
   * The file that is written, with the fields `{{ .BuildName }}` and `{{ .BuilderType }}`; its ending says the format
   * unless `format` does, and any other ending than those of formats means `tar.gz`.
   * @defaultValue `"packer_{{.BuildName}}_{{.BuilderType}}"`
   */
  readonly output?: Input<string, "build">;
  /**
   * The format, in place of what the ending of `output` says.
   * @defaultValue what the ending of `output` says
   */
  readonly format?: CompressFormat | ExprBase<string, "build">;
  /**
   * How hard to compress, a whole number from 1, fast, to 9, small; `zip`, `tar` and `xz` have no levels.
   * @defaultValue what the format takes for a good middle
   */
  readonly compression_level?: Input<number, "build">;
}

/** The type of {@link compress}. */
export type Compress = <const O = CompressOptions>(
  options?: CompressOptions & PostProcessorMeta & Infer<O> & NoInfer<MetaRules<O, CompressOptions>>,
) => PostProcessorOf<O>;

const level: Rule = /* @__PURE__ */ about(["compression_level"], (context) => {
  const given = context.literal("compression_level");
  if (typeof given !== "number" || given <= 9) return;
  context.report({
    summary: `Packer takes compression_level ${String(given)} for 9, the highest`,
    option: "compression_level",
    severity: "warning",
    code: "invalid-value",
  });
});

const format: Rule = /* @__PURE__ */ about(["format"], (context) => {
  const given = context.literal("format");
  if (typeof given !== "string" || given === "" || given.includes("{{") || FORMATS.has(given)) return;
  context.report({
    summary: `Packer does not know the format ${JSON.stringify(given)} and makes tar.gz`,
    detail: `It knows ${[...FORMATS].join(", ")}.`,
    option: "format",
    severity: "warning",
    code: "invalid-value",
  });
});

/**
 * Packs the artifact's files into one archive, or compresses the only one.
 *
 * @example
 * compress({ output: "{{.BuildName}}.tar.gz", compression_level: 9 })
 * // post-processor "compress" {
 * //   output            = "{{.BuildName}}.tar.gz"
 * //   compression_level = 9
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/compress
 */
export const compress: Compress = /* @__PURE__ */ definePostProcessor({
  type: "compress",
  artifact: {
    gives: "files",
    takes: "files",
    otherwise:
      "An archive has nothing in it then, another format fails, and what the step was given is deleted unless it keeps its input. Put artifice in front of it, which names files.",
  },
  options: () => z.strictObject({ output: z.string(), format: z.string(), compression_level: z.int() }),
  fields: { output: [...BUILD_FIELDS, "BuildName", "BuilderType"] },
  rules: [level, format],
});
