import { traversal } from "@packwright/hcl";
import type { Expr } from "../expressions/expr.js";
import { createExpr } from "../expressions/expr-value.js";
import { NUMBER, STRING, type ValueType } from "../expressions/value-type.js";

type InBuild<T> = Expr<T, "build">;

/**
 * What Packer knows while it builds; it has a value only in the steps of a build.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/contextual-variables
 */
export interface BuildContext {
  readonly build: {
    /** The name of the build block, `""` when it has none. */
    readonly name: InBuild<string>;
    /** The builder's name for the machine. */
    readonly ID: InBuild<string>;
    /** The address that the communicator connects to. */
    readonly Host: InBuild<string>;
    readonly Port: InBuild<number>;
    readonly User: InBuild<string>;
    readonly Password: InBuild<string>;
    /** `ssh` or `winrm`. */
    readonly ConnType: InBuild<string>;
    /** One and the same for all builds of a run. */
    readonly PackerRunUUID: InBuild<string>;
    readonly PackerHTTPIP: InBuild<string>;
    readonly PackerHTTPPort: InBuild<string>;
    readonly PackerHTTPAddr: InBuild<string>;
    readonly SSHPublicKey: InBuild<string>;
    readonly SSHPrivateKey: InBuild<string>;
    readonly WinRMPassword: InBuild<string>;
  };
  readonly source: {
    /** The local name of the source that is built. */
    readonly name: InBuild<string>;
    readonly type: InBuild<string>;
  };
}

function known<T>(root: string, name: string, type: ValueType): InBuild<T> {
  return createExpr({ node: traversal(root, name), type, uses: [], problems: [], inBuild: true });
}

/**
 * A value that a builder adds to Packer's `build`, for the package of its plugin to export.
 *
 * @example
 * const sourceImageName = buildVariable("SourceImageName");   // HCL: build.SourceImageName
 */
export function buildVariable(name: string): InBuild<string> {
  return known("build", name, STRING);
}

/** The context that every step function is called with. */
export const BUILD_CONTEXT: BuildContext = /* @__PURE__ */ Object.freeze({
  build: /* @__PURE__ */ Object.freeze({
    name: buildVariable("name"),
    ID: buildVariable("ID"),
    Host: buildVariable("Host"),
    Port: known<number>("build", "Port", NUMBER),
    User: buildVariable("User"),
    Password: buildVariable("Password"),
    ConnType: buildVariable("ConnType"),
    PackerRunUUID: buildVariable("PackerRunUUID"),
    PackerHTTPIP: buildVariable("PackerHTTPIP"),
    PackerHTTPPort: buildVariable("PackerHTTPPort"),
    PackerHTTPAddr: buildVariable("PackerHTTPAddr"),
    SSHPublicKey: buildVariable("SSHPublicKey"),
    SSHPrivateKey: buildVariable("SSHPrivateKey"),
    WinRMPassword: buildVariable("WinRMPassword"),
  }),
  source: /* @__PURE__ */ Object.freeze({
    name: known<string>("source", "name", STRING),
    type: known<string>("source", "type", STRING),
  }),
});
