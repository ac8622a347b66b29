import type { Expanded } from "./expand.js";
import type { Expr, Scope } from "../expr.js";
import type { Num, Text } from "../input-types.js";

/** Functions of networks. */
export interface NetworkFunctions {
  /**
   * The address with a number in a network.
   *
   * @example fn.cidrhost("10.0.0.0/8", 2)   // HCL: cidrhost("10.0.0.0/8", 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/ipnet/cidrhost
   */
  cidrhost<S extends Scope = never>(prefix: Text<S>, hostnum: Num<S>): Expr<string, S>;

  /**
   * The mask of a network of IPv4.
   *
   * @example fn.cidrnetmask("10.0.0.0/8")   // HCL: cidrnetmask("10.0.0.0/8")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/ipnet/cidrnetmask
   */
  cidrnetmask<S extends Scope = never>(prefix: Text<S>): Expr<string, S>;

  /**
   * A network inside of another, by how many bits longer its prefix is, and its number.
   *
   * @example fn.cidrsubnet("10.0.0.0/8", 8, 2)   // HCL: cidrsubnet("10.0.0.0/8", 8, 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/ipnet/cidrsubnet
   */
  cidrsubnet<S extends Scope = never>(prefix: Text<S>, newbits: Num<S>, netnum: Num<S>): Expr<string, S>;

  /**
   * Networks that follow each other inside of another, by how many bits longer each prefix is.
   *
   * @example fn.cidrsubnets("10.0.0.0/8", 4, 8)   // HCL: cidrsubnets("10.0.0.0/8", 4, 8)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/ipnet/cidrsubnets
   */
  cidrsubnets<S extends Scope = never>(
    prefix: Text<S>,
    ...newbits: readonly (Num<S> | Expanded<number, S>)[]
  ): Expr<readonly string[], S>;
}
