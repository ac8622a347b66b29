/** What the thread that looks after the main thread is told. */
export interface WatchOrder {
  readonly milliseconds: number;
  /** The name of the function of the main thread that is called, with the stack that it was stopped at, and ends the process. */
  readonly hook: string;
}

/**
 * Stops the main thread when the time is over, and has it tell where it was stopped and end the process.
 *
 * It is run from its text in a thread of its own, so that no file has to be loaded while the main thread is busy; it uses
 * nothing that stands outside of it. The main thread is never let go on: V8 cannot end a loop of promises without taking
 * the whole process down now and then.
 */
export function watchMainThread(): void {
  const { Session } = process.getBuiltinModule("node:inspector/promises");
  const threads = process.getBuiltinModule("node:worker_threads");
  // What the other side gave; it has the type that is asked for there.
  const { milliseconds, hook } = threads.workerData as WatchOrder;
  const stop = async (): Promise<void> => {
    const session = new Session();
    session.connectToMainThread();
    // Answers of the main thread are seen only when this one runs something.
    setInterval(() => undefined, 10);
    session.once("Debugger.paused", ({ params }) => {
      const callFrameId = params.callFrames[0]?.callFrameId ?? "";
      const expression = `globalThis[${JSON.stringify(hook)}](new Error().stack)`;
      void session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression });
    });
    await Promise.all([session.post("Debugger.enable"), session.post("Debugger.pause")]);
  };
  setTimeout(() => void stop(), milliseconds);
}
