import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPILERS, USER_OPTIONS, type Compiler } from "./compilers.js";
import { ROOT } from "./repository.js";

/** How many types a compiler makes of generic ones for a program; the same on every machine. */
export function countInstantiations(compiler: Compiler, file: string): number {
  const folder = join(ROOT, ".cache/compile");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, `instantiations-${String(process.pid)}-${String(next++)}.json`);
  const compilerOptions = { ...USER_OPTIONS, typeRoots: [join(ROOT, "node_modules/@types")] };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const { stdout, error } = spawnSync(
    process.execPath,
    [COMPILERS[compiler], "-p", config, "--extendedDiagnostics"],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 64 << 20 },
  );
  if (error !== undefined) throw error;
  const found = /^Instantiations:\s+(\d+)/m.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`${compiler} tells no instantiations:\n${stdout}`);
  return Number(found);
}

let next = 0;
