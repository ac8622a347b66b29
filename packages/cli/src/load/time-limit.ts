import { Worker } from "node:worker_threads";
import { UserError } from "../output.js";
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

/**
 * Runs work that is the user's own code, and gives up on it when it takes too long or waits for what cannot come.
 *
 * A loop without an end leaves this thread no turn, so another one looks after the time: it stops the loop as a debugger
 * would, which tells where it was.
 *
 * @throws UserError with the file and, for a loop, the line
 */
export async function withinLimit<T>(work: () => Promise<T>, limit: TimeLimit): Promise<T> {
  const { seconds, cwd, current, err } = limit;
  const milliseconds = seconds * 1000;
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const watcher = seconds === 0 ? undefined : startWatcher({ milliseconds: milliseconds + GRACE, stopped });
  let timer: NodeJS.Timeout | undefined;
  let onIdle = (): void => undefined;
  const onExit = (): void => {
    err(`${current()} ended the process while it was loaded; export a template instead\n`);
    process.exitCode = 1;
  };
  const overdue = new Promise<never>((_, reject) => {
    const fail = (what: string, place?: string): void => {
      reject(new UserError(`${current()} ${what}${place === undefined ? "" : `\n  in ${place}`}`));
    };
    const after = `after ${String(seconds)} s; --timeout sets another limit`;
    watcher?.once("message", (stack: string) => {
      fail(`was still running ${after}`, placeOf(stack, cwd));
    });
    // Not before it is listened to, which would keep the process again.
    watcher?.unref();
    if (watcher !== undefined) {
      timer = setTimeout(() => {
        if (Atomics.load(stopped, 0) === 0) fail(`was still waiting for something ${after}`);
      }, milliseconds).unref();
    }
    onIdle = (): void => {
      // The stack is on its way.
      if (Atomics.load(stopped, 0) === 1) watcher?.ref();
      else fail("waits for something that never happens: a promise at its top level is not settled");
    };
  });
  process.on("beforeExit", onIdle);
  process.once("exit", onExit);
  try {
    return await Promise.race([work(), overdue]);
  } finally {
    clearTimeout(timer);
    process.removeListener("beforeExit", onIdle);
    process.removeListener("exit", onExit);
    await watcher?.terminate();
  }
}

function startWatcher(order: WatchOrder): Worker {
  return new Worker(`(${watchMainThread.toString()})()`, { eval: true, workerData: order });
}
