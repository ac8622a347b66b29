import { fileURLToPath, pathToFileURL } from "node:url";
import { UserError } from "../output.js";
import { messageOf } from "./load-error.js";
import { loadPackages } from "./load-packages.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

let isReady: Promise<void> | undefined;

/**
 * Gets ready to load files.
 *
 * The loader is tsx on every version of Node: those that read TypeScript by themselves know no enums, and no
 * `./steps.js` that stands for a `steps.ts`, so that a template would load on one version and not on another.
 *
 * @param files that are about to be loaded, as far as they are known
 * @param onImport is told of each file that is imported from then on, also by other files
 */
export function prepareFor(files: readonly string[], onImport?: (file: string) => void): Promise<void> {
  return (isReady ??= makeReady(files, onImport));
}

async function makeReady(files: readonly string[], onImport?: (file: string) => void): Promise<void> {
  await loadPackages(files);
  // Positions of diagnostics are those of the TypeScript.
  process.setSourceMapsEnabled(true);
  const { register } = await import("tsx/esm/api");
  register(
    onImport === undefined
      ? {}
      : {
          onImport: (url) => {
            if (url.startsWith("file:")) onImport(fileURLToPath(url));
          },
        },
  );
}

/**
 * Loads a file of the user, TypeScript or JavaScript.
 *
 * @throws UserError when it cannot be read or throws, with the place in the user's files and without a stack
 */
export async function importModule(path: string, cwd: string): Promise<ModuleExports> {
  await prepareFor([path]);
  try {
    return (await import(pathToFileURL(path).href)) as ModuleExports;
  } catch (error) {
    throw new UserError(messageOf(error, path, cwd));
  }
}
