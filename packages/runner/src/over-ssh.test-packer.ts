import { source, text, variable, type TemplateOutput } from "@packwright/core";
import { shell, shellLocal } from "@packwright/provisioners";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { programsFor, startSshd, type Sshd } from "../../../tools/src/sshd.js";
import { BuildError } from "./build/build-error.js";
import type { Packer } from "./packer.js";
import { failing, placeOf, processes, Workplace } from "./real-packer.test-support.js";
import type { PackerEvent } from "./stream/event.js";
import { brief } from "./stream/recorded.test-support.js";

const needed = programsFor("sshd", "ssh-keygen");

/** Command lines of a group of processes. */
const inGroup = (group: string): readonly string[] =>
  processes("pgid,args", "").filter((line) => line.trimStart().startsWith(`${group} `));

/** The files below a folder that have some words in them. */
const filesWith = (words: string, folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path, "latin1").includes(words));

describe.skipIf(needed.areMissing)(`a machine built over SSH by the runner${needed.why}`, () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(async () => {
    await sshd.stop();
  });

  let workplace: Workplace;
  let folder = "";
  let temporary = "";
  let real: Packer;
  beforeEach(() => {
    workplace = new Workplace();
    ({ folder, temporary, packer: real } = workplace);
  });
  afterEach(() => {
    workplace.remove();
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
  function failingLegacy(
    image: TemplateOutput,
    options: Parameters<Packer["build"]>[1] = {},
  ): ReturnType<typeof failing> {
    writeFileSync(join(folder, "image.json"), image.toLegacyJson());
    return failing((onEvent) =>
      real.build("image.json", {
        ...options,
        onEvent: (event) => {
          onEvent(event);
          options.onEvent?.(event);
        },
      }),
    );
  }

  it("a step that fails: the step that cleans up runs, none of those behind it does", async () => {
    const image = machine()
      .provision(
        step("first", [log("first")]),
        step("fails", [log("fails"), "exit 5"]),
        step("never", [log("never")]),
      )
      .errorCleanup(step("cleans", [log("cleaned"), "echo cleaning up"]));
    const { error, events } = await failingLegacy(image);
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

  it("a step that fails has the place where it was written", async () => {
    const image = machine().provision(
      shell({ inline: [log("first")] }),
      shell({ inline: [log("fails"), "exit 6"] }),
      shell({ inline: [log("never")] }),
    );
    const { error } = await failing((onEvent) => real.build(image, { onEvent }));
    expect(error.problems).toMatchObject([
      {
        source: "null.machine",
        step: { kind: "provisioner", component: "shell" },
        path: "build[0].provisioner[1].shell",
        position: placeOf('shell({ inline: [log("fails"), "exit 6"] })', import.meta.url),
      },
    ]);
  });

  it("a step that fails runs no step that cleans up with onError: abort", async () => {
    const image = machine()
      .provision(step("fails", [log("fails"), "exit 5"]))
      .errorCleanup(step("cleans", [log("cleaned")]));
    const { events } = await failingLegacy(image, { onError: "abort" });
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
    const { error, events } = await failingLegacy(image, {
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
    const { error, events } = await failingLegacy(image, {
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
    expect(filesWith(secret, sshd.folder)).toEqual([]);
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
