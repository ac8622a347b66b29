import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { WrittenFile } from "../template/template.js";
import { readIfThere, replaceOnDisk } from "./replace-on-disk.js";

/**
 * Gives a folder the files of a template. Files that an earlier template left there are removed, files of others are
 * not touched.
 *
 * @param isOurs whether a template wrote the text of a file; given by the caller, as this is loaded when a folder is
 * written, and what both imported would be one more file to load for everybody
 * @throws Error, before anything is written, when a file of somebody else stands where one is to be written
 */
export async function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  isOurs: (text: string) => boolean,
): Promise<readonly WrittenFile[]> {
  const there = await templatesIn(folder, isOurs);
  const strangers = [...files.keys()].filter((name) => there.get(name) === false);
  if (strangers.length > 0) {
    const list = strangers.map((name) => join(folder, name)).join(", ");
    throw new Error(
      `${list} would be overwritten, and Packwright did not write it; move it, or write to another folder`,
    );
  }
  const written: WrittenFile[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    written.push({ path, change: (await replaceOnDisk(path, content)) ? "written" : "kept" });
  }
  for (const [name, isWritten] of there) {
    if (!isWritten || files.has(name)) continue;
    const path = join(folder, name);
    await rm(path);
    written.push({ path, change: "removed" });
  }
  return written;
}

/** The templates in a folder by name, and whether Packwright wrote them. */
async function templatesIn(
  folder: string,
  isOurs: (text: string) => boolean,
): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(".pkr.hcl")) continue;
    const text = await readIfThere(join(folder, name));
    if (text !== undefined) found.set(name, isOurs(text));
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
