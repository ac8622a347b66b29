import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildError } from "./build/build-error.js";
import { packer, type Packer } from "./packer.js";
import type { PackerEvent } from "./stream/event.js";

/** A folder of a test's own, with a packer in it whose temporary files are there too. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "runner-test-"));
  /** Other tests run at the same time and make private folders too. */
  readonly temporary = join(this.folder, "tmp");
  readonly packer: Packer = packer({
    cwd: this.folder,
    env: { CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: this.folder, TMPDIR: this.temporary },
  });

  constructor() {
    mkdirSync(this.temporary);
  }

  /** Folders that the runner made for itself and that are still there. */
  leftOver(): readonly string[] {
    return readdirSync(this.temporary).filter((name) => name.startsWith("packwright-"));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The error of a build that fails, and what happened before it. */
export async function failing(
  work: (onEvent: (event: PackerEvent) => void) => Promise<unknown>,
): Promise<{ readonly error: BuildError; readonly events: readonly PackerEvent[] }> {
  const events: PackerEvent[] = [];
  const error: unknown = await work((event) => events.push(event)).then(
    () => "it did not fail",
    (reason: unknown) => reason,
  );
  if (!(error instanceof BuildError)) throw new Error(`no BuildError: ${String(error)}`, { cause: error });
  return { error, events };
}

/** Processes whose command line has some words in it, in columns of `ps`. */
export function processes(columns: string, words: string): readonly string[] {
  return spawnSync("ps", ["-ww", "-eo", columns], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes(words) && !line.startsWith("ps "));
}

/** Where a text stands in the file of a test, for the one time that it does beside the call of this. */
export function placeOf(
  text: string,
  url: string,
): { readonly file: string; readonly line: number; readonly column: number } {
  const file = fileURLToPath(url);
  const lines = readFileSync(file, "utf8").split("\n");
  const line = lines.findIndex((each) => each.includes(text) && !each.includes("placeOf("));
  return { file, line: line + 1, column: (lines[line]?.indexOf(text) ?? -1) + 1 };
}
