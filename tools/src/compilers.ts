import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./repository.js";

/** The compilers that types are promised for. */
export const COMPILERS = {
  "TypeScript 5.9": join(ROOT, "node_modules/typescript/bin/tsc"),
  "TypeScript 7": join(ROOT, "node_modules/typescript-7/bin/tsc"),
} as const;

export type Compiler = keyof typeof COMPILERS;

/** An error of the compiler: where, its number, and its whole text. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

/** The options under which a strict user compiles; the packages are found as an installed package is. */
export const USER_OPTIONS = {
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

const LINE = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;

/** Compiles files as a user would, with one of the compilers, and tells its errors. */
export function compile(compiler: Compiler, files: readonly string[]): readonly CompileError[] {
  const folder = join(ROOT, ".cache/compile");
  mkdirSync(folder, { recursive: true });
  const config = join(
    folder,
    `${compiler.replace(/\W+/g, "-")}-${String(process.pid)}-${String(next++)}.json`,
  );
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: { ...USER_OPTIONS, typeRoots: [join(ROOT, "node_modules/@types")] },
      files,
    }),
  );
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [COMPILERS[compiler], "-p", config, "--pretty", "false"],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 64 << 20 },
  );
  if (error !== undefined) throw error;
  const errors: CompileError[] = [];
  for (const row of `${stdout}\n${stderr}`.split("\n")) {
    const found = LINE.exec(row);
    if (found !== null) {
      const [, file = "", line, column, code = "", text = ""] = found;
      errors.push({ file: join(ROOT, file), line: Number(line), column: Number(column), code, text });
    } else if (/^\s+\S/.test(row)) {
      // The compiler explains itself in indented lines below the error.
      const last = errors.pop();
      if (last !== undefined) errors.push({ ...last, text: `${last.text}\n${row}` });
    } else if (row.startsWith("error ")) {
      throw new Error(`${compiler} did not run: ${row}`);
    }
  }
  return errors;
}

let next = 0;
