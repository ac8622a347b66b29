import { source, text, variable, type TemplateOutput } from "@packwright/core";
import { shell, shellLocal } from "@packwright/provisioners";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { IS_FULL } from "../../../tools/src/repository.js";
import { findProgram, startSshd, type Sshd } from "../../../tools/src/sshd.js";
import { BuildError } from "./build/build-error.js";
import { packer, type Packer } from "./packer.js";
import type { PackerEvent } from "./stream/event.js";
import { brief } from "./stream/recorded.test-support.js";

const missing = ["sshd", "ssh-keygen"].filter((name) => findProgram(name) === undefined);
if (missing.length > 0 && IS_FULL) {
  throw new Error(`${missing.join(" and ")} missing: the builds have to run when PACKWRIGHT_FULL is 1`);
}
const why = missing.length === 0 ? "" : ` (skipped: no ${missing.join(", no ")} here)`;

/** Processes whose command line has some words in it, in columns of `ps`. */
const processes = (columns: string, words: string): readonly string[] =>
  spawnSync("ps", ["-ww", "-eo", columns], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes(words));

/** Command lines of a group of processes. */
const inGroup = (group: string): readonly string[] =>
  processes("pgid,args", "").filter((line) => line.trimStart().startsWith(`${group} `));

/** The files below a folder that have some words in them. */
const filesWith = (words: string, folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path, "latin1").includes(words));

describe.skipIf(missing.length > 0)(`a machine built over SSH by the runner${why}`, () => {
  let home = "";
  let sshd: Sshd;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "packwright-sshd-"));
    sshd = await startSshd(home);
  });
  afterAll(async () => {
    await sshd.stop();
    rmSync(home, { recursive: true, force: true });
  });

  let folder = "";
  let temporary = "";
  let real: Packer;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "runner-ssh-"));
    temporary = join(folder, "tmp");
    mkdirSync(temporary);
    vi.stubEnv("TMPDIR", temporary);
    real = packer({ cwd: folder, env: { CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder } });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The machine is the one that runs the test: steps log to a file of it. */
  const log = (words: string): string => `echo ${words} >> '${folder}/steps.log'`;
  const logged = (): readonly string[] =>
    readFileSync(join(folder, "steps.log"), "utf8").trimEnd().split("\n");
  /** Scripts of steps are uploaded to the test's own folder, where it sees what is left of them. */
  const step = (name: string, inline: readonly string[]) =>
    shell({ inline: [...inline], remote_folder: folder, remote_file: `${name}.sh` });
  const machine = (more: { readonly ssh_pty?: boolean } = {}) =>
    source.null("machine", {
      ssh_host: "127.0.0.1",
      ssh_port: sshd.port,
      ssh_username: sshd.user,
      ssh_private_key_file: sshd.key,
      ssh_timeout: "60s",
      ...more,
    });

  /** Builds what has a step that cleans up: as legacy JSON, in which every version has it. */
  async function failing(
    image: TemplateOutput,
    options: Parameters<Packer["build"]>[1] = {},
  ): Promise<{ readonly error: BuildError; readonly events: readonly PackerEvent[] }> {
    writeFileSync(join(folder, "image.json"), image.toLegacyJson());
    const events: PackerEvent[] = [];
    const error: unknown = await real
      .build("image.json", {
        ...options,
        onEvent: (event) => {
          events.push(event);
          options.onEvent?.(event);
        },
      })
      .then(
        () => "it did not fail",
        (reason: unknown) => reason,
      );
    if (!(error instanceof BuildError)) throw new Error(`no BuildError: ${String(error)}`, { cause: error });
    return { error, events };
  }

  it("a step that fails: the step that cleans up runs, none of those behind it does", async () => {
    const image = machine()
      .provision(
        step("first", [log("first")]),
        step("fails", [log("fails"), "exit 5"]),
        step("never", [log("never")]),
      )
      .errorCleanup(step("cleans", [log("cleaned"), "echo cleaning up"]));
    const { error, events } = await failing(image);
    expect(logged()).toEqual(["first", "fails", "cleaned"]);
    expect(events.map(brief).filter((line) => /^(?:step|source)-|cleaning/.test(line))).toEqual([
      "source-started machine",
      "step-started machine provisioner shell",
      "step-ended machine provisioner shell finished",
      "step-started machine provisioner shell",
      "step-ended machine provisioner shell failed",
      "step-started machine clean-up shell",
      "message machine | cleaning up",
      "step-ended machine clean-up shell finished",
      expect.stringContaining("source-ended machine failed Script exited with non-zero exit status: 5"),
    ]);
    expect(error).toMatchObject({
      exitCode: 1,
      interrupted: false,
      artifacts: [],
      problems: [{ source: "machine", step: { kind: "provisioner", component: "shell" } }],
    });
    expect(error.message).toContain("machine: Script exited with non-zero exit status: 5");
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("a step that fails runs no step that cleans up with onError: abort", async () => {
    const image = machine()
      .provision(step("fails", [log("fails"), "exit 5"]))
      .errorCleanup(step("cleans", [log("cleaned")]));
    const { events } = await failing(image, { onError: "abort" });
    expect(logged()).toEqual(["fails"]);
    expect(events.map(brief).join("\n")).toContain(
      'error machine | Step "StepProvision" failed, aborting...',
    );
  });

  it("an interrupt in the middle: no process is left, here or on the machine", async () => {
    const stop = new AbortController();
    // With a terminal of its own, what a machine runs ends with the connection.
    const image = machine({ ssh_pty: true })
      .provision(
        step("first", [log("first"), "echo started", "sleep 71.25", log("slept")]),
        step("never", [log("never")]),
      )
      .errorCleanup(step("cleans", [log("cleaned")]));
    let running: readonly string[] = [];
    let group = "";
    const { error, events } = await failing(image, {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type !== "said" || event.text.trim() !== "started") return;
        group =
          /^\s*(\d+) packer build .*image\.json$/m.exec(processes("pgid,args", folder).join("\n"))?.[1] ?? "";
        running = inGroup(group);
        stop.abort();
      },
    });
    expect(running.join("\n")).toContain("packer-provisioner-shell");
    expect(inGroup(group)).toEqual([]);
    await vi.waitFor(
      () => {
        expect(processes("args", folder)).toEqual([]);
      },
      { timeout: 20_000 },
    );
    // To Packer an interrupt is no failure of a step: it runs neither those behind it nor the one that cleans up.
    expect(logged()).toEqual(["first"]);
    expect(events.map(brief)).toContain("step-ended machine provisioner shell stopped");
    expect(events.map(brief)).toContain("source-ended machine stopped");
    expect(error).toMatchObject({ interrupted: true, exitCode: 1, problems: [] });
  });

  it("an interrupt while the step that cleans up runs: it was stopped, and the failure before it is told", async () => {
    const stop = new AbortController();
    const image = machine({ ssh_pty: true })
      .provision(step("fails", [log("fails"), "exit 5"]))
      .errorCleanup(step("cleans", [log("cleaning"), "echo cleaning up", "sleep 72.25", log("cleaned")]));
    const { error, events } = await failing(image, {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type === "said" && event.text.trim() === "cleaning up") stop.abort();
      },
    });
    expect(logged()).toEqual(["fails", "cleaning"]);
    expect(events.map(brief)).toContain("step-ended machine clean-up shell stopped");
    expect(error).toMatchObject({
      interrupted: true,
      exitCode: 1,
      problems: [{ source: "machine", step: { kind: "provisioner", component: "shell" } }],
    });
    await vi.waitFor(
      () => {
        expect(processes("args", folder)).toEqual([]);
      },
      { timeout: 20_000 },
    );
  });

  it("a sensitive variable is in no event, no process list and no file that is left", async () => {
    const token = variable("token", z.string(), { sensitive: true });
    const secret = "s3cr3t-of-the-machine";
    const image = machine().provision(
      // The machine's own process list would show what is not in a file.
      shell({
        inline: ["echo token is $TOKEN", "echo $TOKEN >&2", "echo go on", "sleep 1"],
        environment_vars: [text`TOKEN=${token}`],
        use_env_var_file: true,
        remote_folder: folder,
      }),
      shell({ inline: [text`test ${token} = ${secret} && echo inline is right`], remote_folder: folder }),
    );
    const events: PackerEvent[] = [];
    const seen: string[] = [];
    const held: string[] = [];
    await real.build(image, {
      variables: { token: secret },
      onEvent: (event) => {
        events.push(event);
        if (event.type !== "said" || event.text !== "go on") return;
        seen.push(...processes("args", ""));
        held.push(...filesWith(secret, folder));
      },
    });
    const lines = events.map(brief);
    expect(lines).toContain("message null.machine | token is <sensitive>");
    expect(lines).toContain("error null.machine | <sensitive>");
    expect(lines).toContain("message null.machine | inline is right");
    expect(JSON.stringify(events)).not.toContain(secret);
    // It looked while the machine's script ran, whose variables are in a file then.
    expect(
      seen.filter((line) => /\/bin\/sh -e .*script_\d+\.sh$/.test(line) && line.includes(folder)),
    ).toHaveLength(1);
    expect(seen.join("\n")).not.toContain(secret);
    expect(held).not.toEqual([]);
    expect(filesWith(secret, folder)).toEqual([]);
    expect(filesWith(secret, home)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("scripts that Packer leaves when it is interrupted, with a sensitive variable in them, are gone", async () => {
    const token = variable("token", z.string(), { sensitive: true });
    const secret = "s3cr3t-of-the-script";
    const stop = new AbortController();
    const image = machine({ ssh_pty: true }).provision(
      shellLocal({ inline: [text`test ${token} != '' && echo here`] }),
      shell({ inline: [text`test ${token} != '' && echo started`, "sleep 73.25"] }),
    );
    const held: string[] = [];
    const failure = real.build(image, {
      variables: { token: secret },
      signal: stop.signal,
      onEvent: (event) => {
        if (event.type !== "said" || event.text.trim() !== "started") return;
        held.push(...filesWith(secret, temporary).map((path) => basename(path)));
        stop.abort();
      },
    });
    await expect(failure).rejects.toBeInstanceOf(BuildError);
    expect(held).toContainEqual(expect.stringMatching(/^packer-shell\d+$/));
    expect(readdirSync(temporary)).toEqual([]);
  });
});
