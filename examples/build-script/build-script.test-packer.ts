import { build, source, text, variable } from "@packwright/core";
import { manifest } from "@packwright/post-processors";
import { shellLocal } from "@packwright/provisioners";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "../../tools/src/repository.js";
import { bake } from "./bake.js";
import { list } from "./list.js";
import image from "./template.js";

let folder = "";
let printed: string[] = [];
const print = (line: string): void => {
  printed.push(line);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-script-test-"));
  printed = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const word = variable("word", z.string());
const local = build([
  source.null("here", { communicator: "none" }),
  source.file("note", { target: "note.txt", content: "hello" }),
])
  .provision(shellLocal({ inline: [text`echo "it says ${word}"`], only: ["null.here"] }))
  .postProcess(manifest({ output: "packer-manifest.json" }));

const baked = (what: Parameters<typeof bake>[0], variables: Readonly<Record<string, string>> = {}) =>
  bake(what, {
    folder,
    name: "local",
    variables,
    env: { CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder },
    print,
  });

describe("the build script", () => {
  it("writes, validates and builds a template, and lists what was made", async () => {
    expect(await baked(local, { word: "good day" })).toBe(0);
    expect(printed.slice(0, 2)).toEqual([
      "wrote local.pkr.hcl",
      expect.stringMatching(/^Packer 1\.\S+ accepts it$/),
    ]);
    expect(printed).toContain("null.here | it says good day");
    const at = printed.findIndex((line) => /^built in \d+ s:$/.test(line));
    expect(printed.slice(at + 1).toSorted()).toEqual([
      "  file.note  File  note.txt (5 bytes)",
      "  null.here  Null",
    ]);
    expect(readFileSync(join(folder, "local.pkr.hcl"), "utf8")).toBe(local.toHcl());
    expect(readFileSync(join(folder, "note.txt"), "utf8")).toBe("hello");
  });

  it("lists what the last run made, not those before", async () => {
    await baked(local, { word: "one" });
    printed = [];
    expect(await baked(local, { word: "two" })).toBe(0);
    expect(printed.filter((line) => line.startsWith("  file.note"))).toHaveLength(1);
    const kept = JSON.parse(readFileSync(join(folder, "packer-manifest.json"), "utf8")) as {
      readonly builds: readonly unknown[];
    };
    expect(kept.builds).toHaveLength(4);
  });

  it("builds nothing that Packer refuses, and tells where it is wrong", async () => {
    const wrong = local.provision(shellLocal({ script: "missing.sh" }));
    expect(await baked(wrong, { word: "never" })).toBe(1);
    expect(printed.join("\n")).toContain("missing.sh");
    expect(printed.join("\n")).toContain("at build[0].provisioner[1].shell-local");
    expect(printed.join("\n")).not.toContain("accepts it");
    expect(existsSync(join(folder, "note.txt"))).toBe(false);
  });

  it("fails with the step that failed", async () => {
    const failing = local.provision(shellLocal({ inline: ["exit 3"], only: ["null.here"] }));
    expect(await baked(failing, { word: "hi" })).toBe(1);
    expect(printed.at(-1)).toContain("null.here: Script exited with non-zero exit status: 3");
    expect(printed.at(-1)).toContain("in the provisioner shell-local");
    expect(printed.join("\n")).not.toContain("built in");
  });
});

describe("the list of images of Google Cloud", () => {
  const command =
    "gcloud compute images list --no-standard-images --filter=name=loop-node-18-ubuntu-minimal-2204";

  beforeEach(() => {
    const made = { builder_type: "googlecompute", artifact_id: "loop-node-18-ubuntu-minimal-2204" };
    writeFileSync(
      join(folder, "packer-manifest.json"),
      JSON.stringify({
        builds: [{ name: "nodejs-base", ...made, files: null, packer_run_uuid: "1" }],
        last_run_uuid: "1",
      }),
    );
  });
  const listed = () =>
    list(image, { manifest: join(folder, "packer-manifest.json"), env: { PATH: folder }, print });

  it("comes from gcloud, where that is", async () => {
    writeFileSync(join(folder, "gcloud"), `#!/bin/sh\necho "gcloud was called: $*"\n`, { mode: 0o755 });
    await listed();
    expect(printed).toEqual([
      "  googlecompute.nodejs-base  loop-node-18-ubuntu-minimal-2204",
      `$ ${command}`,
      `gcloud was called: ${command.slice("gcloud ".length)}`,
    ]);
  });

  it("tells the command where gcloud is not", async () => {
    await listed();
    expect(printed).toEqual([
      "  googlecompute.nodejs-base  loop-node-18-ubuntu-minimal-2204",
      `see it with: ${command}`,
    ]);
  });
});

describe("the program of the tutorial's image", () => {
  const run = (env: Readonly<Record<string, string>>) =>
    spawnSync(
      process.execPath,
      [
        "--conditions=@packwright/source",
        "--import",
        "tsx",
        join(ROOT, "examples/build-script/build.ts"),
        folder,
      ],
      {
        cwd: ROOT,
        encoding: "utf8",
        env: {
          PATH: process.env["PATH"],
          HOME: folder,
          CHECKPOINT_DISABLE: "1",
          GOOGLE_APPLICATION_CREDENTIALS: join(folder, "no-account.json"),
          ...env,
        },
      },
    );

  it("has Packer accept the template, and ends where there is no account of Google", () => {
    copyFileSync(join(ROOT, "examples/build-script/setup.sh"), join(folder, "setup.sh"));
    const { status, stdout } = run({ GOOGLE_CLOUD_PROJECT: "loopbin" });
    expect(stdout).toMatch(/^wrote loop-node-18-ubuntu-minimal-2204\.pkr\.hcl\nPacker 1\.\S+ accepts it\n/);
    expect(stdout).toContain("no-account.json");
    expect(stdout).not.toContain("built in");
    expect(status).toBe(1);
  });

  it("wants a project", () => {
    const { status, stderr } = run({});
    expect(stderr).toContain("GOOGLE_CLOUD_PROJECT is not set");
    expect(status).toBe(2);
  });

  it("tells that packer is missing", () => {
    const { status, stderr } = run({ GOOGLE_CLOUD_PROJECT: "loopbin", PATH: folder });
    expect(stderr).toMatch(/^"packer" was not found; install Packer from [^\n]*\n$/);
    expect(status).toBe(1);
  });
});
