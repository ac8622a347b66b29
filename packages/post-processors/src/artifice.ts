import {
  definePostProcessor,
  type Conflict,
  type Input,
  type Literal,
  type MetaRules,
  type PostProcessor,
  type PostProcessorMeta,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `artifice` post-processor. */
export interface ArtificeOptions {
  /** The files that are the artifact from here on: at least one. */
  readonly files: Input<readonly string[], "build">;
}

/** The list has files, as far as the literal tells. */
type SomeFiles<O> = O extends { readonly files: readonly never[] }
  ? { readonly files: Conflict<"name at least one file"> }
  : unknown;

/** The type of {@link artifice}. */
export type Artifice = <const L extends string = never, O = unknown>(
  options: ArtificeOptions & PostProcessorMeta<L> & Literal<O> & SomeFiles<O> & MetaRules<O>,
) => PostProcessor<L>;

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
  options: () => z.strictObject({ files: z.array(z.string()) }),
  required: ["files"],
  fields: {},
});
