// Programs that benchmarks give to the compiler, each as a project of its own under .cache/.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TSC = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");

/** The least that imports zod: what every program costs before Packwright. */
export const EMPTY = `import { z } from "zod";\nexport const text = z.string();\n`;

/** Writes a project of one program; the packages are found where this workspace has them. */
export function writeProject(folder, text, settings = {}) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "template.ts"), text);
  const compilerOptions = {
    module: "nodenext",
    target: "es2022",
    strict: true,
    noEmit: true,
    types: [],
    ...settings,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["template.ts"] }, null, 2),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
}

/** The milliseconds that the whole process of a compiler takes; what it reports is an error. */
function timeCheck(folder) {
  const start = performance.now();
  execFileSync(process.execPath, [TSC, "-p", folder], { stdio: "inherit" });
  return performance.now() - start;
}

/** The times of each project, taken in turn, as a machine is never the same for long. */
export function timeInTurn(folders, rounds) {
  const times = Object.fromEntries(Object.keys(folders).map((name) => [name, []]));
  for (let i = 0; i < rounds; i++)
    for (const [name, folder] of Object.entries(folders)) times[name].push(timeCheck(folder));
  return times;
}
