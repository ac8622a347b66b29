import { fileURLToPath, pathToFileURL } from "node:url";
import { UserError } from "../output.js";
import { messageOf } from "./load-error.js";
import { loadPackages } from "./load-packages.js";
import { areReadByNode } from "./read-by-node.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

let isReady: Promise<void> | undefined;
let isRegistered: Promise<void> | undefined;

/**
 * Gets ready to load files.
 *
 * Node reads TypeScript by itself where it can, {@link areReadByNode}; elsewhere tsx does, which is loaded then only.
 *
 * @param files that are about to be loaded, as far as they are known
 * @param onImport is told of each file that is imported from then on, also by other files
 */
export async function prepareFor(files: readonly string[], onImport?: (file: string) => void): Promise<void> {
  await (isReady ??= makeReady(files));
  // Only tsx tells what is imported.
  if (onImport === undefined && (await areReadByNode(files))) return;
  await (isRegistered ??= registerTsx(onImport));
}

async function makeReady(files: readonly string[]): Promise<void> {
  await loadPackages(files);
  // Positions of diagnostics are those of the TypeScript.
  process.setSourceMapsEnabled(true);
}

async function registerTsx(onImport?: (file: string) => void): Promise<void> {
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
