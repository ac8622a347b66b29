import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a shell or an entry point is called with. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const STAND_INS = ["packer", "gcloud", "tar"];

/** Writes down the program and each argument, a line each. */
const RECORD = `#!/bin/sh
printf '%s' "\${0##*/}" >> "$RECORD"
for word in "$@"; do printf '\\t%s' "$word" >> "$RECORD"; done
printf '\\n' >> "$RECORD"
`;

/** The commands that calls run, with programs in the place of `packer`, `gcloud` and `tar` that only write them down. */
export function commandsOf(calls: readonly Call[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), "packwright-"));
  try {
    for (const name of STAND_INS) {
      writeFileSync(join(folder, name), RECORD);
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, "record"), "");
    for (const { program, args, env } of calls) {
      const path = `${folder}:${process.env["PATH"] ?? ""}`;
      const known = { PATH: path, RECORD: join(folder, "record"), ...env };
      execFileSync(STAND_INS.includes(program) ? join(folder, program) : program, args, {
        env: known,
        cwd: folder,
      });
    }
    const lines = readFileSync(join(folder, "record"), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => line.split("\t"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
