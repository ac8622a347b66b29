import { text } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { shellLocal } from "./shell-local.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("shell-local", () => {
  it("writes its options in the order given", () => {
    const step = shellLocal({
      script: "publish.sh",
      environment_vars: ["CHANNEL=beta"],
      execute_command: ["{{.Vars}} {{.Script}}"],
      only_on: ["linux"],
      keep_input_artifact: true,
    });
    expect(hclOf(step)).toBe(`post-processor "shell-local" {
  script              = "publish.sh"
  environment_vars    = ["CHANNEL=beta"]
  execute_command     = ["{{.Vars}} {{.Script}}"]
  only_on             = ["linux"]
  keep_input_artifact = true
}
`);
    expect(problemsOf(step)).toEqual([]);
  });

  it("takes the values of a build", () => {
    expect(hclOf(({ build }) => shellLocal({ inline: [text`echo ${build.ID}`] }))).toBe(
      `post-processor "shell-local" {
  inline = ["echo \${build.ID}"]
}
`,
    );
  });

  it("runs one of inline, script, scripts and command", () => {
    // @ts-expect-error inline and script together
    expect(problemsOf(shellLocal({ inline: ["true"], script: "x.sh" }))).toEqual([
      "error shell-local.script: choose one of inline, script, scripts and the deprecated command",
    ]);
    // @ts-expect-error none of them
    expect(problemsOf(shellLocal({ only_on: ["linux"] }))).toEqual([
      "error shell-local: there is nothing to run: set inline, script or scripts",
    ]);
  });

  it("has none of the options of provisioners", () => {
    // @ts-expect-error pause_before is for provisioners
    expect(problemsOf(shellLocal({ inline: ["true"], pause_before: "5s" }))).toEqual([
      "error shell-local.pause_before: there is no option pause_before",
    ]);
  });
});
