import { variable } from "@packwright/core";
import { describe, test } from "vitest";
import { z } from "zod";
import { powershell, type ExecutionPolicy } from "./powershell.js";
import { windowsShell } from "./windows-shell.js";

const secret = variable("secret", z.string(), { sensitive: true });
const level = variable("level", z.int());
declare const isElevated: boolean;
declare const policy: ExecutionPolicy;

describe("options of powershell", () => {
  test("take what Packer takes", () => {
    powershell({ inline: ["dir"], elevated_user: "SYSTEM", elevated_password: "" });
    powershell({
      inline: ["dir"],
      ...(isElevated && { elevated_user: "packer", elevated_password: secret }),
    });
    powershell({ inline: ["dir"], execution_policy: policy, debug_mode: 2 });
    powershell({ inline: ["dir"], execution_policy: secret, debug_mode: level });
    powershell({ inline: ["dir"], execution_policy: 0, debug_mode: "1" });
    powershell({ scripts: ["a.ps1"], valid_exit_codes: [0, 3010], pause_after: "30s", use_pwsh: true });
    powershell({ script: "a.ps1", override: { win: { elevated_user: "packer" } } });
  });

  test("are refused where Packer would refuse them", () => {
    // @ts-expect-error elevated_password without elevated_user
    powershell({ inline: ["dir"], elevated_password: secret });
    // @ts-expect-error inline and script
    powershell({ inline: ["dir"], script: "a.ps1" });
    // @ts-expect-error nothing to run
    powershell({ elevated_user: "packer", elevated_password: "p" });
    // @ts-expect-error an unknown policy
    powershell({ inline: ["dir"], execution_policy: "strict" });
    // @ts-expect-error a number of no policy
    powershell({ inline: ["dir"], execution_policy: 8 });
    // @ts-expect-error an unknown level
    powershell({ inline: ["dir"], debug_mode: 3 });
    // @ts-expect-error an entry without =
    powershell({ inline: ["dir"], environment_vars: ["TOKEN"] });
    // @ts-expect-error a duration without a unit
    powershell({ inline: ["dir"], start_retry_timeout: "5" });
    // @ts-expect-error an option of shell
    powershell({ inline: ["dir"], inline_shebang: "/bin/sh" });
  });
});

describe("options of windows-shell", () => {
  test("are refused where Packer would refuse them", () => {
    windowsShell({ inline: ["dir"] });
    // @ts-expect-error nothing to run
    windowsShell({});
    // @ts-expect-error inline and scripts
    windowsShell({ inline: ["dir"], scripts: ["a.bat"] });
    // @ts-expect-error an option of powershell
    windowsShell({ inline: ["dir"], elevated_user: "packer" });
    // @ts-expect-error an option of shell
    windowsShell({ inline: ["dir"], pause_after: "5s" });
    // @ts-expect-error only and except
    windowsShell({ inline: ["dir"], only: ["null.a"], except: ["null.a"] });
  });
});
