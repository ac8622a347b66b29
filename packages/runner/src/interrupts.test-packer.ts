import { source } from "@packwright/core";
import { shellLocal } from "@packwright/provisioners";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ROOT } from "../../../tools/src/repository.js";
import type { Packer } from "./packer.js";
import { failing, processes, Workplace } from "./real-packer.test-support.js";
import { brief } from "./stream/recorded.test-support.js";

let workplace: Workplace;
let folder = "";
let real: Packer;

beforeEach(() => {
  workplace = new Workplace();
  ({ folder, packer: real } = workplace);
});

afterEach(() => {
  workplace.remove();
});

const here = source.null("here", { communicator: "none" });
const note = source.file("note", { target: "note.txt", content: "hello" });

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
  expect(processes("args", "sleep 61.25")).toEqual([]);
  expect(workplace.leftOver()).toEqual([]);
});

it("what a local script has started and does not end by an interrupt is ended with Packer", async () => {
  const stop = new AbortController();
  // A shell has what runs in its background ignore interrupts.
  const image = here.provision(
    shellLocal({ inline: ["sleep 606.25 > /dev/null 2>&1 &", "echo started", "sleep 607.25"] }),
  );
  const { error } = await failing((onEvent) =>
    real.build(image, {
      signal: stop.signal,
      onEvent: (event) => {
        onEvent(event);
        if (event.type !== "said" || event.text !== "started") return;
        expect(processes("args", "sleep 606.25")).toHaveLength(1);
        stop.abort();
      },
    }),
  );
  expect(error).toMatchObject({ interrupted: true, exitCode: 1 });
  await vi.waitFor(() => {
    expect([...processes("args", "sleep 606.25"), ...processes("args", "sleep 607.25")]).toEqual([]);
  });
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
  expect(processes("args", "sleep 62.25")).toEqual([]);
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
  expect(processes("args", "sleep 63.25")).toEqual([]);
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
  expect(processes("args", "sleep 64.25")).toEqual([]);
});
