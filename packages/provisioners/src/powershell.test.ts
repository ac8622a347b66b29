import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { powershell } from "./powershell.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("powershell", () => {
  it("writes all of its options in the order given", () => {
    const password = variable("password", z.string(), { sensitive: true });
    const step = powershell({
      scripts: ["a.ps1", "b.ps1"],
      valid_exit_codes: [0, 3010],
      env: { STAGE: "build" },
      environment_vars: ["A=1"],
      env_var_format: '$env:%s="%s"; ',
      elevated_env_var_format: '$env:%s="%s"; ',
      binary: false,
      remote_path: "c:/Windows/Temp/run.ps1",
      remote_env_var_path: "c:/Windows/Temp/env.ps1",
      execute_command: "powershell -file {{.Path}}",
      elevated_execute_command: "powershell -file {{.Path}}",
      elevated_user: "packer",
      elevated_password: password,
      execution_policy: "remotesigned",
      debug_mode: 1,
      use_pwsh: true,
      skip_clean: true,
      start_retry_timeout: "15m",
      pause_after: "30s",
    });
    expect(hclOf(step)).toBe(`provisioner "powershell" {
  scripts          = ["a.ps1", "b.ps1"]
  valid_exit_codes = [0, 3010]
  env = {
    STAGE = "build"
  }
  environment_vars         = ["A=1"]
  env_var_format           = "$env:%s=\\"%s\\"; "
  elevated_env_var_format  = "$env:%s=\\"%s\\"; "
  binary                   = false
  remote_path              = "c:/Windows/Temp/run.ps1"
  remote_env_var_path      = "c:/Windows/Temp/env.ps1"
  execute_command          = "powershell -file {{.Path}}"
  elevated_execute_command = "powershell -file {{.Path}}"
  elevated_user            = "packer"
  elevated_password        = var.password
  execution_policy         = "remotesigned"
  debug_mode               = 1
  use_pwsh                 = true
  skip_clean               = true
  start_retry_timeout      = "15m"
  pause_after              = "30s"
}
`);
  });

  it("runs inline commands or script files, one of them", () => {
    // @ts-expect-error inline and scripts together
    expect(problemsOf(powershell({ inline: ["dir"], scripts: ["x.ps1"] }))).toEqual([
      "error powershell.scripts: choose one of inline, script and scripts",
    ]);
    // @ts-expect-error none of them
    expect(problemsOf(powershell({ env: { A: "1" } }))).toEqual([
      "error powershell: there is nothing to run: set inline, script or scripts",
    ]);
  });

  it("needs a user for the password", () => {
    // @ts-expect-error elevated_password without elevated_user
    expect(problemsOf(powershell({ inline: ["dir"], elevated_password: "p" }))).toEqual([
      "error powershell.elevated_password: elevated_password needs elevated_user",
    ]);
    expect(
      problemsOf(powershell({ inline: ["dir"], elevated_user: "SYSTEM", elevated_password: "" })),
    ).toEqual([]);
  });

  it("knows execution policies by name and by number", () => {
    expect(problemsOf(powershell({ inline: ["dir"], execution_policy: 7 }))).toEqual([]);
    expect(problemsOf(powershell({ inline: ["dir"], execution_policy: "7" }))).toEqual([]);
    const step = powershell({
      inline: ["dir"],
      // @ts-expect-error no policy of PowerShell's
      execution_policy: "whatever",
      // @ts-expect-error a level of trace that there is not
      debug_mode: 3,
    });
    expect(problemsOf(step)).toEqual([
      "error powershell.execution_policy: execution_policy has to be one of bypass, allsigned, default, remotesigned, restricted, undefined, unrestricted, none, or their number from 0 to 7",
      "error powershell.debug_mode: debug_mode has to be from 0 to 2",
    ]);
  });

  it("knows the fields of both commands", () => {
    const step = powershell({
      inline: ["dir"],
      execute_command: "{{.Vars}} {{.Path}} {{.EnvVarFile}}",
      elevated_execute_command: "{{.Vars}} {{.Path}} {{.EnvVarFile}}",
    });
    expect(problemsOf(step)).toEqual([
      "warning powershell.execute_command: execute_command uses {{ .EnvVarFile }}, which powershell does not fill in there",
      "warning powershell.elevated_execute_command: elevated_execute_command uses {{ .EnvVarFile }}, which powershell does not fill in there",
    ]);
  });
});
