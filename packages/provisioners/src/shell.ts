import {
  BUILD_FIELDS,
  defineProvisioner,
  durationSchema,
  lines,
  remoteScriptShape,
  scriptFileRules,
  scriptRules,
  type Duration,
  type ExprBase,
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

/** Options of the `shell` provisioner. */
export interface ShellOptions extends ScriptOptions, RemoteScriptOptions {
  /**
   * The command that runs the script, with the fields `{{ .Path }}`, `{{ .Vars }}` and `{{ .EnvVarFile }}`.
   * @defaultValue `"chmod +x {{.Path}}; {{.Vars}} {{.Path}}"`, with `use_env_var_file`
   * `"chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}"`
   */
  readonly execute_command?: Input<string, "build">;
  /**
   * How one environment variable is written into the command, in the form of Go's `fmt` with a `%s` for its name and
   * one for its value.
   * @defaultValue `"%s='%s' "`, with `use_env_var_file` `"export %s='%s'\n"`
   */
  readonly env_var_format?: Input<string, "build">;
  /**
   * Upload the environment variables as a file and read them from there, instead of in the command.
   * @defaultValue `false`
   */
  readonly use_env_var_file?: Input<boolean, "build">;
  /**
   * The program and arguments on the `#!` line of inline scripts.
   * @defaultValue `"/bin/sh -e"`
   */
  readonly inline_shebang?: Input<string, "build">;
  /**
   * The folder on the machine that scripts are uploaded to.
   * @defaultValue `"/tmp"`
   */
  readonly remote_folder?: Input<string, "build">;
  /**
   * The name of the uploaded script in `remote_folder`.
   * @defaultValue `script_` and a random number, `.sh`
   */
  readonly remote_file?: Input<string, "build">;
  /**
   * The whole path of the uploaded script, in place of `remote_folder` and `remote_file`.
   * @defaultValue `remote_folder` and `remote_file`
   */
  readonly remote_path?: Input<string, "build">;
  /**
   * Leave the uploaded scripts on the machine.
   * @defaultValue `false`
   */
  readonly skip_clean?: Input<boolean, "build">;
  /**
   * Take it for success when the connection breaks, as it does when a script reboots the machine.
   * @defaultValue `false`
   */
  readonly expect_disconnect?: Input<boolean, "build">;
  /**
   * Wait this long after it has run.
   * @defaultValue `"0s"`
   */
  readonly pause_after?: Duration | ExprBase<string, "build">;
}

/** The type of {@link shell}. */
export type Shell = <const O = ShellOptions>(
  options: ShellOptions &
    ProvisionerMeta<ShellOptions> &
    Infer<O> &
    NoInfer<ScriptRules<O> & MetaRules<O, ShellOptions>>,
) => ProvisionerOf<O>;

/**
 * Runs commands or scripts in the shell of the machine that is built.
 *
 * Exactly one of `inline`, `script` and `scripts` says what runs.
 *
 * @example
 * shell({ inline: ["sudo apt-get update"], env: { DEBIAN_FRONTEND: "noninteractive" } })
 * // provisioner "shell" {
 * //   inline = ["sudo apt-get update"]
 * //   env = {
 * //     DEBIAN_FRONTEND = "noninteractive"
 * //   }
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/shell
 */
export const shell: Shell & { readonly lines: typeof lines } = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ defineProvisioner({
    type: "shell",
    options: () =>
      z.strictObject({
        ...remoteScriptShape(),
        use_env_var_file: z.boolean(),
        inline_shebang: z.string(),
        remote_folder: z.string(),
        remote_file: z.string(),
        skip_clean: z.boolean(),
        expect_disconnect: z.boolean(),
        pause_after: durationSchema(),
      }),
    fields: { execute_command: [...BUILD_FIELDS, "Path", "Vars", "EnvVarFile"] },
    rules: scriptRules,
    fileRules: scriptFileRules,
  }),
  { lines },
);
