import { closeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { EXIT, UserError } from "../output.js";
import { placeOf } from "./load-error.js";
import { watchMainThread, type WatchOrder } from "./watch-main-thread.js";

/** How long the loading of templates may take, and what is told when it takes longer. */
export interface TimeLimit {
  /** 0 is no limit. */
  readonly seconds: number;
  readonly cwd: string;
  /** The file that is being loaded, as a person is shown it. */
  readonly current: () => string;
  readonly err: (text: string) => void;
}

/** The other thread comes after the timer of this one, which tells the more when it gets its turn. */
const GRACE = 100;

/** The function that the other thread has this one call when it is stopped in a loop. */
const HOOK = "packwright: the time for loading is over";

/**
 * Runs work that is the user's own code, and gives up on it when it takes too long or waits for what cannot come.
 *
 * A loop without an end leaves this thread no turn, so another one looks after the time: it stops the loop as a debugger
 * would, which tells where it was, and the process ends there, with exit code 1.
 *
 * @throws UserError with the file, for what waits
 */
export async function withinLimit<T>(work: () => Promise<T>, limit: TimeLimit): Promise<T> {
  const { seconds, cwd, current, err } = limit;
  const milliseconds = seconds * 1000;
  const watcher =
    seconds === 0 ? undefined : startWatcher({ milliseconds: milliseconds + GRACE, hook: HOOK });
  let timer: NodeJS.Timeout | undefined;
  let onIdle = (): void => undefined;
  const onExit = (): void => {
    err(`${current()} ended the process while it was loaded; export a template instead\n`);
    process.exitCode = EXIT.failed;
  };
  const after = `after ${String(seconds)} s; --timeout sets another limit`;
  const onLoop = (stack: string): void => {
    const place = placeOf(stack, cwd);
    err(`${current()} was still running ${after}\n${place === undefined ? "" : `  in ${place}\n`}`);
    process.removeListener("exit", onExit);
    // Node would still say that it waits for a debugger, which is the other thread and nobody's concern.
    closeSync(process.stderr.fd);
    process.exit(EXIT.failed);
  };
  const overdue = new Promise<never>((_, reject) => {
    const fail = (what: string): void => {
      reject(new UserError(`${current()} ${what}`));
    };
    watcher?.unref();
    if (watcher !== undefined) {
      timer = setTimeout(() => {
        fail(`was still waiting for something ${after}`);
      }, milliseconds).unref();
    }
    onIdle = (): void => {
      fail("waits for something that never happens: a promise at its top level is not settled");
    };
  });
  Object.defineProperty(globalThis, HOOK, { value: onLoop, configurable: true });
  process.on("beforeExit", onIdle);
  process.once("exit", onExit);
  try {
    return await Promise.race([work(), overdue]);
  } finally {
    clearTimeout(timer);
    process.removeListener("beforeExit", onIdle);
    process.removeListener("exit", onExit);
    Reflect.deleteProperty(globalThis, HOOK);
    await watcher?.terminate();
  }
}

function startWatcher(order: WatchOrder): Worker {
  return new Worker(`(${watchMainThread.toString()})()`, { eval: true, workerData: order });
}
