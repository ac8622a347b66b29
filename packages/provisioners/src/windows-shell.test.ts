import { describe, expect, it } from "vitest";
import { hclOf, problemsOf } from "./step.test-support.js";
import { windowsShell } from "./windows-shell.js";

describe("windows-shell", () => {
  it("writes all of its options in the order given", () => {
    const step = windowsShell({
      inline: ["dir c:\\"],
      valid_exit_codes: [0],
      env: { A: "1" },
      environment_vars: ["B=2"],
      env_var_format: 'set "%s=%s" && ',
      binary: true,
      remote_path: "c:/Windows/Temp/run.bat",
      execute_command: '{{ .Vars }}"{{ .Path }}"',
      start_retry_timeout: "5m",
    });
    expect(hclOf(step)).toBe(`provisioner "windows-shell" {
  inline           = ["dir c:\\\\"]
  valid_exit_codes = [0]
  env = {
    A = "1"
  }
  environment_vars    = ["B=2"]
  env_var_format      = "set \\"%s=%s\\" && "
  binary              = true
  remote_path         = "c:/Windows/Temp/run.bat"
  execute_command     = "{{ .Vars }}\\"{{ .Path }}\\""
  start_retry_timeout = "5m"
}
`);
  });

  it("runs inline commands or script files, one of them", () => {
    // @ts-expect-error script and scripts together
    expect(problemsOf(windowsShell({ script: "a.bat", scripts: ["b.bat"] }))).toEqual([
      "error windows-shell.scripts: choose one of inline, script and scripts",
    ]);
    // @ts-expect-error none of them
    expect(problemsOf(windowsShell({ binary: true }))).toEqual([
      "error windows-shell: there is nothing to run: set inline, script or scripts",
    ]);
  });

  it("fills in two fields of its command, and nothing of the build", () => {
    expect(problemsOf(windowsShell({ inline: ["dir"], execute_command: "{{ .Vars }} {{ .Host }}" }))).toEqual(
      [
        "warning windows-shell.execute_command: execute_command uses {{ .Host }}, which windows-shell does not fill in there",
      ],
    );
  });
});
