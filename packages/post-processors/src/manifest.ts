import {
  definePostProcessor,
  type Input,
  type Infer,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `manifest` post-processor. */
export interface ManifestOptions {
  /**
   * The JSON file that is written; later runs add to it.
   * @defaultValue `"packer-manifest.json"`
   */
  readonly output?: Input<string, "build">;
  /**
   * Write the names of files without their folders.
   * @defaultValue `false`
   */
  readonly strip_path?: Input<boolean, "build">;
  /**
   * Leave out the time of the build, so that the same build gives the same file.
   * @defaultValue `false`
   */
  readonly strip_time?: Input<boolean, "build">;
  /** Text by names of your own, which the manifest holds too. */
  readonly custom_data?: Input<Readonly<Record<string, string>>, "build">;
}

/** The type of {@link manifest}. */
export type Manifest = <const O = ManifestOptions>(
  options?: ManifestOptions & PostProcessorMeta & Infer<O> & NoInfer<MetaRules<O, ManifestOptions>>,
) => PostProcessorOf<O>;

/**
 * Writes a list of what was built: the artifact of each source, its files and its time. The artifact is kept.
 *
 * @example
 * manifest({ output: "manifest.json", strip_path: true })
 * // post-processor "manifest" {
 * //   output     = "manifest.json"
 * //   strip_path = true
 * // }
 * @see https://developer.hashicorp.com/packer/docs/post-processors/manifest
 */
export const manifest: Manifest = /* @__PURE__ */ definePostProcessor({
  type: "manifest",
  artifact: { gives: "input" },
  options: () =>
    z.strictObject({
      output: z.string(),
      strip_path: z.boolean(),
      strip_time: z.boolean(),
      custom_data: z.record(z.string(), z.string()),
    }),
  fields: {},
});
