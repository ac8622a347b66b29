import { definePlugin, type Plugin } from "@packwright/core";
import { googlecomputeSource, type GooglecomputeSource } from "./source/googlecompute.js";

/** The components of the googlecompute plugin. */
export interface GooglecomputeNamespace {
  readonly source: GooglecomputeSource;
}

/**
 * The googlecompute plugin, for {@link plugins}; with a version constraint, `googlecompute({ version: ">= 1.1.1" })`.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute
 */
export const googlecompute: Plugin<GooglecomputeNamespace> = /* @__PURE__ */ definePlugin({
  name: "googlecompute",
  source: "github.com/hashicorp/googlecompute",
  bindings: ">= 1.2.8",
  components: (plugin) => ({ source: googlecomputeSource(plugin) }),
});

/** The plugin's builders, without a constraint on its version of the user's own. */
export const source: GooglecomputeSource = /* @__PURE__ */ (() => googlecompute.namespace.source)();
