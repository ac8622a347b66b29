import { watch as watchFiles } from "chokidar";
import { fork, type ChildProcess } from "node:child_process";
import { resolve, sep } from "node:path";
import { isTemplateFile } from "../load/load-templates.js";
import { EXIT, type Surroundings } from "../output.js";
import type { FromRun, ToRun } from "./run-once.js";

/** What is watched, and how the work is done. */
export interface WatchOrder {
  /** Files and folders with templates, and the configuration. */
  readonly paths: readonly string[];
  /** The command line of one run. */
  readonly argv: readonly string[];
}

/** Changes that come within this many milliseconds are one. */
const TOGETHER = 20;

/**
 * Runs a command, and again whenever a file changes that its templates import, until it is interrupted.
 *
 * Each run is a process of its own, so that every file is read anew; the next one is there before it is needed.
 */
export async function watch({ paths, argv }: WatchOrder, around: Surroundings): Promise<number> {
  const { cwd, program } = around;
  const libraries = new Set<string>();
  const known = new Set<string>(paths.map((path) => resolve(cwd, path)));
  const watcher = watchFiles([...known], {
    ignoreInitial: true,
    depth: 0,
    ignored: (path, found) => found?.isFile() === true && !known.has(path) && !isTemplateFile(path),
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));

  return new Promise((end, fail) => {
    let state: "waiting" | "loading" | "writing" = "waiting";
    let isStale = false;
    let isOver = false;
    const take = (message: FromRun): void => {
      if ("isLoaded" in message) {
        state = "writing";
      } else if (message.imported.includes(`${sep}node_modules${sep}`)) {
        libraries.add(message.imported);
      } else if (!known.has(message.imported)) {
        known.add(message.imported);
        watcher.add(message.imported);
      }
    };
    const start = (): ChildProcess => {
      const started = fork(program, argv, { cwd, stdio: ["ignore", "inherit", "inherit", "ipc"] });
      started.on("message", take);
      started.once("error", fail);
      started.once("exit", next);
      send(started, { preload: [...libraries] });
      return started;
    };
    const next = (code: number | null): void => {
      if (isOver) return;
      if (state === "waiting") {
        fail(new Error(`the process that was to write templates ended with ${String(code)}`));
        return;
      }
      state = "waiting";
      child = start();
      if (isStale) run();
    };
    const run = (): void => {
      isStale = state !== "waiting";
      if (!isStale) {
        state = "loading";
        send(child, { begin: true });
        // What is being written is written to its end; what is being loaded is what no longer holds.
      } else if (state === "loading") child.kill("SIGKILL");
    };
    let timer: NodeJS.Timeout | undefined;
    watcher.on("all", () => {
      clearTimeout(timer);
      timer = setTimeout(run, TOGETHER);
    });
    const stop = (): void => {
      isOver = true;
      child.kill();
      clearTimeout(timer);
      watcher.close().then(() => {
        end(EXIT.interrupted);
      }, fail);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    let child = start();
    run();
  });
}

function send(child: ChildProcess, message: ToRun): void {
  // A process that is gone says so by its exit.
  child.send(message, () => undefined);
}
