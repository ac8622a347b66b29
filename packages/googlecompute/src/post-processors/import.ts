import {
  BUILD_FIELDS,
  definePostProcessor,
  type Infer,
  type MetaRules,
  type OnlyOne,
  type OptionsSchema,
  type PluginReference,
  type PostProcessorMeta,
  type PostProcessorOf,
} from "@packwright/core";
import { z } from "zod";
import { authenticationRule } from "../rules/authentication.js";
import { credentialsFilesRule, imageKeyFilesRule } from "../rules/files.js";
import { labelCountRule, uncheckedLabelsRule } from "../rules/labels.js";
import type * as message from "../rules/messages.js";
import { oneLocationRule, storageLocationRule } from "../rules/location.js";
import type { Authentication } from "../source/rules.js";
import type { GooglecomputeImportOptions } from "./generated/googlecompute-import-options.js";
import {
  googlecomputeImportDeprecated,
  googlecomputeImportRequired,
  googlecomputeImportSchema,
  googlecomputeImportSensitive,
} from "./generated/googlecompute-import-schema.js";
import type { LabelKeys } from "../source/label-keys.js";
import { bucketRule, idleOptionsRule, importedNamesRule } from "./import-rules.js";

/** The type of {@link googlecomputeImport}. */
export type GooglecomputeImport = <const O = GooglecomputeImportOptions>(
  options: GooglecomputeImportOptions &
    PostProcessorMeta &
    Infer<O> &
    NoInfer<
      MetaRules<O, GooglecomputeImportOptions> &
        OnlyOne<O, Authentication, typeof message.ONE_AUTHENTICATION> &
        LabelKeys<O, "image_labels", typeof message.LABEL_KEY>
    >,
) => PostProcessorOf<O>;

/** The plugin also takes `iap`, which is left over from elsewhere in it and does nothing. */
const options = (): OptionsSchema =>
  z.strictObject({ ...googlecomputeImportSchema().shape, iap: z.boolean() });

/** The post-processor, its templates declaring the plugin as `plugin` says. */
export function importPostProcessor(plugin: PluginReference): GooglecomputeImport {
  return definePostProcessor({
    type: "googlecompute-import",
    plugin,
    options,
    required: googlecomputeImportRequired,
    sensitive: googlecomputeImportSensitive,
    deprecated: { ...googlecomputeImportDeprecated, iap: "It has no effect; leave it out." },
    artifact: {
      gives: "image",
      takes: ["compress", "artifice"],
      otherwise:
        'It uploads a .tar.gz with a disk.raw inside: put compress({ output: "image.tar.gz" }) or artifice in front of it.',
    },
    fields: { gcs_object_name: BUILD_FIELDS },
    rules: [
      authenticationRule,
      bucketRule,
      importedNamesRule,
      uncheckedLabelsRule("image_labels"),
      labelCountRule("image_labels"),
      oneLocationRule,
      storageLocationRule,
      idleOptionsRule,
    ],
    fileRules: [credentialsFilesRule, imageKeyFilesRule],
  });
}
