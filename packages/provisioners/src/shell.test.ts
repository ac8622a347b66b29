import { text, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { shell } from "./shell.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("shell", () => {
  it("writes all of its options in the order given", () => {
    const token = variable("token", z.string(), { sensitive: true });
    const step = shell({
      inline: ["sudo apt-get update", text`echo ${token}`],
      valid_exit_codes: [0, "2"],
      env: { A: "1", "odd-name": token },
      environment_vars: ["B=2", text`C=${token}`],
      env_var_format: "%s='%s' ",
      binary: true,
      remote_path: "/tmp/run.sh",
      remote_folder: "/tmp",
      remote_file: "run.sh",
      execute_command: "sudo -E sh {{ .Path }}",
      start_retry_timeout: "10m",
      use_env_var_file: true,
      inline_shebang: "/bin/bash -eu",
      skip_clean: true,
      expect_disconnect: true,
      pause_after: "1m30s",
      name: "prepare",
      only: ["null.here"],
      override: { here: { inline: ["true"], valid_exit_codes: [] } },
      timeout: "1h",
      max_retries: 3,
      continue_on_error: true,
    });
    expect(hclOf(step)).toBe(`provisioner "shell" {
  inline           = ["sudo apt-get update", "echo \${var.token}"]
  valid_exit_codes = [0, "2"]
  env = {
    A        = "1"
    odd-name = var.token
  }
  environment_vars    = ["B=2", "C=\${var.token}"]
  env_var_format      = "%s='%s' "
  binary              = true
  remote_path         = "/tmp/run.sh"
  remote_folder       = "/tmp"
  remote_file         = "run.sh"
  execute_command     = "sudo -E sh {{ .Path }}"
  start_retry_timeout = "10m"
  use_env_var_file    = true
  inline_shebang      = "/bin/bash -eu"
  skip_clean          = true
  expect_disconnect   = true
  pause_after         = "1m30s"
  name                = "prepare"
  only                = ["null.here"]
  override = {
    here = {
      inline           = ["true"]
      valid_exit_codes = []
    }
  }
  timeout           = "1h"
  max_retries       = 3
  continue_on_error = true
}
`);
  });

  it("takes the values of a build in its own options", () => {
    expect(hclOf(({ build }) => shell({ inline: [text`echo ${build.ID}`] }))).toBe(`provisioner "shell" {
  inline = ["echo \${build.ID}"]
}
`);
  });

  it("leaves the shell's own ${} as it is", () => {
    expect(hclOf(shell({ inline: ["echo ${HOME} $(id -u)"] }))).toBe(`provisioner "shell" {
  inline = ["echo $\${HOME} $(id -u)"]
}
`);
  });

  it("runs inline commands or script files, one of them, not several", () => {
    // @ts-expect-error inline and script together
    expect(problemsOf(shell({ inline: ["true"], script: "x.sh", scripts: ["y.sh"] }))).toEqual([
      "error shell.script: choose one of inline, script and scripts",
      "error shell.scripts: choose one of inline, script and scripts",
    ]);
  });

  it("has something to run", () => {
    const nothing = ["error shell: there is nothing to run: set inline, script or scripts"];
    // @ts-expect-error none of inline, script, scripts
    expect(problemsOf(shell({}))).toEqual(nothing);
    // @ts-expect-error an empty list, which Packer takes for none
    expect(problemsOf(shell({ inline: [] }))).toEqual(nothing);
    // @ts-expect-error an empty list of scripts
    expect(problemsOf(shell({ scripts: [] }))).toEqual(nothing);
    // @ts-expect-error an empty path
    expect(problemsOf(shell({ script: "" }))).toEqual(nothing);
    const none: readonly string[] = [];
    expect(problemsOf(shell({ inline: none }))).toEqual(nothing);
  });

  it("reads environment variables as NAME=value", () => {
    const entries: string[] = ["A=1", "B=", "TOKEN", "=x", "C=a=b"];
    expect(problemsOf(shell({ inline: ["true"], environment_vars: entries }))).toEqual([
      'error shell.environment_vars.2: environment_vars has "TOKEN": write each environment variable as NAME=value',
      'error shell.environment_vars.3: environment_vars has "=x": write each environment variable as NAME=value',
    ]);
  });

  it("tells every problem at once, with its place", () => {
    const step = shell({
      inline: ["true"],
      // @ts-expect-error a duration without a unit
      pause_after: "5",
      // @ts-expect-error a whole number
      valid_exit_codes: [0, 1.5, "zero"],
      // @ts-expect-error values are text
      env: { A: [] },
    });
    expect(problemsOf(step)).toEqual([
      'error shell.pause_after: pause_after has to be a duration with a unit, such as "90s" or "1h30m"',
      "error shell.valid_exit_codes.1: valid_exit_codes.1 has to be a whole number",
      "error shell.valid_exit_codes.2: valid_exit_codes.2 has to be a number, not a string",
      "error shell.env.A: env.A has to be a string, not a list",
    ]);
  });

  it("knows the fields of execute_command, and says so of another", () => {
    const known = "{{ .Vars }} {{.EnvVarFile}} {{ .Path }} {{ .ID }} {{ build_name }}";
    expect(problemsOf(shell({ inline: ["true"], execute_command: known }))).toEqual([]);
    expect(problemsOf(shell({ inline: ["true"], execute_command: "{{ .Script }}" }))).toEqual([
      "warning shell.execute_command: execute_command uses {{ .Script }}, which shell does not fill in there",
    ]);
  });

  it("says of {{ }} in other options that Packer reads them", () => {
    const word = variable("word", z.string());
    const step = shell({
      inline: ["docker ps --format '{{ .Names }}'", "echo {{ hostname }}", "{{`{{`}} .x }}"],
      env: { A: "{{ user `x` }}", B: "{{ isotime }}", C: "{{ .ID }}" },
      remote_folder: text`/tmp/${word}/{{ .Host }}`,
      remote_file: text`{{ .${word} }}`,
      inline_shebang: "{{ .Open",
    });
    expect(problemsOf(step)).toEqual([
      "warning shell.inline.0: inline.0 uses {{ .Names }}, which shell does not fill in there",
      "error shell.inline.1: inline.1 calls {{ hostname }}, and Packer has no such function",
      "warning shell.env.A: env.A calls {{ user }}, which works in legacy JSON only",
      "warning shell.env.C: env.C uses {{ .ID }}, which shell does not fill in there",
      "warning shell.remote_folder: remote_folder uses {{ .Host }}, which shell does not fill in there",
      "error shell.inline_shebang: inline_shebang has a {{ without its }}, or a quote in it without its end",
    ]);
  });
});

describe("what all provisioners have", () => {
  it("runs for some sources or for all but some, not both", () => {
    // @ts-expect-error only and except together
    const step = shell({ inline: ["true"], only: ["null.here"], except: ["null.here"] });
    expect(problemsOf(step)).toEqual([
      "error shell.except: only and except exclude each other: keep one of them",
    ]);
  });

  it("tells that Packer ignores timeout beside pause_before", () => {
    expect(problemsOf(shell({ inline: ["true"], pause_before: "1s", timeout: "5m" }))).toEqual([
      "warning shell.timeout: Packer ignores timeout beside pause_before: keep one of them",
    ]);
  });

  it("checks what override changes like the options themselves", () => {
    // @ts-expect-error an option that shell does not have
    const misspelt = shell({ inline: ["true"], override: { here: { execute_comand: "sh {{ .Path }}" } } });
    expect(problemsOf(misspelt)).toEqual([
      "error shell.override.here.execute_comand: there is no option execute_comand",
    ]);
    const wrong = shell({
      inline: ["true"],
      override: {
        here: {
          // @ts-expect-error inline is a list
          inline: "true",
          // @ts-expect-error a duration without a unit
          pause_after: "5",
        },
      },
    });
    expect(problemsOf(wrong)).toEqual([
      "error shell.override.here.inline: override.here.inline has to be a list of strings, not a string",
      'error shell.override.here.pause_after: override.here.pause_after has to be a duration with a unit, such as "90s" or "1h30m"',
    ]);
  });

  it("has no options of Packer's own in override", () => {
    // @ts-expect-error pause_before is none of shell's own options
    const step = shell({ inline: ["true"], override: { here: { pause_before: "5s" } } });
    expect(problemsOf(step)).toEqual([
      "error shell.override.here.pause_before: there is no option pause_before",
    ]);
  });

  it("applies the rules to the options that a source has in the end", () => {
    const two = shell({
      inline: ["true"],
      override: { here: { script: "x.sh", execute_command: "{{ .X }}" } },
    });
    expect(problemsOf(two)).toEqual([
      "warning shell.override.here.execute_command: execute_command uses {{ .X }}, which shell does not fill in there",
      "error shell.override.here.script: choose one of inline, script and scripts",
    ]);
    expect(
      problemsOf(shell({ inline: ["true"], override: { here: { inline: [], script: "x.sh" } } })),
    ).toEqual([]);
  });

  it("names sources that the build has", () => {
    // @ts-expect-error the build has no source null.there
    expect(problemsOf(shell({ inline: ["true"], only: ["null.there"] }))).toEqual([
      'error shell.only.0: only names "null.there", and this build has no such source',
    ]);
    // @ts-expect-error the build has no source there
    expect(problemsOf(shell({ inline: ["true"], override: { there: { inline: ["x"] } } }))).toEqual([
      'error shell.override.there: override names "there", and this build has no such source',
    ]);
  });
});

describe("the lines of a script", () => {
  it("are written as the shell reads them", () => {
    const inline = shell.lines`
      set -eu
      echo "\${HOME} $PATH" \
        > /etc/motd
    `;
    expect(hclOf(shell({ inline }))).toBe(`provisioner "shell" {
  inline = ["set -eu", "echo \\"$\${HOME} $PATH\\" \\\\", "  > /etc/motd"]
}
`);
  });
});
