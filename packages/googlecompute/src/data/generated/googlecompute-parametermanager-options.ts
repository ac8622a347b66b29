// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { Input } from "@packwright/core";

/**
 * The options of the `googlecompute-parametermanager` data source.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/parametermanager
 */
export interface GooglecomputeParametermanagerOptions {
  /**
   * The project that keeps the parameter.
   *
   * Required.
   */
  readonly project_id: Input<string>;
  /**
   * The location of the parameter, a region or `global`.
   * @defaultValue `"global"`
   */
  readonly location?: Input<string>;
  /**
   * The name of the parameter in Parameter Manager, without its project and location.
   *
   * Required.
   */
  readonly name: Input<string>;
  /**
   * The name of the parameter's version.
   *
   * Required.
   */
  readonly version: Input<string>;
  /** The key of one text at the top of a JSON or YAML parameter; `value` then holds it. */
  readonly key?: Input<string>;
}

/**
 * What the `googlecompute-parametermanager` data source finds.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/data-source/parametermanager
 */
export interface GooglecomputeParametermanagerOutputs {
  /** A secret. */
  readonly payload: string;
  /** Empty string without key. A secret. */
  readonly value: string;
}
