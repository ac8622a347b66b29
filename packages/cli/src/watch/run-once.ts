import { pathToFileURL } from "node:url";
import { prepareFor } from "../load/import-module.js";

/** What the process that watches sends to the one that works: get these ready; then, begin. */
export type ToRun = { readonly preload: readonly string[] } | { readonly begin: true };

/** What comes back: a file that was imported; that all is loaded, and writing begins. */
export type FromRun = { readonly imported: string } | { readonly isLoaded: true };

/**
 * Does the work of one change in a process that was started before it: what comes from packages is loaded while nothing
 * happens, what is the user's own when the change is there.
 *
 * @param files with templates, as far as they are known
 */
export async function runOnce(
  files: readonly string[],
  work: (loaded: () => void) => Promise<void>,
): Promise<void> {
  const isSaid = new Promise<void>((resolve) => {
    process.on("message", (message: ToRun) => {
      if ("begin" in message) resolve();
      else void preload(message.preload);
    });
  });
  // The one that watches is gone.
  process.once("disconnect", () => process.exit());
  const tell = (message: FromRun): void => {
    process.send?.(message);
  };
  await Promise.all([
    prepareFor(files, (file) => {
      tell({ imported: file });
    }),
    import("../load/set-out.js"),
    import("../commands/synth.js"),
  ]);
  await isSaid;
  try {
    await work(() => {
      tell({ isLoaded: true });
    });
  } finally {
    // The names of the last imports are on their way from another thread.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function preload(files: readonly string[]): Promise<void> {
  for (const file of files) {
    // What is wrong with it is told when a template needs it.
    await import(pathToFileURL(file).href).catch(() => undefined);
  }
}
