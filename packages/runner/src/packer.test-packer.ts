import { at, build, source, text, variable } from "@packwright/core";
import { manifest } from "@packwright/post-processors";
import { shellLocal } from "@packwright/provisioners";
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { ROOT } from "../../../tools/src/repository.js";
import { BuildError } from "./build/build-error.js";
import { packer, type Packer } from "./packer.js";
import type { PackerEvent } from "./stream/event.js";
import { brief } from "./stream/recorded.test-support.js";

let folder = "";
let temporary = "";
let real: Packer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runner-test-"));
  // Other tests run at the same time and make private folders too.
  temporary = join(folder, "tmp");
  mkdirSync(temporary);
  vi.stubEnv("TMPDIR", temporary);
  real = packer({ cwd: folder, env: { CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder } });
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const here = source.null("here", { communicator: "none" });
const note = source.file("note", { target: "note.txt", content: "hello" });

/** The error of a build that fails, and what happened before it. */
async function failing(work: (onEvent: (event: PackerEvent) => void) => Promise<unknown>): Promise<{
  readonly error: BuildError;
  readonly events: readonly PackerEvent[];
}> {
  const events: PackerEvent[] = [];
  const error: unknown = await work((event) => events.push(event)).then(
    () => "it did not fail",
    (reason: unknown) => reason,
  );
  if (!(error instanceof BuildError)) throw new Error(`no BuildError: ${String(error)}`, { cause: error });
  return { error, events };
}

/** Folders that the runner made for itself and that are still there. */
const leftOver = (): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith("packwright-"));

/** Processes whose command line has a text in it. */
const processesWith = (text: string): readonly string[] =>
  spawnSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes(text) && !line.startsWith("ps "));

it("tells the version", async () => {
  const { major, text } = await real.version();
  expect(major).toBe(1);
  expect(text).toMatch(/^1\.\d+\.\d+/);
});

it("builds two sources: artifacts, files, entries of the manifest, how each source ended", async () => {
  const image = build([here, note])
    .provision(shellLocal({ inline: ["echo hello"] }))
    .postProcess(manifest({ output: "made.json" }));
  const events: PackerEvent[] = [];
  const result = await real.build(image, { onEvent: (event) => events.push(event) });
  expect(result.sources.map(({ source, outcome }) => [source, outcome]).toSorted()).toEqual([
    ["file.note", "finished"],
    ["null.here", "finished"],
  ]);
  const made = result.artifacts.find((artifact) => artifact.source === "file.note");
  expect(made).toMatchObject({
    files: ["note.txt"],
    manifest: { name: "note", builder_type: "file", files: [{ name: "note.txt", size: 5 }] },
  });
  expect(readFileSync(join(folder, "note.txt"), "utf8")).toBe("hello");
  expect(events.map(brief)).toContain("message null.here | hello");
  expect(leftOver()).toEqual([]);
});

it("a step that fails rejects with the source, the step and Packer's words; what others made is told", async () => {
  const image = build([here, note]).provision(shellLocal({ inline: ["exit 3"], only: ["null.here"] }));
  const { error, events } = await failing((onEvent) => real.build(image, { onEvent }));
  expect(error.problems).toMatchObject([
    { source: "null.here", step: { kind: "provisioner", component: "shell-local" } },
  ]);
  expect(error.artifacts.map(({ source }) => source)).toEqual(["file.note"]);
  expect(error).toMatchObject({ exitCode: 1, interrupted: false });
  expect(error.message).toContain("null.here: Script exited with non-zero exit status: 3");
  expect(events.map(brief)).toContain("step-ended null.here provisioner shell-local failed");
});

it("onError: abort leaves out Packer's clean-up", async () => {
  const image = here.provision(shellLocal({ inline: ["exit 3"] }));
  const { events } = await failing((onEvent) => real.build(image, { onError: "abort", onEvent }));
  expect(events.map(brief)).toContain('error null.here | aborted: skipping cleanup of step "StepConnect"');
});

it("only builds what it names", async () => {
  const { sources } = await real.build(build([here, note]), { only: ["file.*"] });
  expect(sources.map(({ source }) => source)).toEqual(["file.note"]);
});

it("an only that nothing matches is an error, which Packer 1.6 is content with", async () => {
  const { error } = await failing(() => real.build(here, { only: ["null.elsewhere"] }));
  expect(error.message).toContain("no source was built");
});

it("a variable of any type comes as it was given", async () => {
  const word = variable("word", z.string());
  const count = variable("count_of", z.number().default(1));
  const list = variable("list", z.array(z.string()));
  const events: PackerEvent[] = [];
  const image = here.provision(
    shellLocal({ inline: [text`printf '%s\n' '${word}' ${count} '${at(list, 0)}'`] }),
  );
  await real.build(image, {
    variables: { word: '${a} "%{b}", \\n', count_of: 3, list: ["x y"] },
    onEvent: (event) => events.push(event),
  });
  const said = events.filter((event) => event.type === "said" && event.level === "message").map(brief);
  expect(said.map((line) => line.split(" | ")[1])).toEqual(['${a} "%{b}", \\n', "3", "x y"]);
});

it("a sensitive variable is in no event, no error, no command line and no file that is left", async () => {
  const token = variable("token", z.string(), { sensitive: true });
  const secret = "s3cr3t-of-the-test";
  const image = here.provision(
    shellLocal({
      inline: [text`echo token is ${token}`, text`echo ${token} >&2`, "sleep 1", "exit 3"],
    }),
  );
  const seen: string[] = [];
  const { error, events } = await failing((onEvent) =>
    real.build(image, {
      variables: { token: secret },
      onEvent: (event) => {
        onEvent(event);
        if (event.type === "said" && event.text.includes("token is")) seen.push(...processesWith("packer"));
      },
    }),
  );
  expect(events.map(brief)).toContain("message null.here | token is <sensitive>");
  expect(JSON.stringify(events)).not.toContain(secret);
  expect(error.message + JSON.stringify(error)).not.toContain(secret);
  expect(seen.join("\n")).toContain("-var-file=");
  expect(seen.join("\n")).not.toContain(secret);
  expect(leftOver()).toEqual([]);
});

it("the var file can be read by this user alone while packer runs", async () => {
  const word = variable("word", z.string());
  const image = here.provision(shellLocal({ inline: [text`echo ${word}; sleep 1`] }));
  const modes: string[] = [];
  await real.build(image, {
    variables: [word.set("hello")],
    onEvent: (event) => {
      if (event.type !== "step-started") return;
      const file = /-var-file=(\S+)/.exec(processesWith("-var-file=").join(" "))?.[1] ?? "";
      modes.push(
        (statSync(file).mode & 0o777).toString(8),
        (statSync(join(file, "..")).mode & 0o777).toString(8),
      );
    },
  });
  expect(modes).toEqual(["600", "700"]);
});

it("an interrupt in the middle: Packer cleans up, the build rejects, nothing runs on", async () => {
  const stop = new AbortController();
  const image = here.provision(
    shellLocal({ inline: ["echo started", "sleep 61.25"] }),
    shellLocal({ inline: ["echo next step"] }),
  );
  const { error, events } = await failing((onEvent) =>
    real.build(image, {
      signal: stop.signal,
      onEvent: (event) => {
        onEvent(event);
        if (event.type === "said" && event.text === "started") stop.abort();
      },
    }),
  );
  expect(error).toMatchObject({ interrupted: true, exitCode: 1 });
  expect(error.message).toContain("the build was interrupted, and Packer has cleaned up");
  expect(events.map(brief)).toContain("say - | Cleanly cancelled builds after being interrupted.");
  expect(events.map(brief)).toContain("source-ended null.here stopped");
  expect(events.map(brief).join("\n")).not.toContain("next step");
  expect(processesWith("sleep 61.25")).toEqual([]);
  expect(leftOver()).toEqual([]);
});

it("a second request kills packer and all that it started", async () => {
  const stop = new AbortController();
  const kill = new AbortController();
  // A script that an interrupt does not end.
  const image = here.provision(shellLocal({ inline: ["trap '' INT TERM", "echo started", "sleep 62.25"] }));
  const { error } = await failing((onEvent) =>
    real.build(image, {
      signal: stop.signal,
      kill: kill.signal,
      onEvent: (event) => {
        onEvent(event);
        if (event.type === "said" && event.text === "started") {
          stop.abort();
          kill.abort();
        }
      },
    }),
  );
  expect(error).toMatchObject({ interrupted: true, exitCode: null });
  expect(processesWith("sleep 62.25")).toEqual([]);
});

it("a signal that was aborted before starts nothing", async () => {
  const { error, events } = await failing((onEvent) =>
    real.build(note, { signal: AbortSignal.abort(), onEvent }),
  );
  expect(error.interrupted).toBe(true);
  expect(events).toEqual([]);
  expect(existsSync(join(folder, "note.txt"))).toBe(false);
});

it("an error of the caller's function stops the build and is what it rejects with", async () => {
  const image = here.provision(shellLocal({ inline: ["echo started", "sleep 63.25"] }));
  const failure = real.build(image, {
    onEvent: (event) => {
      if (event.type === "said" && event.text === "started") throw new Error("of the caller");
    },
  });
  await expect(failure).rejects.toThrow("of the caller");
  expect(processesWith("sleep 63.25")).toEqual([]);
});

it("validates, and tells the block and line of what is wrong", async () => {
  expect(await real.validate(here)).toEqual({ ok: true, problems: [], warnings: [] });
  const image = here.provision(shellLocal({ inline: ["true"] }), shellLocal({ script: "missing.sh" }));
  const { ok, problems } = await real.validate(image);
  expect(ok).toBe(false);
  expect(problems.map(({ path, line, message }) => [path, line, message.includes("missing.sh")])).toEqual([
    ["build[0].provisioner[1].shell-local", 12, true],
  ]);
});

it("works on files and folders that are there, and leaves them as they are", async () => {
  const hcl =
    'source "null" "a" {\n  communicator = "none"\n  nope = 1\n}\nbuild {\n  sources = ["null.a"]\n}\n';
  writeFileSync(join(folder, "a.pkr.hcl"), hcl);
  for (const path of ["a.pkr.hcl", "."]) {
    expect((await real.validate(path)).problems).toMatchObject([{ path: "source.null.a", line: 3 }]);
  }
  expect(readFileSync(join(folder, "a.pkr.hcl"), "utf8")).toBe(hcl);
});

it("builds legacy JSON, whose variables are strings", async () => {
  const json = {
    variables: { n: "" },
    builders: [{ type: "null", name: "a", communicator: "none" }],
    provisioners: [{ type: "shell-local", inline: ["echo n is {{user `n`}}"] }],
  };
  writeFileSync(join(folder, "a.json"), JSON.stringify(json));
  const events: PackerEvent[] = [];
  await real.build("a.json", { variables: { n: 3 }, onEvent: (event) => events.push(event) });
  expect(events.map(brief)).toContain("message a | n is 3");
});

it("inspects: variables, sources, steps", async () => {
  const word = variable("word", z.string().default("hi"));
  const image = build([here, note], { name: "golden" })
    .provision(shellLocal({ inline: [text`echo ${word}`] }))
    .postProcess(manifest({ output: "made.json" }));
  expect(await real.inspect(image)).toEqual({
    variables: { word: "hi" },
    locals: {},
    builds: [
      {
        name: "golden",
        sources: ["null.here", "file.note"],
        provisioners: ["shell-local"],
        postProcessors: [["manifest"]],
      },
    ],
  });
});

it("leaves the template where path says", async () => {
  await real.build(note, { path: "kept.pkr.hcl" });
  expect(readFileSync(join(folder, "kept.pkr.hcl"), "utf8")).toBe(note.toHcl());
});

it("Ctrl-C of a build script interrupts packer, and the script goes on to its end", async () => {
  const script = join(ROOT, "packages/runner/src/build-script.test-support.ts");
  const child = spawn(
    process.execPath,
    ["--conditions=@packwright/source", "--import", "tsx", script, folder],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder },
    },
  );
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    output += piece;
    if (piece.includes("started")) child.kill("SIGINT");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(output).toContain("interrupted: true");
  expect(code).toBe(130);
  expect(processesWith("sleep 64.25")).toEqual([]);
});
