import type { Expr, Scope, ScopeOf } from "../expr.js";
import type { Text, Value } from "../input-types.js";

/** Functions that encode and decode. */
export interface EncodingFunctions {
  /**
   * The text that Base64 holds.
   *
   * @example fn.base64decode("aGk=")   // HCL: base64decode("aGk=")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/base64decode
   */
  base64decode<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text as Base64.
   *
   * @example fn.base64encode(region)   // HCL: base64encode(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/base64encode
   */
  base64encode<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text compressed with gzip, as Base64. Packer 1.12 and later.
   *
   * @example fn.base64gzip(region)   // HCL: base64gzip(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/base64gzip
   */
  base64gzip<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * The rows of CSV as objects; its first row names their attributes.
   *
   * @example fn.csvdecode("a,b\n1,2\n")   // HCL: csvdecode("a,b\n1,2\n")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/csvdecode
   */
  csvdecode<S extends Scope = never>(str: Text<S>): Expr<readonly Readonly<Record<string, string>>[], S>;

  /**
   * The value that JSON says, of the type `T` that the caller knows.
   *
   * @example fn.jsondecode("{\"a\":1}")   // HCL: jsondecode("{\"a\":1}")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/jsondecode
   */
  jsondecode<T = unknown, S extends Scope = never>(str: Text<S>): Expr<T, S>;

  /**
   * A value as JSON on one line.
   *
   * @example fn.jsonencode({ a: region })   // HCL: jsonencode({ a = var.region })
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/jsonencode
   */
  jsonencode<const V extends Value = never>(val: V): Expr<string, ScopeOf<V>>;

  /**
   * Text in an encoding such as `UTF-16LE`, as Base64. Packer 1.11 and later.
   *
   * @example fn.textencodebase64(region, "UTF-16LE")   // HCL: textencodebase64(var.region, "UTF-16LE")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/textencodebase64
   */
  textencodebase64<S extends Scope = never>(string: Text<S>, encoding: Text<S>): Expr<string, S>;

  /**
   * The text that Base64 holds in an encoding such as `UTF-16LE`. Packer 1.11 and later.
   *
   * @example fn.textdecodebase64("aABpAA==", "UTF-16LE")   // HCL: textdecodebase64("aABpAA==", "UTF-16LE")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/textdecodebase64
   */
  textdecodebase64<S extends Scope = never>(source: Text<S>, encoding: Text<S>): Expr<string, S>;

  /**
   * Text for the query of a URL; a space becomes `+`.
   *
   * @example fn.urlencode("a b")   // HCL: urlencode("a b")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/urlencode
   */
  urlencode<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * The value that YAML says, of the type `T` that the caller knows.
   *
   * @example fn.yamldecode("a: 1")   // HCL: yamldecode("a: 1")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/yamldecode
   */
  yamldecode<T = unknown, S extends Scope = never>(src: Text<S>): Expr<T, S>;

  /**
   * A value as YAML, its keys in quotes.
   *
   * @example fn.yamlencode({ a: region })   // HCL: yamlencode({ a = var.region })
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/encoding/yamlencode
   */
  yamlencode<const V extends Value = never>(value: V): Expr<string, ScopeOf<V>>;
}
