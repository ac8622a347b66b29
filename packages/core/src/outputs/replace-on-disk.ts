import { randomUUID } from "node:crypto";
import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** See `replaceFile`. */
export async function replaceOnDisk(path: string, content: string): Promise<boolean> {
  const before = await readIfThere(path);
  if (before === content) return false;
  const target = before === undefined ? path : await realpath(path);
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    // A file that nobody else may read is not open to others for a moment either.
    await writeFile(temporary, content, { flag: "wx", ...(before === undefined ? {} : { mode: 0o600 }) });
    if (before !== undefined) await chmod(temporary, (await stat(target)).mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}

/** The text of a file; `undefined` where there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
