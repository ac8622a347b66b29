// `npm run bench`: how fast templates are made, beside other libraries, in one run and as ratios.
import { execFileSync } from "node:child_process";
import { installPeers, median, ROOT } from "./peers.mjs";

/** The first round, and the median of the later half: until then the engine compiles, and every round is faster than the last. */
function measure(subject, n, rounds) {
  const module = new URL(`./subjects/${subject}.mjs`, import.meta.url).href;
  const output = execFileSync(
    process.execPath,
    [`${ROOT}benchmarks/measure.mjs`, module, String(n), String(rounds)],
    {
      encoding: "utf8",
    },
  );
  const times = JSON.parse(output);
  return { first: times[0], warm: median(times.slice(Math.floor(times.length / 2))) };
}

/** Each subject several times in turn, so that a slow moment of the machine meets all of them. */
function compare(subjects, n, rounds, processes) {
  const results = Object.fromEntries(subjects.map((subject) => [subject, []]));
  for (let i = 0; i < processes; i++) {
    for (const subject of subjects) results[subject].push(measure(subject, n, rounds));
  }
  return Object.fromEntries(
    subjects.map((subject) => [
      subject,
      {
        first: median(results[subject].map(({ first }) => first)),
        warm: median(results[subject].map(({ warm }) => warm)),
      },
    ]),
  );
}

const ms = (value) => `${value.toFixed(0)} ms`;

function report(n, rounds, processes, subjects) {
  console.log(
    `\n${n} sources with a build each: construct, check, print (${processes} processes, ${rounds} rounds in each)`,
  );
  const times = compare(subjects, n, rounds, processes);
  const own = times.packwright;
  for (const [subject, { first, warm }] of Object.entries(times)) {
    const ratios = [`${(first / own.first).toFixed(2)}× first`, `${(warm / own.warm).toFixed(2)}× warm`];
    const times = [`first ${ms(first).padStart(9)}`, `warm ${ms(warm).padStart(9)}`];
    const shown = rounds === 1 ? 1 : 2;
    const ratio = subject === "packwright" ? "" : `   ${ratios.slice(0, shown).join(", ")}`;
    console.log(`  ${subject.padEnd(20)} ${times.slice(0, shown).join("   ")}${ratio}`);
  }
  return own;
}

function load() {
  const time = (code) => {
    const times = Array.from({ length: 15 }, () => {
      const script = `const start = performance.now(); ${code}; console.log(performance.now() - start);`;
      return Number(
        execFileSync(process.execPath, ["--input-type=module", "-e", script], {
          cwd: `${ROOT}benchmarks`,
          encoding: "utf8",
        }),
      );
    });
    return median(times);
  };
  const zod = time('await import("zod")');
  const own = time(
    'await Promise.all([import("@packwright/core"), import("@packwright/googlecompute"), import("@packwright/provisioners")])',
  );
  console.log(`\nloading (median of 15 processes)\n  zod                  ${ms(zod)}`);
  console.log(
    `  core + googlecompute + provisioners, zod included  ${ms(own)}   ${(own / zod).toFixed(2)}× zod alone`,
  );
}

installPeers();
const small = report(1_000, 20, 3, ["packwright", "terraform-generator", "cdktf", "cdktf-untyped"]);
const large = report(10_000, 6, 3, ["packwright", "terraform-generator"]);
console.log(`\nten times the sources take ${(large.warm / small.warm).toFixed(1)} times as long (warm)`);
// One round, as cdktf takes so long.
report(10_000, 1, 1, ["packwright", "cdktf", "cdktf-untyped"]);
load();
