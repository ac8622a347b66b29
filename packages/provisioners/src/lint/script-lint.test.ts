import { build, source, template, type Provisioner } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { shell } from "../shell.js";
import { shellLocal } from "../shell-local.js";
import { scriptLint } from "./script-lint.js";

const image = source
  .null("here", { communicator: "none" })
  .provision(
    shell({ inline: ["#!/bin/bash", "apt-get install nginx"] }),
    shell({ inline: ["cloud-init status --wait", "apt-get install -y nginx"] }),
    shellLocal({ inline: ["true\r"] }),
  );

describe("scriptLint", () => {
  it("says nothing of a template that does not switch it on", () => {
    expect(template([image]).check()).toEqual([]);
  });

  it("tells what each of its rules finds, with a code of its own", () => {
    const found = template([image], { rules: Object.values(scriptLint) }).check();
    expect(found.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
      "warning packwright/apt-get-yes build[0].provisioner[0].shell.inline.1",
      "warning packwright/cloud-init build[0].provisioner[0].shell.inline.1",
      "warning packwright/shebang build[0].provisioner[0].shell.inline.0",
      "warning packwright/crlf build[0].provisioner[2].shell-local.inline.0",
    ]);
  });

  it("is switched on rule by rule", () => {
    const found = template([image], { rules: [scriptLint.crlf] }).check();
    expect(found.map(({ code }) => code)).toEqual(["packwright/crlf"]);
  });

  it("knows that a step before has waited for cloud-init", () => {
    const [one, two] = [
      source.null("one", { communicator: "none" }),
      source.null("two", { communicator: "none" }),
    ];
    const install = shell({ inline: ["apt-get install -y nginx"] });
    const wait = shell({ inline: ["cloud-init status --wait"] });
    const told = (...steps: readonly Provisioner<"null.one">[]): readonly string[] =>
      template([build([one, two]).provision(...steps)], { rules: [scriptLint.cloudInit] })
        .check()
        .map(({ path }) => path);
    expect(told(wait, install, install)).toEqual([]);
    expect(told(install, wait, install)).toEqual(["build[0].provisioner[0].shell.inline.0"]);
    const onOne = { only: ["null.one"] } as const;
    const waitOnOne = shell({ inline: ["cloud-init status --wait"], ...onOne });
    expect(told(waitOnOne, shell({ inline: ["apt-get update"], ...onOne }))).toEqual([]);
    expect(told(waitOnOne, install)).toEqual(["build[0].provisioner[1].shell.inline.0"]);
  });

  it("takes the wait of one build for no wait of another", () => {
    const machine = source.null("one", { communicator: "none" });
    const waiting = build([machine]).provision(shell({ inline: ["cloud-init status --wait"] }));
    const hasty = build([machine]).provision(shell({ inline: ["apt-get update"] }));
    const found = template([waiting, hasty], { rules: [scriptLint.cloudInit] }).check();
    expect(found.map(({ path }) => path)).toEqual(["build[1].provisioner[0].shell.inline.0"]);
  });
});
