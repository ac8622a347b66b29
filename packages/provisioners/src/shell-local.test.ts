/* eslint-disable @typescript-eslint/no-deprecated -- deprecated options are tested too */
import { describe, expect, it } from "vitest";
import { shellLocal } from "./shell-local.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("shell-local", () => {
  it("writes all of its options in the order given", () => {
    const step = shellLocal({
      scripts: ["keys.sh"],
      valid_exit_codes: [0],
      env: { A: "1" },
      environment_vars: ["B=2"],
      env_var_format: "%s='%s' ",
      execute_command: ["/bin/bash", "-c", "{{.Vars}} {{.Script}}"],
      inline_shebang: "/bin/bash -e",
      only_on: ["linux", "darwin"],
      tempfile_extension: ".sh",
      use_linux_pathing: true,
    });
    expect(hclOf(step)).toBe(`provisioner "shell-local" {
  scripts          = ["keys.sh"]
  valid_exit_codes = [0]
  env = {
    A = "1"
  }
  environment_vars   = ["B=2"]
  env_var_format     = "%s='%s' "
  execute_command    = ["/bin/bash", "-c", "{{.Vars}} {{.Script}}"]
  inline_shebang     = "/bin/bash -e"
  only_on            = ["linux", "darwin"]
  tempfile_extension = ".sh"
  use_linux_pathing  = true
}
`);
  });

  it("runs one of inline, script, scripts and command", () => {
    const one = "choose one of inline, script, scripts and the deprecated command";
    // @ts-expect-error inline and command together
    expect(problemsOf(shellLocal({ inline: ["true"], command: "true" }))).toEqual([
      "warning shell-local.command: command is deprecated",
      `error shell-local.command: ${one}`,
    ]);
    // @ts-expect-error none of them
    expect(problemsOf(shellLocal({}))).toEqual([
      "error shell-local: there is nothing to run: set inline, script or scripts",
    ]);
  });

  it("runs on operating systems that Go knows", () => {
    // @ts-expect-error no operating system of Packer's
    expect(problemsOf(shellLocal({ inline: ["true"], only_on: ["linux", "beos"] }))).toEqual([
      'error shell-local.only_on.1: only_on.1 has to be one of "darwin", "freebsd", "linux", "openbsd", "solaris", "windows"',
    ]);
  });

  it("has a list for a command, unlike the provisioners on the machine", () => {
    // @ts-expect-error a string for a list
    expect(problemsOf(shellLocal({ inline: ["true"], execute_command: "sh {{.Script}}" }))).toEqual([
      "error shell-local.execute_command: execute_command has to be a list of strings, not a string",
    ]);
  });

  it("runs files only where paths are those of the Subsystem for Linux", () => {
    // @ts-expect-error inline commands with use_linux_pathing
    expect(problemsOf(shellLocal({ inline: ["true"], use_linux_pathing: true }))).toEqual([
      "error shell-local.inline: use_linux_pathing runs script files only: set script or scripts instead",
    ]);
  });

  it("has no options for the machine that is built", () => {
    // @ts-expect-error an option of shell
    expect(problemsOf(shellLocal({ inline: ["true"], remote_path: "/tmp/x" }))).toEqual([
      "error shell-local.remote_path: there is no option remote_path",
    ]);
  });
});
