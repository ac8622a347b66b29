import type { Expr, Scope, ScopeOf } from "../expr.js";
import type { Mapping, Text } from "../input-types.js";

/** Functions of files and their paths. */
export interface FileFunctions {
  /**
   * A path from the root of the file system, of one relative to where Packer runs.
   *
   * @example fn.abspath("a/../b")   // HCL: abspath("a/../b")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/abspath
   */
  abspath<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * The last part of a path.
   *
   * @example fn.basename("/a/b.sh")   // HCL: basename("/a/b.sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/basename
   */
  basename<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * A path without its last part.
   *
   * @example fn.dirname("/a/b.sh")   // HCL: dirname("/a/b.sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/dirname
   */
  dirname<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * The text of a file, relative to the template's folder.
   *
   * @example fn.file("setup.sh")   // HCL: file("setup.sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/file
   */
  file<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * The bytes of a file as Base64, relative to where Packer runs. Packer 1.13 and later.
   *
   * @example fn.filebase64("key.p12")   // HCL: filebase64("key.p12")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/filebase64
   */
  filebase64<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * Whether there is a file, relative to the template's folder.
   *
   * @example fn.fileexists("setup.sh")   // HCL: fileexists("setup.sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/fileexists
   */
  fileexists<S extends Scope = never>(path: Text<S>): Expr<boolean, S>;

  /**
   * The files of a folder whose paths match a pattern, `**` for folders in folders, relative to that
   * folder.
   *
   * @example fn.fileset("scripts", "*.sh")   // HCL: fileset("scripts", "*.sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/fileset
   */
  fileset<S extends Scope = never>(path: Text<S>, pattern: Text<S>): Expr<readonly string[], S>;

  /**
   * A path with the home folder in the place of its `~`.
   *
   * @example fn.pathexpand("~/.ssh/id_rsa")   // HCL: pathexpand("~/.ssh/id_rsa")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/pathexpand
   */
  pathexpand<S extends Scope = never>(path: Text<S>): Expr<string, S>;

  /**
   * The text of a file that is a template of HCL, with the values of its variables; the path is relative to
   * the template's folder. Packer 1.7.1 and later.
   *
   * @example fn.templatefile("motd.tpl", { region })   // HCL: templatefile("motd.tpl", { region = var.region })
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/file/templatefile
   */
  templatefile<const M extends Mapping = never, S extends Scope = never>(
    path: Text<S>,
    vars: M,
  ): Expr<string, S | ScopeOf<M>>;
}
