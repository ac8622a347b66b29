import {
  choiceSchema,
  defineProvisioner,
  excludes,
  missingFiles,
  type Bars,
  type ExprBase,
  type FileRule,
  type Input,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Rule,
} from "@packwright/core";
import { z } from "zod";

const NO_BOTH = "content excludes source and sources: keep one of them";
const NO_SOURCE = "there is nothing to copy: set source, sources or content";

const DIRECTIONS = ["upload", "download"] as const;

/** Options of the `file` provisioner. */
export interface FileOptions {
  /** The path that is written; it ends in `/` where it is a folder. */
  readonly destination: Input<string, "build">;
  /** The file or folder to copy; of a folder that ends in `/`, its content is copied. */
  readonly source?: Input<string, "build">;
  /** Several of them, which go to one folder. */
  readonly sources?: Input<readonly string[], "build">;
  /** The text to write to the machine. */
  readonly content?: Input<string, "build">;
  /**
   * `upload` to the machine that is built, or `download` from it.
   * @defaultValue `"upload"`
   */
  readonly direction?: (typeof DIRECTIONS)[number] | ExprBase<string, "build">;
  /**
   * Look for the files only when they are uploaded, for those that the build itself makes.
   * @defaultValue `false`
   */
  readonly generated?: Input<boolean, "build">;
}

/** The type of {@link file}. */
export type File = <const O = FileOptions>(
  options: FileOptions &
    ProvisionerMeta<FileOptions> &
    Infer<O> &
    NoInfer<Bars<O, "content", "source" | "sources", typeof NO_BOTH> & MetaRules<O, FileOptions>>,
) => ProvisionerOf<O>;

const nothing: Rule = (context) => {
  if (["source", "sources", "content"].some((option) => context.isSet(option))) return;
  context.report({ summary: NO_SOURCE, severity: "warning", code: "missing-option" });
};

/** Packer looks for what it uploads, unless the build makes it; a whole folder can be uploaded too. */
const sources = /* @__PURE__ */ missingFiles(["source", "sources"], { folders: true });
const uploaded: FileRule = (context, files) => {
  const { generated = false, direction = "upload" } = context.options;
  if (generated === false && direction === "upload") sources(context, files);
};

/**
 * Copies files to the machine that is built, or from it.
 *
 * @example
 * file({ source: "app.tar.gz", destination: "/tmp/app.tar.gz" })
 * // provisioner "file" {
 * //   source      = "app.tar.gz"
 * //   destination = "/tmp/app.tar.gz"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/file
 */
export const file: File = /* @__PURE__ */ defineProvisioner({
  type: "file",
  options: () =>
    z.strictObject({
      destination: z.string(),
      source: z.string(),
      sources: z.array(z.string()),
      content: z.string(),
      direction: choiceSchema(DIRECTIONS),
      generated: z.boolean(),
    }),
  required: ["destination"],
  fields: {},
  fileRules: [uploaded],
  rules: [excludes("content", ["source", "sources"], NO_BOTH), nothing],
});
