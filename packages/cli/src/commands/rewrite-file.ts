import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Gives a file that is there another content in one step, so that nobody ever sees half of it: a temporary file beside it,
 * then a rename. Its mode stays; of a link, the file that it leads to is written. What templates are written with does the
 * same and more, but would have `fmt` load all of the core.
 */
export async function rewriteFile(path: string, content: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, content, { flag: "wx", mode: 0o600 });
    // The mode that a file is made with is cut by the umask.
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
