import {
  defineProvisioner,
  durationSchema,
  type Duration,
  type ExprBase,
  type Input,
  type Infer,
  type MetaRules,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "@packwright/core";
import { z } from "zod";

/** Options of the `windows-restart` provisioner. */
export interface WindowsRestartOptions {
  /**
   * The command that restarts the machine.
   * @defaultValue `"shutdown /r /f /t 0 /c \"packer restart\""`
   */
  readonly restart_command?: Input<string, "build">;
  /**
   * The command that is tried until it succeeds, which tells that the machine is back.
   * @defaultValue a PowerShell command that prints the name of the machine
   */
  readonly restart_check_command?: Input<string, "build">;
  /**
   * How long the machine has to come back.
   * @defaultValue `"5m"`
   */
  readonly restart_timeout?: Duration | ExprBase<string, "build">;
  /**
   * Wait too until `registry_keys` say that no restart is pending.
   * @defaultValue `false`
   */
  readonly check_registry?: Input<boolean, "build">;
  /**
   * The keys of the registry whose presence tells that a restart is pending.
   * @defaultValue those of Windows' Component Based Servicing
   */
  readonly registry_keys?: Input<readonly string[], "build">;
}

/** The type of {@link windowsRestart}. */
export type WindowsRestart = <const O = WindowsRestartOptions>(
  options?: WindowsRestartOptions &
    ProvisionerMeta<WindowsRestartOptions> &
    Infer<O> &
    NoInfer<MetaRules<O, WindowsRestartOptions>>,
) => ProvisionerOf<O>;

/**
 * Restarts the Windows machine that is built, and waits until it is back.
 *
 * @example
 * windowsRestart({ restart_timeout: "15m" })
 * // provisioner "windows-restart" {
 * //   restart_timeout = "15m"
 * // }
 * @see https://developer.hashicorp.com/packer/docs/provisioners/windows-restart
 */
export const windowsRestart: WindowsRestart = /* @__PURE__ */ defineProvisioner({
  type: "windows-restart",
  options: () =>
    z.strictObject({
      restart_command: z.string(),
      restart_check_command: z.string(),
      restart_timeout: durationSchema(),
      check_registry: z.boolean(),
      registry_keys: z.array(z.string()),
    }),
  fields: {},
});
