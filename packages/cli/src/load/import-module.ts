import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { isTemplateError, UserError } from "../output.js";

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
    throw new UserError(messageOf(error, path, cwd), 1);
  }
}

/**
 * What a person has to know of an error that a file of theirs ended with: what it says, and the innermost place that is
 * theirs.
 */
export function messageOf(error: unknown, path: string, cwd: string): string {
  const name = relative(cwd, path);
  if (!(error instanceof Error)) return `${name} threw ${String(error)}`;
  if (isTemplateError(error)) return `${name}: ${error.message}`;
  const place = placeOf(error.stack ?? "", cwd);
  const kind = error.name === "Error" ? "" : `${error.name}: `;
  return `${name} cannot be loaded: ${kind}${error.message.trim()}${place === undefined ? "" : `\n  in ${place}`}`;
}

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?$/;

function placeOf(stack: string, cwd: string): string | undefined {
  for (const line of stack.split("\n")) {
    const [, file, row, column] = FRAME.exec(line.trimEnd()) ?? [];
    if (file === undefined || row === undefined || column === undefined) continue;
    const path = file.startsWith("file://") ? decodeURIComponent(new URL(file).pathname) : file;
    if (path.includes("/node_modules/") || path.includes("/dist/")) continue;
    return `${relative(cwd, path)}:${row}:${column}`;
  }
  return undefined;
}
