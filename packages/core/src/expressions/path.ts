import { traversal } from "@packwright/hcl";
import type { Expr } from "./expr.js";
import { createExpr } from "./expr-value.js";
import { STRING } from "./value-type.js";

function known(root: string, name: string): Expr<string> {
  return createExpr({ node: traversal(root, name), type: STRING, uses: [], problems: [], inBuild: false });
}

/**
 * Where Packer runs, with `/` between folders.
 *
 * @example
 * text`${path.root}/startup.sh`   // HCL: "${path.root}/startup.sh"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/path-variables
 */
export const path: {
  /** The folder of the template, as it was given to Packer: it may be relative to {@link path.cwd}. */
  readonly root: Expr<string>;
  /** The folder from which Packer was started. */
  readonly cwd: Expr<string>;
} = /* @__PURE__ */ Object.freeze({ root: known("path", "root"), cwd: known("path", "cwd") });

/**
 * The version of the Packer that reads the template: `1.16.0`.
 *
 * @example
 * local("built_with", text`Packer ${packerVersion}`)   // HCL: "Packer ${packer.version}"
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 */
export const packerVersion: Expr<string> = /* @__PURE__ */ known("packer", "version");
