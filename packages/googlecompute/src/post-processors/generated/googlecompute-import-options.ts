// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "@packwright/core";
import type { OAuthScope, StorageLocation } from "../../values/known.js";

/**
 * The options of the `googlecompute-import` post-processor.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/post-processor/googlecompute-import
 */
export interface GooglecomputeImportOptions {
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
   * OAuth scopes of an impersonated account's tokens, here of the one that uploads and imports.
   * @defaultValue `["https://www.googleapis.com/auth/cloud-platform"]`
   */
  readonly scopes?: Input<readonly OAuthScope[], "build">;
  /**
   * The project that the image is made in.
   *
   * Required.
   */
  readonly project_id: Input<string, "build">;
  /**
   * The name of the bucket in Cloud Storage that the archive is uploaded to, without `gs://`.
   *
   * Required.
   */
  readonly bucket: Input<string, "build">;
  /**
   * The name of the uploaded object, a Go template filled in when the step runs.
   * @defaultValue `"packer-import-{{timestamp}}.tar.gz"`
   */
  readonly gcs_object_name?: Input<string, "build">;
  /**
   * The processor architecture that the image is marked with.
   * @defaultValue `"ARCHITECTURE_UNSPECIFIED"`
   */
  readonly image_architecture?: "ARM64" | "X86_64" | "arm64" | "x86_64" | ExprBase<string, "build">;
  /** A description of the imported image, for people. */
  readonly image_description?: Input<string, "build">;
  /**
   * The family that the image joins; whoever asks for the family gets its newest image.
   *
   * Form: 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.
   */
  readonly image_family?: Input<string, "build">;
  /** Features of the operating system to mark the image with. */
  readonly image_guest_os_features?: Input<readonly ("MULTI_IP_SUBNET" | "UEFI_COMPATIBLE" | "VIRTIO_SCSI_MULTIQUEUE" | "GVNIC" | "WINDOWS" | "IDPF" | "SEV_CAPABLE" | "SEV_SNP_CAPABLE" | "SEV_LIVE_MIGRATABLE_V2" | "TDX_CAPABLE" | "SUSPEND_RESUME_COMPATIBLE" | (string & {}))[], "build">;
  /**
   * Labels of the image, for searching and billing.
   *
   * Keys: 1 to 63 lower-case letters, digits, underscores and dashes, beginning with a letter.
   * Values: at most 63 lower-case letters, digits, underscores and dashes.
   */
  readonly image_labels?: Input<Readonly<Record<string, string>>, "build">;
  /**
   * The name of the image, which no other image of its project may have.
   *
   * Form: 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.
   * Required.
   */
  readonly image_name: Input<string, "build">;
  /** The regions or multi-regions to keep the imported image in; Google takes one. */
  readonly image_storage_locations?: Input<readonly StorageLocation[], "build">;
  /**
   * Whether the uploaded object stays in the bucket when the image is there.
   * @defaultValue `false`
   */
  readonly skip_clean?: Input<boolean, "build">;
  /** The path of the certificate that is the platform key for Secure Boot. */
  readonly image_platform_key?: Input<string, "build">;
  /** Paths of the certificates that are key exchange keys for Secure Boot. */
  readonly image_key_exchange_key?: Input<readonly string[], "build">;
  /** Paths of certificates whose signatures Secure Boot accepts from machines made of the image. */
  readonly image_signatures_db?: Input<readonly string[], "build">;
  /** Paths of certificates whose signatures Secure Boot refuses. */
  readonly image_forbidden_signatures_db?: Input<readonly string[], "build">;
  /**
   * A universe for the import, which the plugin accepts and never uses.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string, "build">;
  /** Base URLs for the import, which the plugin accepts and never uses. */
  readonly custom_endpoints?: { readonly compute?: Input<string, "build">; readonly storage?: Input<string, "build"> } | ExprBase<Readonly<Record<string, string>>, "build">;
}
