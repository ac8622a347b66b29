import { fileURLToPath, pathToFileURL } from "node:url";
import { UserError } from "../output.js";
import { messageOf } from "./load-error.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

let isReady: Promise<void> | undefined;

/** Node reads TypeScript by itself where it can; on others tsx does, which is loaded then only. */
async function makeReady(): Promise<void> {
  // Positions of diagnostics are those of the TypeScript.
  process.setSourceMapsEnabled(true);
  if ("typescript" in process.features && process.features.typescript !== false) return;
  const { register } = await import("tsx/esm/api");
  register();
}

/** Gets ready to load files, and tells of each file that is imported from now on, also by other files. */
export function tellImports(onImport: (file: string) => void): Promise<void> {
  return (isReady ??= (async () => {
    process.setSourceMapsEnabled(true);
    const { register } = await import("tsx/esm/api");
    register({
      onImport: (url) => {
        if (url.startsWith("file:")) onImport(fileURLToPath(url));
      },
    });
  })());
}

/**
 * Loads a file of the user, TypeScript or JavaScript.
 *
 * @throws UserError when it cannot be read or throws, with the place in the user's files and without a stack
 */
export async function importModule(path: string, cwd: string): Promise<ModuleExports> {
  await (isReady ??= makeReady());
  try {
    return (await import(pathToFileURL(path).href)) as ModuleExports;
  } catch (error) {
    throw new UserError(messageOf(error, path, cwd));
  }
}
