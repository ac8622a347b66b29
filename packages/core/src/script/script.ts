import { z } from "zod";
import type { ExprBase, Input } from "../expressions/expr.js";
import type { OptionsSchema } from "../plugin/component.js";
import type { Duration } from "../plugin/duration.js";
import type { Mentioned, OnlyOne, SomeOf } from "../plugin/given.js";
import { missingFiles, type FileRule } from "../plugin/files.js";
import { durationSchema } from "../plugin/meta.js";
import { atLeastOne, atMostOne, type Rule } from "../plugin/rule.js";
import { environmentRule, type EnvironmentRules } from "./environment.js";

/** What Packer's components that run scripts have in common: the options, their schemas, and their rules. */

export const ONE_SCRIPT = "choose one of inline, script and scripts";
export const SOME_SCRIPT = "there is nothing to run: set inline, script or scripts";

/** Options of every component of Packer's that runs scripts. */
export interface ScriptOptions {
  /** Commands, run one after the other in one script. */
  readonly inline?: Input<readonly string[], "build">;
  /** A script on the machine that Packer runs on, its path relative to the folder that Packer is started in. */
  readonly script?: Input<string, "build">;
  /** Several such scripts, run in the order given. */
  readonly scripts?: Input<readonly string[], "build">;
  /**
   * Exit codes that count as success, whole numbers.
   * @defaultValue `[0]`
   */
  readonly valid_exit_codes?: Input<readonly number[], "build">;
  /** Environment variables of the scripts; they win over `environment_vars`. */
  readonly env?: Input<Readonly<Record<string, string>>, "build">;
  /** Environment variables of the scripts as a list of `NAME=value`. */
  readonly environment_vars?: Input<readonly string[], "build">;
}

/** Options of those that run their scripts on the machine that is built. */
export interface RemoteScriptOptions {
  /**
   * Upload the script as it is, instead of with the line ends of Unix.
   * @defaultValue `false`
   */
  readonly binary?: Input<boolean, "build">;
  /**
   * How long starting a script is tried again, for machines that are still rebooting.
   * @defaultValue `"5m"`
   */
  readonly start_retry_timeout?: Duration | ExprBase<string, "build">;
}

/** The rules of all these options over the type `O` of the literal: exactly one way to say what runs. */
export type ScriptRules<O> = (IsUsual<keyof O> extends true
  ? unknown
  : OnlyOne<O, Script, typeof ONE_SCRIPT> &
      ("environment_vars" extends Mentioned<O> ? EnvironmentRules<O> : unknown)) &
  SomeOf<O, "inline", Script, typeof SOME_SCRIPT>;

/** Whether the options named `K` are such that only the value of one of them can be wrong, as in most of a program. */
type IsUsual<K> =
  Named<K> extends "inline"
    ? true
    : Named<K> extends "script"
      ? true
      : Named<K> extends "scripts"
        ? true
        : false;

type Named<K> = K & (Script | "environment_vars");

type Script = "inline" | "script" | "scripts";

/** The schemas of {@link ScriptOptions}. */
export function scriptShape(): OptionsSchema["shape"] {
  return {
    inline: z.array(z.string()),
    script: z.string(),
    scripts: z.array(z.string()),
    valid_exit_codes: z.array(z.int()),
    env: z.record(z.string(), z.string()),
    environment_vars: z.array(z.string()),
    env_var_format: z.string(),
  };
}

/** The schemas of {@link RemoteScriptOptions}, and of what such components have with other defaults. */
export function remoteScriptShape(): OptionsSchema["shape"] {
  return {
    ...scriptShape(),
    binary: z.boolean(),
    remote_path: z.string(),
    execute_command: z.string(),
    start_retry_timeout: durationSchema(),
  };
}

/** The same rules when the program runs. */
export const scriptRules: readonly Rule[] = /* @__PURE__ */ Object.freeze([
  atMostOne(["inline", "script", "scripts"], ONE_SCRIPT),
  atLeastOne(["inline", "script", "scripts"], SOME_SCRIPT),
  environmentRule,
]);

/** Scripts are there when Packer validates. */
export const scriptFileRules: readonly FileRule[] = /* @__PURE__ */ Object.freeze([
  missingFiles(["script", "scripts"]),
]);
