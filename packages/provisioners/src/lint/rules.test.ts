import { defineProvisioner, source, type Rule } from "@packwright/core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { aptGetRule, carriageReturnsRule, cloudInitRule, shebangRule } from "./rules.js";

const here = source.null("here", { communicator: "none" });
const folder = mkdtempSync(join(tmpdir(), "packwright-lint-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(text: string): string {
  const path = join(folder, "setup.sh");
  writeFileSync(path, text);
  return path;
}

/** What a rule tells of the options of a step that runs scripts. */
function told(rule: Rule, options: object): readonly string[] {
  const step = defineProvisioner({
    type: "run",
    options: () =>
      z.strictObject({
        inline: z.array(z.string()),
        script: z.string(),
        scripts: z.array(z.string()),
        inline_shebang: z.string(),
      }),
    rules: [rule],
  });
  return here
    .provision(step(options))
    .check()
    .map(
      ({ severity, path, summary }) =>
        `${severity} ${path.replace("build[0].provisioner[0].", "")}: ${summary}`,
    );
}

describe("apt-get without -y", () => {
  it.each([
    "apt-get install nginx",
    "sudo apt-get -q install nginx",
    "sudo DEBIAN_FRONTEND=noninteractive apt-get upgrade",
    "apt-get update && apt-get dist-upgrade",
    "apt-get install \\\n  nginx",
    "if ! apt-get remove nginx; then true; fi",
  ])("is told: %s", (command) => {
    expect(told(aptGetRule, { inline: ["true", command] })).toEqual([
      expect.stringMatching(
        /^warning run\.inline\.1: apt-get [\w-]+ asks before it goes on, and nobody answers: add -y$/,
      ) as string,
    ]);
  });

  it.each([
    "apt-get install -y nginx",
    "sudo apt-get -qqy install nginx",
    "apt-get -qq install nginx",
    "apt-get --assume-yes install nginx",
    "apt-get -o APT::Get::Assume-Yes=true install nginx",
    "apt-get install \\\n  -y nginx",
    "apt-get update",
    "# apt-get install nginx",
    "echo apt-get install nginx",
  ])("is not told: %s", (command) => {
    expect(told(aptGetRule, { inline: [command] })).toEqual([]);
  });

  it("is told of files that are there", () => {
    const path = fileOf("#!/bin/sh\napt-get install nginx\n");
    expect(told(aptGetRule, { script: path })).toHaveLength(1);
    expect(told(aptGetRule, { scripts: [path, join(folder, "none.sh")] })).toEqual([
      "warning run.scripts.0: apt-get install asks before it goes on, and nobody answers: add -y",
    ]);
  });
});

describe("apt-get before a wait for cloud-init", () => {
  it("is told once", () => {
    expect(told(cloudInitRule, { inline: ["apt-get update", "apt-get install -y nginx"] })).toEqual([
      "warning run.inline.0: apt-get runs while cloud-init may still hold its lock",
    ]);
    expect(told(cloudInitRule, { inline: ["apt-get update", "cloud-init status --wait"] })).toHaveLength(1);
  });

  it.each([
    "cloud-init status --wait",
    "while [ ! -f /var/lib/cloud/instance/boot-finished ]; do sleep 1; done",
  ])("is not told behind %s", (wait) => {
    expect(told(cloudInitRule, { inline: [wait, "apt-get update"] })).toEqual([]);
  });

  it("is not told where nothing runs apt-get", () => {
    expect(told(cloudInitRule, { inline: ["yum install nginx"] })).toEqual([]);
  });
});

describe("a #! line that is not what runs the script", () => {
  it("is told of inline commands", () => {
    expect(told(shebangRule, { inline: ["#!/bin/bash", "true"] })).toEqual([
      "warning run.inline.0: the commands begin with #!/bin/bash, and /bin/sh -e runs them: set inline_shebang",
    ]);
    expect(told(shebangRule, { inline: ["#!/bin/bash"], inline_shebang: "/bin/bash" })).toEqual([]);
    expect(told(shebangRule, { inline: ["#!/bin/sh -e"] })).toEqual([]);
    expect(told(shebangRule, { inline: ["true", "#!/bin/bash"] })).toEqual([]);
  });

  it("is told of files beside an inline_shebang", () => {
    const path = fileOf("#!/usr/bin/env bash\ntrue\n");
    expect(told(shebangRule, { script: path, inline_shebang: "/bin/zsh" })).toEqual([
      `warning run.script: ${path} begins with #!/usr/bin/env bash, and inline_shebang, which is for inline commands, says /bin/zsh`,
    ]);
    expect(told(shebangRule, { script: path })).toEqual([]);
  });
});

describe("lines that end in CRLF", () => {
  it("are told", () => {
    const path = fileOf("true\r\nfalse\r\n");
    expect(told(carriageReturnsRule, { script: path })).toEqual([
      `warning run.script: ${path} has lines that end in CRLF`,
    ]);
    expect(told(carriageReturnsRule, { inline: ["true\r\n"] })).toEqual([
      "warning run.inline.0: inline.0 has lines that end in CRLF",
    ]);
    expect(told(carriageReturnsRule, { script: fileOf("true\n"), inline: ["a\nb"] })).toEqual([]);
  });
});
