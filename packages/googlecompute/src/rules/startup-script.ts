import { about, type Rule } from "@packwright/core";
import { isObject } from "./values.js";
import { isWindows } from "./windows.js";

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

/** The plugin drops the file on Windows without a word. */
export const windowsStartupRule: Rule = about(["startup_script_file"], (context) => {
  if (!context.isSet("startup_script_file") || !isWindows(context)) return;
  context.report({
    summary: "startup_script_file does nothing on a Windows image",
    detail:
      "Use the metadata windows-startup-script-ps1 or sysprep-specialize-script-cmd; nothing waits for these.",
    option: "startup_script_file",
    severity: "warning",
    code: "plugin-bug",
  });
});
