// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "@packwright/core";

/**
 * The options of the `googlecompute-secretsmanager` data source.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/secretsmanager
 */
export interface GooglecomputeSecretsmanagerOptions {
  /**
   * The project that keeps the secret.
   *
   * Required.
   */
  readonly project_id: Input<string>;
  /**
   * The name of the secret in Secret Manager, without its project.
   *
   * Required.
   */
  readonly name: Input<string>;
  /** The key of one text in a secret whose payload is a JSON object; `value` then holds it. */
  readonly key?: Input<string>;
  /**
   * The version of the secret, a number or an alias.
   * @defaultValue `"latest"`
   */
  readonly version?: Input<string>;
  /**
   * The domain of the Google Cloud universe to work in; it has to be that of the credentials.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string>;
  /** The address to reach Secret Manager at instead of Google's. */
  readonly custom_endpoints?: { readonly secretmanager?: Input<string> } | ExprBase<Readonly<Record<string, string>>>;
}

/**
 * What the `googlecompute-secretsmanager` data source finds.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/secretsmanager
 */
export interface GooglecomputeSecretsmanagerOutputs {
  /** A secret. */
  readonly payload: string;
  /** Empty string without key. A secret. */
  readonly value: string;
  /** Crc32c of the payload as given by the service, 0 if absent. */
  readonly checksum: number;
}
