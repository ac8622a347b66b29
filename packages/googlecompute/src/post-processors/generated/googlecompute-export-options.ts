// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "@packwright/core";
import type { MachineType, OAuthScope, ZoneName } from "../../values/known.js";

/**
 * The options of the `googlecompute-export` post-processor.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/post-processor/googlecompute-export
 */
export interface GooglecomputeExportOptions {
  /**
   * A bearer token to authenticate with as it is: Packer does not renew it, and `scopes` do not apply to it.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   */
  readonly access_token?: Input<string, "build">;
  /**
   * Credentials under their old name: JSON when the text begins with `{`, otherwise the path of a JSON file.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret if inline JSON: use a sensitive variable.
   * @deprecated Use credentials_file or credentials_json.
   */
  readonly account_file?: Input<string, "build">;
  /**
   * The path of a JSON file with Google credentials, read by Packer when it validates; `~` is not expanded.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly credentials_file?: Input<string, "build">;
  /**
   * Google credentials as the text of their JSON file.
   *
   * Form: a JSON object whose type is one of the Google client's: service_account, authorized_user, external_account, external_account_authorized_user, impersonated_service_account or gdch_service_account.
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   */
  readonly credentials_json?: Input<string, "build">;
  /**
   * The e-mail address of a service account to act as, on the strength of the application default credentials; its tokens have `scopes`.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly impersonate_service_account?: Input<string, "build">;
  /**
   * The path in Vault that hands out access tokens, `gcp/token/…`; Packer's environment has to hold VAULT_ADDR and VAULT_TOKEN.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly vault_gcp_oauth_engine?: Input<string, "build">;
  /**
   * OAuth scopes of an impersonated account's tokens; the exporting machine always has four of its own.
   * @defaultValue `["https://www.googleapis.com/auth/cloud-platform"]`
   */
  readonly scopes?: Input<readonly OAuthScope[], "build">;
  /**
   * The size of the exporting machine's disk, which has to hold the whole image.
   *
   * A whole number.
   * In GB.
   * @defaultValue `200`
   */
  readonly disk_size?: Input<number, "build">;
  /**
   * The kind of the exporting machine's disk.
   * @defaultValue `"pd-ssd"`
   */
  readonly disk_type?: Input<string, "build">;
  /**
   * The machine type of the machine that exports.
   * @defaultValue `"n1-highcpu-4"`
   */
  readonly machine_type?: MachineType | ExprBase<string, "build">;
  /**
   * The image family of the machine that exports, looked up in Google's project compute-image-tools only.
   * @defaultValue `"debian-12-worker"`
   */
  readonly source_image_family?: Input<string, "build">;
  /**
   * The name or URL of the network to attach the exporting machine to.
   * @defaultValue `"default"`; empty if subnetwork is set
   */
  readonly network?: Input<string, "build">;
  /**
   * Where to write the image in Cloud Storage, each `gs://bucket/object.tar.gz`.
   *
   * Required.
   */
  readonly paths: Input<readonly string[], "build">;
  /** The URL of the subnetwork to attach the exporting machine to; a bare name is looked up without a region and not found. */
  readonly subnetwork?: Input<string, "build">;
  /**
   * The zone in which the exporting machine runs.
   * @defaultValue zone of the googlecompute build
   */
  readonly zone?: ZoneName | ExprBase<string, "build">;
  /** The service account that the exporting machine runs as; it has to be allowed to write to the buckets. */
  readonly service_account_email?: Input<string, "build">;
  /**
   * Whether the exporting machine does without an external address; its subnetwork then needs Private Google Access.
   * @defaultValue `false`
   */
  readonly omit_external_ip?: Input<boolean, "build">;
  /**
   * The domain of the Google Cloud universe to work in; it has to be that of the credentials.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string, "build">;
  /** Base URLs to use instead of Google's, by service, each with the slash at its end. */
  readonly custom_endpoints?: { readonly compute?: Input<string, "build">; readonly storage?: Input<string, "build">; readonly oslogin?: Input<string, "build">; readonly oauth2?: Input<string, "build"> } | ExprBase<Readonly<Record<string, string>>, "build">;
}
