/**
 * Gives a file a new content in one step, so that nobody ever sees half of it: a temporary file beside it, then a rename.
 * Its folders are made; a file that is there keeps its mode, and of a link the file that it leads to is written.
 *
 * @returns whether the content changed; a file that has it already is not touched
 */
export async function replaceFile(path: string, content: string): Promise<boolean> {
  // Most programs that make templates print them, and some run where there are no files.
  const { replaceOnDisk } = await import("./replace-on-disk.js");
  return replaceOnDisk(path, content);
}
