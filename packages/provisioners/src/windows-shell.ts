import {
  defineProvisioner,
  lines,
  remoteScriptShape,
  scriptFileRules,
  scriptRules,
  type Input,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
  type RemoteScriptOptions,
  type ScriptOptions,
  type ScriptRules,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `windows-shell` provisioner. */
export interface WindowsShellOptions extends ScriptOptions, RemoteScriptOptions {
  /**
   * The command that runs the script, with the fields `{{ .Path }}` and `{{ .Vars }}` and no others.
   * @defaultValue `"{{.Vars}}\"{{.Path}}\""`
   */
  readonly execute_command?: Input<string, "build">;
  /**
   * How one environment variable is written into the command, in the form of Go's `fmt` with a `%s` for its name and
   * one for its value.
   * @defaultValue `"set \"%s=%s\" && "`
   */
  readonly env_var_format?: Input<string, "build">;
  /**
   * The path on the machine that the script is uploaded to.
   * @defaultValue `"c:/Windows/Temp/script.bat"`
   */
  readonly remote_path?: Input<string, "build">;
}

/** The type of {@link windowsShell}. */
export type WindowsShell = <const O = WindowsShellOptions>(
  options: WindowsShellOptions &
    ProvisionerMeta<WindowsShellOptions> &
    Infer<O> &
    NoInfer<ScriptRules<O> & MetaRules<O, WindowsShellOptions>>,
) => ProvisionerOf<O>;

/**
 * Runs commands or scripts with `cmd` on the Windows machine that is built.
 *
 * Exactly one of `inline`, `script` and `scripts` says what runs.
 *
 * @example
 * windowsShell({ inline: ["dir c:\\"] })
 * // provisioner "windows-shell" {
 * //   inline = ["dir c:\\"]
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/windows-shell
 */
export const windowsShell: WindowsShell & { readonly lines: typeof lines } = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ defineProvisioner({
    type: "windows-shell",
    options: () => z.strictObject(remoteScriptShape()),
    fields: { execute_command: ["Path", "Vars"] },
    rules: scriptRules,
    fileRules: scriptFileRules,
  }),
  { lines },
);
