import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../repository.js";

/** A row of a table of `fixtures/facts/language.md`, or one of its sentences. */
export interface Row {
  /** The heading that it stands under. */
  readonly section: string;
  /** What the row is about: its first cell, or the whole sentence. */
  readonly name: string;
  /** Whether it is a sentence or a long list, which the beginning of it names. */
  readonly isSentence: boolean;
}

/** A cell that is longer is no name. */
const LONGEST_NAME = 40;

/** All rows of the document, in its order. */
export function rowsOf(document: string): readonly Row[] {
  const rows: Row[] = [];
  let section: string | undefined;
  const lines = document.split("\n");
  for (const [at, line] of lines.entries()) {
    const heading = /^#{2,3} (.*)/.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    // What stands above the first section tells of the document itself.
    if (heading !== undefined || section === undefined || line.trim() === "" || isRuler(line)) continue;
    if (!line.startsWith("|")) {
      rows.push({ section, name: line.replace(/^\* /, ""), isSentence: true });
      continue;
    }
    const isHead = isRuler(lines[at + 1] ?? "");
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const name = cells.find((cell) => cell !== "");
    if (!isHead && name !== undefined) rows.push({ section, name, isSentence: name.length > LONGEST_NAME });
  }
  return rows;
}

function isRuler(line: string): boolean {
  return /^\|[-|\s]+\|$/.test(line);
}

/** The rows of the document that is kept with the fixtures. */
export function recordedRows(): readonly Row[] {
  return rowsOf(readFileSync(join(ROOT, "fixtures/facts/language.md"), "utf8"));
}
