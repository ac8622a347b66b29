// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { ExprBase, Input } from "@packwright/core";
import type { ImageProject } from "../../values/known.js";

/**
 * The options of the `googlecompute-image` data source.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/image
 */
export interface GooglecomputeImageOptions {
  /**
   * The project whose images are searched, `debian-cloud` for example.
   *
   * Required.
   */
  readonly project_id: ImageProject | ExprBase<string>;
  /**
   * A filter as Compute Engine's list of images takes it, `family=debian-12 AND architecture=X86_64`.
   *
   * Required.
   */
  readonly filters: Input<string>;
  /**
   * Whether to take the newest image when several match, which is an error otherwise.
   * @defaultValue `false`
   */
  readonly most_recent?: Input<boolean>;
  /**
   * The domain of the Google Cloud universe to work in; it has to be that of the credentials.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string>;
  /** Base URLs to use instead of Google's, by service, each with the slash at its end. */
  readonly custom_endpoints?: { readonly compute?: Input<string> } | ExprBase<Readonly<Record<string, string>>>;
}

/**
 * What the `googlecompute-image` data source finds.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/image
 */
export interface GooglecomputeImageOutputs {
  /** Numeric id as text. */
  readonly id: string;
  readonly name: string;
  readonly creation_date: string;
  readonly labels: Readonly<Record<string, string>>;
}
