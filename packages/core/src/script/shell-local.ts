import { z } from "zod";
import type { ExprBase, Input } from "../expressions/expr.js";
import type { OptionsSchema } from "../plugin/component.js";
import type { Bars, OnlyOne, SomeOf } from "../plugin/given.js";
import type { FileRule } from "../plugin/files.js";
import { BUILD_FIELDS } from "../plugin/go-template.js";
import { atLeastOne, atMostOne, excludes, type Rule } from "../plugin/rule.js";
import { environmentRule, type EnvironmentRules } from "./environment.js";
import { scriptFileRules, scriptShape, type ScriptOptions } from "./script.js";

/** `shell-local`, which Packer has as a provisioner and as a post-processor with the same options. */

const ONE_SCRIPT = "choose one of inline, script, scripts and the deprecated command";
const SOME_SCRIPT = "there is nothing to run: set inline, script or scripts";
const NO_INLINE = "use_linux_pathing runs script files only: set script or scripts instead";

const SYSTEMS = ["darwin", "freebsd", "linux", "openbsd", "solaris", "windows"] as const;

/** An operating system, as Go calls it. */
export type OperatingSystem = (typeof SYSTEMS)[number];

/** Options of `shell-local`. */
export interface ShellLocalOptions extends ScriptOptions {
  /**
   * One command.
   * @deprecated use `inline: [command]`
   */
  readonly command?: Input<string, "build">;
  /**
   * The program that runs the script and its arguments, an item each, with the fields `{{ .Vars }}` and `{{ .Script }}`.
   * @defaultValue `["/bin/sh", "-c", "{{.Vars}} {{.Script}}"]`, on Windows `["cmd", "/V", "/C", "{{.Vars}}", "call", "{{.Script}}"]`
   */
  readonly execute_command?: Input<readonly string[], "build">;
  /**
   * How one environment variable is written into the command, in the form of Go's `fmt` with a `%s` for its name and one for its value.
   * @defaultValue `"%s='%s' "`, on Windows `"set %s=%s && "`
   */
  readonly env_var_format?: Input<string, "build">;
  /**
   * The program and arguments on the `#!` line of inline scripts; not on Windows.
   * @defaultValue `"/bin/sh -e"`
   */
  readonly inline_shebang?: Input<string, "build">;
  /** Run only where Packer runs on one of these operating systems, and skip the step elsewhere. */
  readonly only_on?:
    readonly (OperatingSystem | ExprBase<string, "build">)[] | ExprBase<readonly string[], "build">;
  /**
   * The ending of the file that inline commands are written to, with or without a dot.
   * @defaultValue none, on Windows `".cmd"`
   */
  readonly tempfile_extension?: Input<string, "build">;
  /**
   * Hand the script's path on as the Windows Subsystem for Linux sees it, `/mnt/c/…`.
   * @defaultValue `false`
   */
  readonly use_linux_pathing?: Input<boolean, "build">;
}

/** The rules of `shell-local` over the type `O` of the literal. */
export type ShellLocalRules<O> = OnlyOne<O, "inline" | "script" | "scripts" | "command", typeof ONE_SCRIPT> &
  SomeOf<O, "inline", "inline" | "script" | "scripts" | "command", typeof SOME_SCRIPT> &
  Bars<O, "use_linux_pathing", "inline" | "command", typeof NO_INLINE> &
  EnvironmentRules<O>;

/** All that there is to know about `shell-local` but its kind. */
export const shellLocalDefinition: {
  readonly type: "shell-local";
  readonly options: () => OptionsSchema;
  readonly deprecated: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly Rule[];
  readonly fileRules: readonly FileRule[];
} = /* @__PURE__ */ Object.freeze({
  type: "shell-local",
  options: () =>
    z.strictObject({
      ...scriptShape(),
      command: z.string(),
      execute_command: z.array(z.string()),
      inline_shebang: z.string(),
      only_on: z.array(z.enum(SYSTEMS)),
      tempfile_extension: z.string(),
      use_linux_pathing: z.boolean(),
    }),
  deprecated: { command: "Use inline, a list of commands." },
  fileRules: scriptFileRules,
  fields: { execute_command: [...BUILD_FIELDS, "Vars", "Script", "Command"] },
  rules: [
    atMostOne(["inline", "script", "scripts", "command"], ONE_SCRIPT),
    atLeastOne(["inline", "script", "scripts", "command"], SOME_SCRIPT),
    excludes("use_linux_pathing", ["inline", "command"], NO_INLINE),
    environmentRule,
  ],
});
