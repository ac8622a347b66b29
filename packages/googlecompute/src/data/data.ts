import { defineData, type DataSource, type Identifier, type PluginReference } from "@packwright/core";
import { endpointRule, filterRule, locationRule, secretNameRule, secretVersionRule } from "./data-rules.js";
import type {
  GooglecomputeImageOptions,
  GooglecomputeImageOutputs,
} from "./generated/googlecompute-image-options.js";
import {
  googlecomputeImageOutputs,
  googlecomputeImageRequired,
  googlecomputeImageSchema,
} from "./generated/googlecompute-image-schema.js";
import type {
  GooglecomputeParametermanagerOptions,
  GooglecomputeParametermanagerOutputs,
} from "./generated/googlecompute-parametermanager-options.js";
import {
  googlecomputeParametermanagerOutputs,
  googlecomputeParametermanagerRequired,
  googlecomputeParametermanagerSchema,
} from "./generated/googlecompute-parametermanager-schema.js";
import type {
  GooglecomputeSecretsmanagerOptions,
  GooglecomputeSecretsmanagerOutputs,
} from "./generated/googlecompute-secretsmanager-options.js";
import {
  googlecomputeSecretsmanagerOutputs,
  googlecomputeSecretsmanagerRequired,
  googlecomputeSecretsmanagerSchema,
} from "./generated/googlecompute-secretsmanager-schema.js";

/** The data sources of the plugin; they authenticate with the application default credentials, and in no other way. */
export interface GooglecomputeData {
  /**
   * An image of a project, found by a filter.
   *
   * @example
   * const base = data["googlecompute-image"]("base", {
   *   project_id: "debian-cloud",
   *   filters: "family=debian-12",
   *   most_recent: true,
   * });
   * base.name   // data.googlecompute-image.base.name
   * // data "googlecompute-image" "base" {
   * //   project_id  = "debian-cloud"
   * //   filters     = "family=debian-12"
   * //   most_recent = true
   * // }
   * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/image
   */
  readonly "googlecompute-image": <const N extends string>(
    label: Identifier<N>,
    options: GooglecomputeImageOptions,
  ) => DataSource<GooglecomputeImageOutputs>;

  /**
   * A secret of Secret Manager; `value` is one text of a payload that is a JSON object, chosen by `key`.
   *
   * @example
   * data["googlecompute-secretsmanager"]("password", { project_id: "loopbin", name: "db-password" }).payload
   * // data "googlecompute-secretsmanager" "password" {
   * //   project_id = "loopbin"
   * //   name       = "db-password"
   * // }
   * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/secretsmanager
   */
  readonly "googlecompute-secretsmanager": <const N extends string>(
    label: Identifier<N>,
    options: GooglecomputeSecretsmanagerOptions,
  ) => DataSource<GooglecomputeSecretsmanagerOutputs>;

  /**
   * A parameter of Parameter Manager; `value` is one text of a JSON or YAML payload, chosen by `key`.
   *
   * @example
   * data["googlecompute-parametermanager"]("base", { project_id: "loopbin", name: "base", version: "v1" }).payload
   * // data "googlecompute-parametermanager" "base" {
   * //   project_id = "loopbin"
   * //   name       = "base"
   * //   version    = "v1"
   * // }
   * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/parametermanager
   */
  readonly "googlecompute-parametermanager": <const N extends string>(
    label: Identifier<N>,
    options: GooglecomputeParametermanagerOptions,
  ) => DataSource<GooglecomputeParametermanagerOutputs>;
}

/** The data sources, their templates declaring the plugin as `plugin` says. */
export function googlecomputeData(plugin: PluginReference): GooglecomputeData {
  return {
    "googlecompute-image": defineData<GooglecomputeImageOutputs>({
      type: "googlecompute-image",
      plugin,
      options: googlecomputeImageSchema,
      required: googlecomputeImageRequired,
      outputs: googlecomputeImageOutputs,
      fields: {},
      rules: [filterRule, endpointRule("compute")],
    }),
    "googlecompute-secretsmanager": defineData<GooglecomputeSecretsmanagerOutputs>({
      type: "googlecompute-secretsmanager",
      plugin,
      options: googlecomputeSecretsmanagerSchema,
      required: googlecomputeSecretsmanagerRequired,
      outputs: googlecomputeSecretsmanagerOutputs,
      fields: {},
      rules: [secretNameRule, secretVersionRule, endpointRule("secretmanager")],
    }),
    "googlecompute-parametermanager": defineData<GooglecomputeParametermanagerOutputs>({
      type: "googlecompute-parametermanager",
      plugin,
      options: googlecomputeParametermanagerSchema,
      required: googlecomputeParametermanagerRequired,
      outputs: googlecomputeParametermanagerOutputs,
      fields: {},
      rules: [secretNameRule, locationRule],
    }),
  };
}
