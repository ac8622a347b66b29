import { about, type Rule } from "@packwright/core";
import { isObject } from "./values.js";

/**
 * The plugin waits for a startup script to report that it is done, which only Packer's wrapper does; a script in the
 * metadata is waited for and, unless asked for, not wrapped.
 */
export const startupScriptRule: Rule = about(["metadata"], (context) => {
  const metadata = context.literal("metadata");
  const wrap = context.options["wrap_startup_script"];
  if (!isObject(metadata) || (wrap !== undefined && wrap !== null)) return;
  if (metadata["startup-script"] === undefined || context.isSet("startup_script_file")) return;
  context.report({
    summary: "the build waits for ever for a startup script in metadata: set wrap_startup_script",
    detail:
      "With true, Packer wraps the script and waits until it is done; with false, it does not wait. startup_script_file is wrapped without being asked to.",
    option: ["metadata", "startup-script"],
    severity: "warning",
    code: "plugin-bug",
  });
});
