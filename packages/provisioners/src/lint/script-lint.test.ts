import { source, template } from "@packwright/core";
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
});
