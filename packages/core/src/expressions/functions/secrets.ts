import type { Expr, Scope } from "../expr.js";
import type { Text } from "../input-types.js";

/** Functions that ask for secrets, over the network, also when Packer validates. */
export interface SecretFunctions {
  /**
   * The value of a key in a secret of AWS Secrets Manager; with null, of the only one.
   *
   * @example fn.aws_secretsmanager("database", "password")   // HCL: aws_secretsmanager("database", "password")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/contextual/aws_secretsmanager
   */
  aws_secretsmanager<S extends Scope = never>(name: Text<S>, key: Text<S> | null): Expr<string, S>;

  /**
   * A secret of AWS Secrets Manager as it is stored. Packer 1.12 and later.
   *
   * @example fn.aws_secretsmanager_raw("database")   // HCL: aws_secretsmanager_raw("database")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/contextual/aws_secretsmanager
   */
  aws_secretsmanager_raw<S extends Scope = never>(name: Text<S>): Expr<string, S>;

  /**
   * The value of a key in Consul, of the server that the environment names.
   *
   * @example fn.consul_key("images/base")   // HCL: consul_key("images/base")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/contextual/consul
   */
  consul_key<S extends Scope = never>(key: Text<S>): Expr<string, S>;

  /**
   * The value of a key in a secret of Vault, of the server that the environment names.
   *
   * @example fn.vault("secret/data/db", "password")   // HCL: vault("secret/data/db", "password")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/contextual/vault
   */
  vault<S extends Scope = never>(path: Text<S>, key: Text<S>): Expr<string, S>;
}
