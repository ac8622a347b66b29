import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Imports of Packwright's packages, as far as a look at the text tells; what it misses is loaded later. */
const IMPORTED = /\bfrom\s*["'](@packwright\/[\w./-]+)["']/g;

/**
 * Loads the packages of Packwright that files import, before there is a loader of TypeScript, through which each of their
 * files and of those of zod would have to go. They do nothing when they are loaded, so nobody can tell.
 */
export async function loadPackages(files: readonly string[]): Promise<void> {
  const urls = new Set((await Promise.all(files.map(importedBy))).flat());
  // What is wrong with one is told when a template needs it.
  await Promise.allSettled([...urls].map((url) => import(url)));
}

async function importedBy(file: string): Promise<readonly string[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  const { resolve } = createRequire(file);
  return [...text.matchAll(IMPORTED)].flatMap(([, name = ""]) => {
    try {
      return [pathToFileURL(resolve(name)).href];
    } catch {
      return [];
    }
  });
}
