import type { ExprBase, Input } from "../expressions/expr.js";

/** The options of the `null` data source. */
export interface NullDataOptions {
  /** The text that it hands out again. */
  readonly input: Input<string>;
}

/** What the `null` data source gives. */
export interface NullDataOutputs {
  /** Its input. */
  readonly output: string;
}

/** The methods of HTTP that the `http` data source knows. */
export type HttpMethod = "HEAD" | "GET" | "POST" | "PUT" | "DELETE" | "OPTIONS" | "PATCH";

/** The options of the `http` data source. */
export interface HttpOptions {
  /** What to ask for. */
  readonly url: Input<string>;
  /**
   * How to ask.
   * @defaultValue `"GET"`
   */
  readonly method?: HttpMethod | ExprBase<string>;
  /** Headers to send. */
  readonly request_headers?: Input<Readonly<Record<string, string>>>;
  /** The body to send. */
  readonly request_body?: Input<string>;
}

/** What the `http` data source gives. */
export interface HttpOutputs {
  readonly url: string;
  /** The body of the answer. */
  readonly body: string;
  /** The headers of the answer, whatever the name says. */
  readonly request_headers: Readonly<Record<string, string>>;
}

/** The options of the `hcp-packer-version` data source. */
export interface HcpPackerVersionOptions {
  readonly bucket_name: Input<string>;
  /** The channel whose version is meant. */
  readonly channel_name: Input<string>;
}

/** What the `hcp-packer-version` data source gives; the times are RFC 3339. */
export interface HcpPackerVersionOutputs {
  readonly author_id: string;
  readonly bucket_name: string;
  readonly status: string;
  readonly created_at: string;
  readonly fingerprint: string;
  readonly id: string;
  readonly name: string;
  readonly updated_at: string;
  readonly channel_id: string;
}

/** The options of the `hcp-packer-artifact` data source: one of `channel_name` and `version_fingerprint` among them. */
export interface HcpPackerArtifactOptions {
  readonly bucket_name: Input<string>;
  /** The channel whose version is meant. */
  readonly channel_name?: Input<string>;
  /** The fingerprint of the version that is meant. */
  readonly version_fingerprint?: Input<string>;
  /** Where the artifact lives: `"aws"`, `"gce"`, `"azure"` … */
  readonly platform: Input<string>;
  /** Its region, or what the platform calls one: a zone of Google's. */
  readonly region: Input<string>;
  /** Which builder made it, where several did: `"googlecompute.web"`. */
  readonly component_type?: Input<string>;
}

/** What the `hcp-packer-artifact` data source gives; the time is RFC 3339. */
export interface HcpPackerArtifactOutputs {
  readonly platform: string;
  readonly component_type: string;
  readonly created_at: string;
  readonly build_id: string;
  readonly version_id: string;
  readonly channel_id: string;
  readonly packer_run_uuid: string;
  /** What the platform calls the artifact: the name of an image, the ID of an AMI. */
  readonly external_identifier: string;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The options of the `hcp-packer-iteration` data source. */
export interface HcpPackerIterationOptions {
  readonly bucket_name: Input<string>;
  readonly channel: Input<string>;
}

/** What the `hcp-packer-iteration` data source gives. */
export interface HcpPackerIterationOutputs {
  readonly author_id: string;
  readonly bucket_name: string;
  readonly complete: boolean;
  readonly created_at: string;
  readonly fingerprint: string;
  readonly id: string;
  readonly incremental_version: number;
  readonly updated_at: string;
  readonly channel_id: string;
}

/** The options of the `hcp-packer-image` data source: one of `channel` and `iteration_id` among them. */
export interface HcpPackerImageOptions {
  readonly bucket_name: Input<string>;
  readonly channel?: Input<string>;
  readonly iteration_id?: Input<string>;
  readonly cloud_provider: Input<string>;
  readonly region: Input<string>;
  readonly component_type?: Input<string>;
}

/** What the `hcp-packer-image` data source gives. */
export interface HcpPackerImageOutputs {
  readonly cloud_provider: string;
  readonly component_type: string;
  readonly created_at: string;
  readonly build_id: string;
  readonly iteration_id: string;
  readonly channel_id: string;
  readonly packer_run_uuid: string;
  readonly id: string;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
}
