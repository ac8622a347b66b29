import {
  definePostProcessor,
  type Input,
  type Infer,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
  type SomeOf,
} from "@packwright/core";
import { z } from "zod";

const SOME_FILES = "name at least one file";

/** Options of the `artifice` post-processor. */
export interface ArtificeOptions {
  /** The files that are the artifact from here on: at least one. */
  readonly files: Input<readonly string[], "build">;
}

/** The type of {@link artifice}. */
export type Artifice = <const O = ArtificeOptions>(
  options: ArtificeOptions &
    PostProcessorMeta &
    Infer<O> &
    NoInfer<SomeOf<O, "files", "files", typeof SOME_FILES> & MetaRules<O, ArtificeOptions>>,
) => PostProcessorOf<O>;

/**
 * Puts files in the place of what the builder made, for the post-processors behind it.
 *
 * @example
 * artifice({ files: ["app.tar.gz"] })
 * // post-processor "artifice" {
 * //   files = ["app.tar.gz"]
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/artifice
 */
export const artifice: Artifice = /* @__PURE__ */ definePostProcessor({
  type: "artifice",
  artifact: { gives: "files" },
  options: () => z.strictObject({ files: z.array(z.string()) }),
  required: ["files"],
  fields: {},
});
