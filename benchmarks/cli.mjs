// `npm run bench:cli`: what the command costs beside what Node needs to load zod and tsx, and how soon a save is written.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median, ROOT } from "./peers.mjs";

const FOLDER = join(ROOT, ".cache/bench-cli");
const BIN = join(ROOT, "packages/cli/dist/bin.js");
const ROUNDS = Number(process.env.ROUNDS ?? 15);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const template = join(FOLDER, "template.ts");
const written = join(FOLDER, "template.pkr.hcl");
copyFileSync(join(ROOT, "examples/tutorial/template.ts"), template);
// What the command cannot do without: a TypeScript file that needs zod, through the loader.
writeFileSync(join(FOLDER, "least.ts"), 'import { z } from "zod";\nexport default z.string() as unknown;\n');
writeFileSync(
  join(FOLDER, "least.mjs"),
  'import { register } from "tsx/esm/api";\nregister();\nawait import("./least.ts");\n',
);

/** Milliseconds from the start of a process to its end. */
function timed(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: FOLDER, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

const least = [];
const synth = [];
for (let round = 0; round < ROUNDS; round++) {
  least.push(timed("least.mjs"));
  rmSync(written, { force: true });
  synth.push(timed(BIN, "synth", "template.ts"));
}
const ratio = median(synth) / median(least);
console.log(`node with zod and tsx   ${median(least).toFixed(0)} ms`);
console.log(
  `packwright synth        ${median(synth).toFixed(0)} ms   ${ratio.toFixed(2)} of it; the limit is 1.5`,
);

const child = spawn(process.execPath, [BIN, "synth", "--watch", "template.ts"], {
  cwd: FOLDER,
  stdio: "ignore",
});
const text = readFileSync(template, "utf8");
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
await pause(4000);
const saves = [];
for (let round = 0; round < ROUNDS; round++) {
  const before = statSync(written).ino;
  const start = performance.now();
  writeFileSync(template, text.replace("Google Cloud Project ID", `Project ${round}`));
  // The file is replaced as a whole.
  while (statSync(written).ino === before) {
    if (performance.now() - start > 10_000) throw new Error("nothing was written");
    await pause(1);
  }
  saves.push(performance.now() - start);
  // The next process gets ready, as it does while a person types.
  await pause(2500);
}
child.kill("SIGINT");
console.log(`save to written file    ${median(saves).toFixed(0)} ms; the limit is 200`);
