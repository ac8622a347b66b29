/** What the thread that looks after the main thread is told. */
export interface WatchOrder {
  readonly milliseconds: number;
  /** Its one number becomes 1 before the main thread is stopped. */
  readonly stopped: Int32Array;
}

/**
 * Stops the main thread when the time is over, and posts the stack that it was stopped at.
 *
 * It is run from its text in a thread of its own, so that no file has to be loaded while the main thread is busy; it uses
 * nothing that stands outside of it.
 */
export function watchMainThread(): void {
  const { Session } = process.getBuiltinModule("node:inspector/promises");
  const threads = process.getBuiltinModule("node:worker_threads");
  // What the other side gave; it has the type that is asked for there.
  const { milliseconds, stopped } = threads.workerData as WatchOrder;
  const stop = async (): Promise<void> => {
    const session = new Session();
    session.connectToMainThread();
    // Answers of the main thread are seen only when this one runs something.
    const alive = setInterval(() => undefined, 10);
    session.once("Debugger.paused", ({ params }) => {
      void (async () => {
        const callFrameId = params.callFrames[0]?.callFrameId ?? "";
        const expression = "new Error().stack";
        const { result } = await session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression });
        Atomics.store(stopped, 0, 1);
        threads.parentPort?.postMessage(String(result.value));
        const ended = session.post("Runtime.terminateExecution");
        await session.post("Debugger.resume");
        await ended;
        session.disconnect();
        clearInterval(alive);
      })();
    });
    await Promise.all([session.post("Debugger.enable"), session.post("Debugger.pause")]);
  };
  setTimeout(() => void stop(), milliseconds);
}
