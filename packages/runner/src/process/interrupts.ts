const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What stops a run: a first request interrupts it, a second one kills it. */
export interface Interrupts {
  readonly signal: AbortSignal;
  readonly kill: AbortSignal;
  /** Ends the watching. */
  release(): void;
}

/**
 * Watches for what may stop a run: the caller's AbortSignals and, if wanted, the signals that this program gets, which
 * packer does not get as it runs in a group of its own.
 */
export function watchInterrupts(
  signal: AbortSignal | undefined,
  kill: AbortSignal | undefined,
  watchesProcess: boolean,
): Interrupts {
  const interrupted = new AbortController();
  const killed = new AbortController();
  const request = (): void => {
    if (interrupted.signal.aborted) killed.abort();
    else interrupted.abort();
  };
  const interrupt = (): void => {
    interrupted.abort();
  };
  const killNow = (): void => {
    interrupted.abort();
    killed.abort();
  };
  if (signal?.aborted === true) interrupt();
  if (kill?.aborted === true) killNow();
  signal?.addEventListener("abort", interrupt, { once: true });
  kill?.addEventListener("abort", killNow, { once: true });
  if (watchesProcess) for (const name of SIGNALS) process.on(name, request);
  return {
    signal: interrupted.signal,
    kill: killed.signal,
    release: () => {
      signal?.removeEventListener("abort", interrupt);
      kill?.removeEventListener("abort", killNow);
      for (const name of SIGNALS) process.removeListener(name, request);
    },
  };
}
