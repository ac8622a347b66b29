import { print } from "@packwright/hcl";
import type { Block } from "@packwright/hcl/nodes";

/** The first line of each file of a folder that Packwright writes; by it, it knows its own files again. */
const HEADER = "# Written by Packwright. Change the program that writes it, and not this file.";

/** In which file of a folder blocks of a type stand. */
const FILES: Readonly<Record<string, string>> = {
  packer: "packer.pkr.hcl",
  variable: "variables.pkr.hcl",
  locals: "locals.pkr.hcl",
  local: "locals.pkr.hcl",
  data: "data.pkr.hcl",
  source: "sources.pkr.hcl",
  hcp_packer_registry: "build.pkr.hcl",
  build: "build.pkr.hcl",
};

/** The files of a template that is split over a folder: their names and what stands in them. */
export function folderFiles(blocks: Iterable<Block>): ReadonlyMap<string, string> {
  const byFile = new Map<string, Block[]>();
  for (const block of blocks) {
    const name = FILES[block.type] ?? "build.pkr.hcl";
    const list = byFile.get(name);
    if (list === undefined) byFile.set(name, [block]);
    else list.push(block);
  }
  return new Map([...byFile].map(([name, items]) => [name, `${HEADER}\n\n${print({ items })}`]));
}

/** Whether Packwright wrote the text of a file of a folder. */
export function isOurs(text: string): boolean {
  return text.startsWith(`${HEADER}\n`);
}

/** Whether a path names a folder: it ends with a slash, or its last part has no ending. */
export function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || !/\.[^\\/.]/.test(path.replace(/^.*[\\/]/, ""));
}
