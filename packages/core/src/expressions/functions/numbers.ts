import type { Expanded } from "./expand.js";
import type { Expr, Scope } from "../expr.js";
import type { Many, Num, Text } from "../input-types.js";

/** Functions of numbers. */
export interface NumberFunctions {
  /**
   * The number without its sign.
   *
   * @example fn.abs(-5)   // HCL: abs(-5)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/abs
   */
  abs<S extends Scope = never>(num: Num<S>): Expr<number, S>;

  /**
   * The next whole number that is not less.
   *
   * @example fn.ceil(1.2)   // HCL: ceil(1.2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/ceil
   */
  ceil<S extends Scope = never>(num: Num<S>): Expr<number, S>;

  /**
   * The next whole number that is not greater.
   *
   * @example fn.floor(1.8)   // HCL: floor(1.8)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/floor
   */
  floor<S extends Scope = never>(num: Num<S>): Expr<number, S>;

  /**
   * The sign of a number: -1, 0 or 1.
   *
   * @example fn.signum(size)   // HCL: signum(var.size)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/signum
   */
  signum<S extends Scope = never>(num: Num<S>): Expr<number, S>;

  /**
   * The logarithm of a number to a base.
   *
   * @example fn.log(16, 2)   // HCL: log(16, 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/log
   */
  log<S extends Scope = never>(num: Num<S>, base: Num<S>): Expr<number, S>;

  /**
   * A number raised to a power.
   *
   * @example fn.pow(2, 10)   // HCL: pow(2, 10)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/pow
   */
  pow<S extends Scope = never>(num: Num<S>, power: Num<S>): Expr<number, S>;

  /**
   * The greatest of some numbers; {@link expand} passes those of a list.
   *
   * @example fn.max(20, size)   // HCL: max(20, var.size)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/max
   */
  max<S extends Scope = never>(
    first: Num<S> | Expanded<number, S>,
    ...more: readonly (Num<S> | Expanded<number, S>)[]
  ): Expr<number, S>;

  /**
   * The least of some numbers; {@link expand} passes those of a list.
   *
   * @example fn.min(expand(sizes))   // HCL: min(var.sizes...)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/min
   */
  min<S extends Scope = never>(
    first: Num<S> | Expanded<number, S>,
    ...more: readonly (Num<S> | Expanded<number, S>)[]
  ): Expr<number, S>;

  /**
   * The whole number that text of digits in a base says; other text is an error of Packer's.
   *
   * @example fn.parseint("ff", 16)   // HCL: parseint("ff", 16)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/parseint
   */
  parseint<S extends Scope = never>(number: Text<S>, base: Num<S>): Expr<number, S>;

  /**
   * The sum of the numbers in a list, which has one at least. Packer 1.13 and later.
   *
   * @example fn.sum(sizes)   // HCL: sum(var.sizes)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/numeric/sum
   */
  sum<S extends Scope = never>(list: Many<number, S>): Expr<number, S>;
}
