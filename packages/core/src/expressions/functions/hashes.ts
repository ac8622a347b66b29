import type { Expr, Scope } from "../expr.js";
import type { Num, Text } from "../input-types.js";

/** Functions of hashes, keys and unique names. */
export interface HashFunctions {
  /**
   * The bcrypt hash of text, another one with every evaluation; its cost is 10 unless given.
   *
   * @example fn.bcrypt("secret", 12)   // HCL: bcrypt("secret", 12)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/bcrypt
   */
  bcrypt<S extends Scope = never>(str: Text<S>, cost?: Num<S>): Expr<string, S>;

  /**
   * The MD5 hash of text in hexadecimal digits.
   *
   * @example fn.md5(region)   // HCL: md5(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/md5
   */
  md5<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text decrypted with RSA, of Base64 and a private key as PEM.
   *
   * @example fn.rsadecrypt(secret, fn.file("key.pem"))   // HCL: rsadecrypt(var.secret, file("key.pem"))
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/rsadecrypt
   */
  rsadecrypt<S extends Scope = never>(ciphertext: Text<S>, privatekey: Text<S>): Expr<string, S>;

  /**
   * The SHA-1 hash of text in hexadecimal digits.
   *
   * @example fn.sha1(region)   // HCL: sha1(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/sha1
   */
  sha1<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * The SHA-256 hash of text in hexadecimal digits.
   *
   * @example fn.sha256(region)   // HCL: sha256(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/sha256
   */
  sha256<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * The SHA-512 hash of text in hexadecimal digits.
   *
   * @example fn.sha512(region)   // HCL: sha512(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/crypto/sha512
   */
  sha512<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * A random UUID, another one with every evaluation.
   *
   * @example fn.uuidv4()   // HCL: uuidv4()
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/uuid/uuidv4
   */
  uuidv4(): Expr<string>;

  /**
   * The UUID of a name in a namespace: `dns`, `url`, `oid`, `x500` or a UUID.
   *
   * @example fn.uuidv5("dns", "example.com")   // HCL: uuidv5("dns", "example.com")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/uuid/uuidv5
   */
  uuidv5<S extends Scope = never>(namespace: Text<S>, name: Text<S>): Expr<string, S>;
}
