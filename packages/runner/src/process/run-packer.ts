import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { PackerNotFoundError } from "./packer-process-error.js";
import { Tail } from "./tail.js";

/** Where and how packer runs. */
export interface Installation {
  readonly binary: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a run of packer is followed and stopped. */
export interface RunOptions {
  /** Takes the standard output as it comes; without it, the result has its last part. */
  readonly onOutput?: (piece: string) => void;
  /** Interrupts packer, once, as Ctrl-C does; its clean-up is waited for, and what is left of its processes then ends. */
  readonly signal?: AbortSignal | undefined;
  /** Kills packer and all that it started. */
  readonly kill?: AbortSignal | undefined;
}

/** How a run of packer ended. */
export interface RunResult {
  /** `null` when a signal killed it. */
  readonly exitCode: number | null;
  /** The last part of its standard output when nobody took it, and of its standard error. */
  readonly output: string;
  readonly errors: string;
}

/** Windows has no groups of processes; Ctrl-C reaches all of a console there. */
const HAS_GROUPS = process.platform !== "win32";

/**
 * Runs packer to its end, whatever that is.
 *
 * It is the leader of a process group of its own: an interrupt then reaches Packer, its plugins and local scripts
 * together, as it does in a terminal, and does so when it is sent here and at no other time. (Packer's leading process
 * ignores an interrupt that it gets alone.)
 *
 * @throws PackerNotFoundError when the program cannot be started
 */
export async function runPacker(
  { binary, cwd, env }: Installation,
  args: readonly string[],
  { onOutput, signal, kill }: RunOptions = {},
): Promise<RunResult> {
  if (!existsSync(cwd))
    throw new RangeError(`the folder "${cwd}", in which packer is to run, does not exist`);
  const child = spawn(binary, args, { cwd, env, detached: HAS_GROUPS, stdio: ["ignore", "pipe", "pipe"] });
  const output = new Tail();
  const errors = new Tail();
  const take =
    onOutput ??
    ((piece: string) => {
      output.push(piece);
    });
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    errors.push(piece);
  });
  const stop = stopWith(child, signal, kill);
  try {
    const exitCode = await ended(child, binary);
    return { exitCode, output: output.text, errors: errors.text };
  } finally {
    stop();
  }
}

/** Sends what the signals and the end of this program ask for; returns what takes that back. */
function stopWith(
  child: ChildProcess,
  signal: AbortSignal | undefined,
  kill: AbortSignal | undefined,
): () => void {
  const interruptIt = (): void => {
    send(child, "SIGINT");
  };
  const killIt = (): void => {
    send(child, "SIGKILL");
  };
  signal?.addEventListener("abort", interruptIt, { once: true });
  kill?.addEventListener("abort", killIt, { once: true });
  // Shells have what runs in their background ignore interrupts. Nobody waits for it any more when packer has ended, and it
  // may hold the output open.
  child.once("exit", () => {
    if (signal?.aborted === true) killIt();
  });
  // Whoever ends this program in the middle leaves no packer without a master.
  process.once("exit", interruptIt);
  if (signal?.aborted === true) interruptIt();
  if (kill?.aborted === true) killIt();
  return () => {
    signal?.removeEventListener("abort", interruptIt);
    kill?.removeEventListener("abort", killIt);
    process.removeListener("exit", interruptIt);
  };
}

function send(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -child.pid : child.pid, signal);
  } catch (error) {
    // The group is gone already.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** The exit code, once all output was read. */
function ended(child: ChildProcess, binary: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      const code = "code" in error ? error.code : undefined;
      const why = code === "ENOENT" ? "was not found" : `cannot be run (${error.message})`;
      reject(new PackerNotFoundError(binary, `"${binary}" ${why}`));
    });
    child.once("close", resolve);
  });
}
