import { z } from "zod";
import { defineData, type DataSource } from "../plugin/define.js";
import type {
  HcpPackerArtifactOptions,
  HcpPackerArtifactOutputs,
  HcpPackerImageOptions,
  HcpPackerImageOutputs,
  HcpPackerIterationOptions,
  HcpPackerIterationOutputs,
  HcpPackerVersionOptions,
  HcpPackerVersionOutputs,
  HttpMethod,
  HttpOptions,
  HttpOutputs,
  NullDataOptions,
  NullDataOutputs,
} from "./data-options.js";
import type { Infer, OnlyOne, SomeOf, Words } from "../plugin/given.js";
import type { Identifier } from "../plugin/identifier.js";
import type { OTHER_WORDS } from "../plugin/meta.js";
import type { OptionsSchema } from "../plugin/component.js";
import { choiceSchema } from "../plugin/schemas.js";
import { atLeastOne, atMostOne, type Rule } from "../plugin/rule.js";

const ONE_VERSION = "channel_name and version_fingerprint both say which version is meant: keep one of them";
const SOME_VERSION = "say which version is meant: set channel_name or version_fingerprint";
const ONE_ITERATION = "channel and iteration_id both say which iteration is meant: keep one of them";
const SOME_ITERATION = "say which iteration is meant: set channel or iteration_id";

type OneVersion<O> = OnlyOne<O, "channel_name" | "version_fingerprint", typeof ONE_VERSION> &
  SomeOf<O, "channel_name", "channel_name" | "version_fingerprint", typeof SOME_VERSION>;

type OneIteration<O> = OnlyOne<O, "channel" | "iteration_id", typeof ONE_ITERATION> &
  SomeOf<O, "channel", "channel" | "iteration_id", typeof SOME_ITERATION>;

/** The data sources that Packer itself contains. */
export interface CoreData {
  /**
   * Hands out its input again; for trying out how templates use data sources.
   *
   * @example
   * data.null("greeting", { input: "hello" }).output   // data.null.greeting.output
   * // data "null" "greeting" {
   * //   input = "hello"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/datasources/null
   */
  null<const N extends string>(label: Identifier<N>, options: NullDataOptions): DataSource<NullDataOutputs>;

  /**
   * The answer of a web server; one that is no success fails the build.
   *
   * @example
   * data.http("release", { url: "https://releases.example.com/latest" }).body   // data.http.release.body
   * // data "http" "release" {
   * //   url = "https://releases.example.com/latest"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/datasources/http
   */
  http<const N extends string, const O = HttpOptions>(
    label: Identifier<N>,
    options: HttpOptions & Infer<O> & NoInfer<Words<O, HttpOptions, typeof OTHER_WORDS>>,
  ): DataSource<HttpOutputs>;

  /**
   * The version of a bucket of HCP Packer that a channel points to.
   *
   * @example
   * data["hcp-packer-version"]("base", { bucket_name: "debian", channel_name: "production" }).fingerprint
   * // data "hcp-packer-version" "base" {
   * //   bucket_name  = "debian"
   * //   channel_name = "production"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/datasources/hcp/hcp-packer-version
   */
  "hcp-packer-version"<const N extends string>(
    label: Identifier<N>,
    options: HcpPackerVersionOptions,
  ): DataSource<HcpPackerVersionOutputs>;

  /**
   * An artifact in a bucket of HCP Packer.
   *
   * @example
   * data["hcp-packer-artifact"]("base", {
   *   bucket_name: "debian",
   *   channel_name: "production",
   *   platform: "gce",
   *   region: "europe-west3-a",
   * }).external_identifier   // data.hcp-packer-artifact.base.external_identifier
   * @see https://developer.hashicorp.com/packer/docs/datasources/hcp/hcp-packer-artifact
   */
  "hcp-packer-artifact"<const N extends string, const O = HcpPackerArtifactOptions>(
    label: Identifier<N>,
    options: HcpPackerArtifactOptions & Infer<O> & NoInfer<OneVersion<O>>,
  ): DataSource<HcpPackerArtifactOutputs>;

  /**
   * What `hcp-packer-version` was called before.
   *
   * @deprecated use `data["hcp-packer-version"]`
   * @see https://developer.hashicorp.com/packer/docs/datasources/hcp/hcp-packer-iteration
   */
  "hcp-packer-iteration"<const N extends string>(
    label: Identifier<N>,
    options: HcpPackerIterationOptions,
  ): DataSource<HcpPackerIterationOutputs>;

  /**
   * What `hcp-packer-artifact` was called before.
   *
   * @deprecated use `data["hcp-packer-artifact"]`
   * @see https://developer.hashicorp.com/packer/docs/datasources/hcp/hcp-packer-image
   */
  "hcp-packer-image"<const N extends string, const O = HcpPackerImageOptions>(
    label: Identifier<N>,
    options: HcpPackerImageOptions & Infer<O> & NoInfer<OneIteration<O>>,
  ): DataSource<HcpPackerImageOutputs>;
}

/** Objects of text, by the names of their attributes. */
function texts(...names: readonly string[]): OptionsSchema["shape"] {
  return Object.fromEntries(names.map((name) => [name, z.string()]));
}

function strings(): z.ZodRecord<z.ZodString, z.ZodString> {
  return z.record(z.string(), z.string());
}

/** Says of every use of a data source that another one has taken its place. */
function superseded(type: string, successor: string): Rule {
  return (context) => {
    context.report({
      summary: `the data source ${type} is deprecated`,
      detail: `Use ${successor}.`,
      severity: "warning",
      code: "deprecated-option",
    });
  };
}

const METHODS: readonly HttpMethod[] = ["HEAD", "GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

export const coreData: CoreData = /* @__PURE__ */ Object.freeze({
  null: /* @__PURE__ */ defineData<NullDataOutputs>({
    type: "null",
    since: "1.7.5",
    options: () => z.strictObject(texts("input")),
    required: ["input"],
    outputs: () => z.strictObject(texts("output")),
  }),
  http: /* @__PURE__ */ defineData<HttpOutputs>({
    type: "http",
    since: "1.8.1",
    options: () =>
      z.strictObject({
        ...texts("url", "request_body"),
        method: choiceSchema(METHODS),
        request_headers: strings(),
      }),
    required: ["url"],
    outputs: () => z.strictObject({ ...texts("url", "body"), request_headers: strings() }),
  }),
  "hcp-packer-version": /* @__PURE__ */ defineData<HcpPackerVersionOutputs>({
    type: "hcp-packer-version",
    since: "1.10.1",
    options: () => z.strictObject(texts("bucket_name", "channel_name")),
    required: ["bucket_name", "channel_name"],
    outputs: () =>
      z.strictObject(
        texts(
          "author_id",
          "bucket_name",
          "status",
          "created_at",
          "fingerprint",
          "id",
          "name",
          "updated_at",
          "channel_id",
        ),
      ),
  }),
  "hcp-packer-artifact": /* @__PURE__ */ defineData<HcpPackerArtifactOutputs>({
    type: "hcp-packer-artifact",
    since: "1.10.1",
    options: () =>
      z.strictObject(
        texts("bucket_name", "channel_name", "version_fingerprint", "platform", "region", "component_type"),
      ),
    required: ["bucket_name", "platform", "region"],
    rules: [
      atMostOne(["channel_name", "version_fingerprint"], ONE_VERSION),
      atLeastOne(["channel_name", "version_fingerprint"], SOME_VERSION),
    ],
    outputs: () =>
      z.strictObject({
        ...texts(
          "platform",
          "component_type",
          "created_at",
          "build_id",
          "version_id",
          "channel_id",
          "packer_run_uuid",
          "external_identifier",
          "region",
        ),
        labels: strings(),
      }),
  }),
  "hcp-packer-iteration": /* @__PURE__ */ defineData<HcpPackerIterationOutputs>({
    type: "hcp-packer-iteration",
    since: "1.7.5",
    options: () => z.strictObject(texts("bucket_name", "channel")),
    required: ["bucket_name", "channel"],
    rules: [superseded("hcp-packer-iteration", "hcp-packer-version")],
    outputs: () =>
      z.strictObject({
        ...texts("author_id", "bucket_name", "created_at", "fingerprint", "id", "updated_at", "channel_id"),
        complete: z.boolean(),
        incremental_version: z.number(),
      }),
  }),
  "hcp-packer-image": /* @__PURE__ */ defineData<HcpPackerImageOutputs>({
    type: "hcp-packer-image",
    since: "1.7.5",
    options: () =>
      z.strictObject(
        texts("bucket_name", "channel", "iteration_id", "cloud_provider", "region", "component_type"),
      ),
    required: ["bucket_name", "cloud_provider", "region"],
    rules: [
      superseded("hcp-packer-image", "hcp-packer-artifact"),
      atMostOne(["channel", "iteration_id"], ONE_ITERATION),
      atLeastOne(["channel", "iteration_id"], SOME_ITERATION),
    ],
    outputs: () =>
      z.strictObject({
        ...texts(
          "cloud_provider",
          "component_type",
          "created_at",
          "build_id",
          "iteration_id",
          "channel_id",
          "packer_run_uuid",
          "id",
          "region",
        ),
        labels: strings(),
      }),
  }),
});
