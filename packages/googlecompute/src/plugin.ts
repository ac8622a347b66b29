import { definePlugin, type Plugin } from "@packwright/core";
import { googlecomputeData, type GooglecomputeData } from "./data/data.js";
import { exportPostProcessor, type GooglecomputeExport } from "./post-processors/export.js";
import { importPostProcessor, type GooglecomputeImport } from "./post-processors/import.js";
import { googlecomputeSource, type GooglecomputeSource } from "./source/googlecompute.js";

/** The components of the googlecompute plugin. */
export interface GooglecomputeNamespace {
  readonly source: GooglecomputeSource;
  readonly data: GooglecomputeData;
  readonly postProcessor: {
    readonly "googlecompute-import": GooglecomputeImport;
    readonly "googlecompute-export": GooglecomputeExport;
  };
}

/**
 * The googlecompute plugin, for {@link plugins}; with a version constraint, `googlecompute({ version: ">= 1.1.1" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute
 */
export const googlecompute: Plugin<GooglecomputeNamespace> = /* @__PURE__ */ definePlugin({
  name: "googlecompute",
  source: "github.com/hashicorp/googlecompute",
  bindings: ">= 1.2.8",
  components: (plugin) => ({
    source: googlecomputeSource(plugin),
    data: googlecomputeData(plugin),
    postProcessor: {
      "googlecompute-import": importPostProcessor(plugin),
      "googlecompute-export": exportPostProcessor(plugin),
    },
  }),
});

/** The plugin's builders, without a constraint on its version of the user's own. */
export const source: GooglecomputeSource = /* @__PURE__ */ (() => googlecompute.namespace.source)();

/** The plugin's data sources, without a constraint on its version of the user's own. */
export const data: GooglecomputeData = /* @__PURE__ */ (() => googlecompute.namespace.data)();

/**
 * Uploads a `.tar.gz` archive to Cloud Storage and makes an image of it; behind `compress` or `artifice`.
 *
 * @example
 * qemu.postProcess(
 *   artifice({ files: ["image.tar.gz"] }),
 *   googlecomputeImport({ project_id: "loopbin", bucket: "images", image_name: "web" }),
 * )
 * // post-processor "googlecompute-import" {
 * //   project_id = "loopbin"
 * //   bucket     = "images"
 * //   image_name = "web"
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/post-processor/googlecompute-import
 */
export const googlecomputeImport: GooglecomputeImport = /* @__PURE__ */ (() =>
  googlecompute.namespace.postProcessor["googlecompute-import"])();

/**
 * Copies the image of a googlecompute source to Cloud Storage; the image is deleted unless `keep_input_artifact` is set.
 *
 * @example
 * image.postProcess(googlecomputeExport({ paths: ["gs://images/web.tar.gz"], keep_input_artifact: true }))
 * // post-processor "googlecompute-export" {
 * //   paths               = ["gs://images/web.tar.gz"]
 * //   keep_input_artifact = true
 * // }
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/post-processor/googlecompute-export
 */
export const googlecomputeExport: GooglecomputeExport = /* @__PURE__ */ (() =>
  googlecompute.namespace.postProcessor["googlecompute-export"])();
