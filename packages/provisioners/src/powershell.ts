import {
  BUILD_FIELDS,
  defineProvisioner,
  durationSchema,
  lines,
  remoteScriptShape,
  requires,
  scriptFileRules,
  scriptRules,
  wholeNumberSchema,
  type Duration,
  type ExprBase,
  type Input,
  type Infer,
  type MetaRules,
  type Needs,
  type ProvisionerMeta,
  type ProvisionerOf,
  type RemoteScriptOptions,
  type ScriptOptions,
  type ScriptRules,
} from "@packwright/core";
import { z } from "zod";

const NEEDS_USER = "elevated_password needs elevated_user";

const POLICIES = [
  "bypass",
  "allsigned",
  "default",
  "remotesigned",
  "restricted",
  "undefined",
  "unrestricted",
  "none",
] as const;

/** An execution policy of PowerShell; `none` starts PowerShell without naming one. */
export type ExecutionPolicy = (typeof POLICIES)[number];

/** Options of the `powershell` provisioner. */
export interface PowershellOptions extends ScriptOptions, RemoteScriptOptions {
  /**
   * The command that runs the script, with the fields `{{ .Path }}` and `{{ .Vars }}`, the path of a file that sets
   * the environment variables.
   * @defaultValue for inline commands `"powershell -executionpolicy bypass -file {{.Path}}"`, for script files a
   * longer one that reads `{{.Vars}}` first; the policy is `execution_policy`
   */
  readonly execute_command?: Input<string, "build">;
  /**
   * The command that runs the script as `elevated_user`, with the same fields.
   * @defaultValue that of `execute_command`
   */
  readonly elevated_execute_command?: Input<string, "build">;
  /**
   * How one environment variable is written into the file that sets them, in the form of Go's `fmt` with a `%s` for
   * its name and one for its value.
   * @defaultValue `"$env:%s=\"%s\"; "`
   */
  readonly env_var_format?: Input<string, "build">;
  /**
   * The same for scripts that run as `elevated_user`.
   * @defaultValue `"$env:%s=\"%s\"; "`
   */
  readonly elevated_env_var_format?: Input<string, "build">;
  /**
   * The path on the machine that the script is uploaded to.
   * @defaultValue `c:/Windows/Temp/script-` and a UUID, `.ps1`
   */
  readonly remote_path?: Input<string, "build">;
  /**
   * The path on the machine of the file that sets the environment variables.
   * @defaultValue `c:/Windows/Temp/packer-ps-env-vars-` and a UUID, `.ps1`
   */
  readonly remote_env_var_path?: Input<string, "build">;
  /** The user that scripts run as with elevated rights, in a scheduled task. */
  readonly elevated_user?: Input<string, "build">;
  /** The password of `elevated_user`; use a sensitive variable. `""` is right for accounts of services. */
  readonly elevated_password?: Input<string, "build">;
  /**
   * The execution policy that PowerShell runs scripts with, by its name or its number from 0 (`bypass`) to 7 (`none`).
   * @defaultValue `"bypass"`
   */
  readonly execution_policy?:
    ExecutionPolicy | Input<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7, "build"> | ExprBase<string, "build">;
  /**
   * How much PowerShell traces: 0 nothing, 1 each line, 2 assignments and calls too.
   * @defaultValue `0`
   */
  readonly debug_mode?: Input<0 | 1 | 2, "build"> | ExprBase<number, "build">;
  /**
   * Run `pwsh.exe`, PowerShell 6 and later, instead of `powershell.exe`.
   * @defaultValue `false`
   */
  readonly use_pwsh?: Input<boolean, "build">;
  /**
   * Leave the uploaded scripts on the machine; those that ran as `elevated_user` are always removed.
   * @defaultValue `false`
   */
  readonly skip_clean?: Input<boolean, "build">;
  /**
   * Wait this long after it has run.
   * @defaultValue `"0s"`
   */
  readonly pause_after?: Duration | ExprBase<string, "build">;
}

/** The type of {@link powershell}. */
export type Powershell = <const O = PowershellOptions>(
  options: PowershellOptions &
    ProvisionerMeta<PowershellOptions> &
    Infer<O> &
    NoInfer<
      ScriptRules<O> &
        Needs<O, "elevated_password", "elevated_user", typeof NEEDS_USER> &
        MetaRules<O, PowershellOptions>
    >,
) => ProvisionerOf<O>;

function isPolicy(value: unknown): boolean {
  if (typeof value === "string")
    return value === "" || /^[0-7]$/.test(value) || POLICIES.some((one) => one === value);
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 7;
}

/**
 * Runs commands or scripts with PowerShell on the Windows machine that is built.
 *
 * Exactly one of `inline`, `script` and `scripts` says what runs.
 *
 * @example
 * powershell({ script: "setup.ps1", elevated_user: "packer", elevated_password: password })
 * // provisioner "powershell" {
 * //   script            = "setup.ps1"
 * //   elevated_user     = "packer"
 * //   elevated_password = var.password
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/powershell
 */
export const powershell: Powershell & { readonly lines: typeof lines } = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ defineProvisioner({
    type: "powershell",
    sensitive: { elevated_password: "password" },
    options: () =>
      z.strictObject({
        ...remoteScriptShape(),
        elevated_execute_command: z.string(),
        elevated_env_var_format: z.string(),
        remote_env_var_path: z.string(),
        elevated_user: z.string(),
        elevated_password: z.string(),
        execution_policy: z.unknown().refine(isPolicy, {
          error: `has to be one of ${POLICIES.join(", ")}, or their number from 0 to 7`,
        }),
        debug_mode: wholeNumberSchema({ min: 0, max: 2 }),
        use_pwsh: z.boolean(),
        skip_clean: z.boolean(),
        pause_after: durationSchema(),
      }),
    fields: {
      execute_command: [...BUILD_FIELDS, "Path", "Vars"],
      elevated_execute_command: [...BUILD_FIELDS, "Path", "Vars"],
    },
    fileRules: scriptFileRules,
    rules: [...scriptRules, requires("elevated_password", ["elevated_user"], NEEDS_USER)],
  }),
  { lines },
);
