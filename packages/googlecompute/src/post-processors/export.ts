import {
  definePostProcessor,
  type Infer,
  type Items,
  type MetaRules,
  type OnlyOne,
  type PluginReference,
  type PostProcessorMeta,
  type PostProcessorOf,
  type SomeOf,
} from "@packwright/core";
import { authenticationRule } from "../rules/authentication.js";
import { credentialsFilesRule } from "../rules/files.js";
import type * as message from "../rules/messages.js";
import { zoneRule } from "../rules/location.js";
import { machineTypeRule } from "../rules/machine.js";
import { endpointsRule } from "../rules/unchecked.js";
import type { Authentication } from "../source/rules.js";
import type { Zone } from "../source/zone.js";
import { bareSubnetworkRule, deletedImageRule, pathsRule, silentFailureRule } from "./export-rules.js";
import type { GooglecomputeExportOptions } from "./generated/googlecompute-export-options.js";
import {
  googlecomputeExportDeprecated,
  googlecomputeExportRequired,
  googlecomputeExportSchema,
  googlecomputeExportSensitive,
} from "./generated/googlecompute-export-schema.js";

/** The type of {@link googlecomputeExport}. */
export type GooglecomputeExport = <const O = GooglecomputeExportOptions>(
  options: GooglecomputeExportOptions & PostProcessorMeta & Infer<O> & NoInfer<ExportRules<O>>,
) => PostProcessorOf<O>;

/** The rules between the options of an export over the type `O` of their literal. */
type ExportRules<O> = MetaRules<O, GooglecomputeExportOptions> &
  OnlyOne<O, Authentication, typeof message.ONE_AUTHENTICATION> &
  SomeOf<O, "paths", "paths", typeof message.PATHS> &
  Items<O, "paths", `gs://${string}/${string}` | `${string}{{${string}`, typeof message.PATH> &
  Items<
    { readonly zone: readonly (O extends { readonly zone: infer Z } ? Z : never)[] },
    "zone",
    Zone | "",
    typeof message.ZONE
  >;

/** The post-processor, its templates declaring the plugin as `plugin` says. */
export function exportPostProcessor(plugin: PluginReference): GooglecomputeExport {
  return definePostProcessor({
    type: "googlecompute-export",
    plugin,
    options: googlecomputeExportSchema,
    required: googlecomputeExportRequired,
    sensitive: googlecomputeExportSensitive,
    deprecated: googlecomputeExportDeprecated,
    artifact: {
      gives: "image",
      takes: ["googlecompute", "artifice"],
      otherwise: "It exports the image of a googlecompute source: put it first in a pipeline of its own.",
    },
    fields: {},
    rules: [
      authenticationRule,
      deletedImageRule,
      pathsRule,
      zoneRule,
      machineTypeRule,
      bareSubnetworkRule,
      endpointsRule,
      silentFailureRule,
    ],
    fileRules: [credentialsFilesRule],
  });
}
