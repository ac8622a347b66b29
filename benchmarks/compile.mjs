// `npm run bench:compile`: what the contract's program of expressions costs the compiler, as a ratio to an empty one.
//
// The compiler checks declarations, too, unless `skipLibCheck` says no. Its defaults decide here: with them the contract's
// sketch, declarations without documentation and with few options, costs the 1.05 that the contract names for it. With
// `skipLibCheck` the empty program does a third of that work, and what even the sketch adds to it weighs more than the limit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EMPTY, timeInTurn, writeProject } from "./compiler.mjs";
import { median, ROOT } from "./peers.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const LIMIT = 1.15;
const CONTRACT = join(ROOT, "fixtures/contract");
const PROGRAM = readFileSync(join(CONTRACT, "compiles/expressions.ts"), "utf8");
const SKETCH = Object.fromEntries(
  ["core", "googlecompute", "provisioners"].map((name) => [
    `@packwright/${name}`,
    [join(CONTRACT, `sketch/${name}.d.ts`)],
  ]),
);

const PROGRAMS = {
  empty: [EMPTY, {}],
  sketch: [PROGRAM, { paths: SKETCH }],
  packwright: [PROGRAM, {}],
};

let missed = false;
for (const skipLibCheck of [false, true]) {
  const folders = {};
  for (const [name, [text, settings]] of Object.entries(PROGRAMS)) {
    folders[name] = join(ROOT, ".cache/compile", `${name}${skipLibCheck ? "-skip" : ""}`);
    writeProject(folders[name], text, { exactOptionalPropertyTypes: true, skipLibCheck, ...settings });
  }
  const times = timeInTurn(folders, ROUNDS);
  const empty = median(times.empty);
  const ratio = (name) => (median(times[name]) / empty).toFixed(2);
  const limit = skipLibCheck ? "no limit" : `at most ${LIMIT}`;
  console.log(`${skipLibCheck ? "with skipLibCheck" : "as tsc does by itself"}, median of ${ROUNDS}:`);
  console.log(`  an empty program that imports zod: ${empty.toFixed(0)} ms`);
  console.log(`  expressions.ts with Packwright: ${ratio("packwright")} times that (${limit})`);
  console.log(`  expressions.ts with the contract's sketch: ${ratio("sketch")} times that`);
  if (!skipLibCheck) missed = median(times.packwright) / empty > LIMIT;
}
if (missed) process.exitCode = 1;
