import {
  atLeastOne,
  atMostOne,
  defineProvisioner,
  durationSchema,
  type AtLeastOne,
  type AtMostOne,
  type Duration,
  type ExprBase,
  type Input,
  type Keys,
  type Provisioner,
  type ProvisionerMeta,
  type WhenKnown,
} from "@packwright/core";
import { z } from "zod";

type Build = "build";

const ONE_RUN = "choose one of inline, script and scripts";
const SOME_RUN = "set inline, script or scripts";
const ONE_CHOICE = "only and except exclude each other";

/** Options of the `shell` provisioner. */
export interface ShellOptions {
  /** Commands, run one after the other in one script. */
  readonly inline?: Input<readonly string[], Build>;
  /** A script on the machine that Packer runs on; it is uploaded and run. */
  readonly script?: Input<string, Build>;
  /** Several scripts, run in the order given. */
  readonly scripts?: Input<readonly string[], Build>;
  /** Environment variables of the scripts. */
  readonly env?: Input<Readonly<Record<string, string>>, Build>;
  /** The same as a list of `NAME=value`. */
  readonly environment_vars?:
    readonly (`${string}=${string}` | ExprBase<string, Build>)[] | ExprBase<readonly string[], Build>;
  /** The command that runs the script. */
  readonly execute_command?: Input<string, Build>;
  /** Exit codes that count as success. */
  readonly valid_exit_codes?: Input<readonly number[], Build>;
  readonly pause_after?: Duration | ExprBase<string, Build>;
}

type ShellKey = keyof ShellOptions | keyof ProvisionerMeta<string, string, ShellOptions>;
type ShellRules<K> = WhenKnown<
  ShellKey,
  K,
  AtMostOne<K, "inline" | "script" | "scripts", typeof ONE_RUN> &
    AtLeastOne<K, "inline" | "script" | "scripts", typeof SOME_RUN> &
    AtMostOne<K, "only" | "except", typeof ONE_CHOICE>
>;

export type Shell = <
  const L extends string = never,
  const N extends string = never,
  K extends ShellKey = never,
>(
  options: ShellOptions & ProvisionerMeta<L, N, ShellOptions> & Keys<K> & ShellRules<K>,
) => Provisioner<L, N>;

export const shell: Shell = /* @__PURE__ */ defineProvisioner({
  type: "shell",
  options: () =>
    z.strictObject({
      inline: z.array(z.string()),
      script: z.string(),
      scripts: z.array(z.string()),
      env: z.record(z.string(), z.string()),
      environment_vars: z.array(z.string()),
      execute_command: z.string(),
      valid_exit_codes: z.array(z.int()),
      pause_after: durationSchema(),
    }),
  rules: [
    atMostOne(["inline", "script", "scripts"], ONE_RUN),
    atLeastOne(["inline", "script", "scripts"], SOME_RUN),
  ],
});
