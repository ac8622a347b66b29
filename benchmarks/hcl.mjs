// `node benchmarks/hcl.mjs`: how fast HCL is read and formatted, beside @cdktf/hcl2json and beside Go's own library, in one run.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { installPeers, median, ROOT } from "./peers.mjs";

const FOLDER = `${ROOT}.cache/benchmarks`;
const TUTORIAL = `${ROOT}fixtures/tutorial/loop-node-18-ubuntu-minimal-2204.pkr.hcl`;
const ROUNDS = 15;
const PROCESSES = 3;

/** So many copies of the tutorial's template, each with names of its own; the `packer` block stands once. */
function copies(count) {
  const tutorial = readFileSync(TUTORIAL, "utf8");
  const at = tutorial.indexOf("variable ");
  const [head, unit] = [tutorial.slice(0, at), tutorial.slice(at)];
  const units = Array.from({ length: count }, (_, number) =>
    unit
      .replaceAll("nodejs-base", `nodejs-${number}`)
      .replaceAll('"project_id"', `"project_${number}"`)
      .replaceAll("var.project_id", `var.project_${number}`),
  );
  return head + units.join("\n");
}

function textFile(name, text) {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/${name}`;
  writeFileSync(file, text);
  return { file, megabytes: Buffer.byteLength(text) / 1e6 };
}

function measure(subject, file, rounds) {
  const args = [`${ROOT}benchmarks/hcl-subject.mjs`, subject, file, String(rounds)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 30 }));
}

/** The Go reference, built for this run; `undefined` where there is no Go. */
function buildGo() {
  if (spawnSync("go", ["version"]).error !== undefined) return undefined;
  const binary = `${FOLDER}/hcl-reference${process.platform === "win32" ? ".exe" : ""}`;
  mkdirSync(FOLDER, { recursive: true });
  execFileSync("go", ["build", "-trimpath", "-buildvcs=false", "-o", binary, "."], {
    cwd: `${ROOT}tools/hcl-reference`,
    stdio: "inherit",
  });
  return (work, file) => ({
    times: JSON.parse(
      execFileSync(binary, ["bench", "--rounds", String(ROUNDS), work, file], { encoding: "utf8" }),
    ),
  });
}

/** First and warm times of each subject; they take turns, so that a slow moment of the machine meets all of them. */
function compare(title, subjects) {
  console.log(
    `\n${title} (${PROCESSES} processes, ${ROUNDS} rounds in each; × is how often packwright does it meanwhile)`,
  );
  const runs = new Map(subjects.map(([name]) => [name, []]));
  for (let i = 0; i < PROCESSES; i++) {
    for (const [name, run] of subjects) runs.get(name).push(run().times);
  }
  let own;
  for (const [name, all] of runs) {
    const first = median(all.map(([time]) => time));
    const warm = median(all.map(([, ...others]) => median(others)));
    own ??= { first, warm };
    const ratios =
      own.warm === warm ? "" : `   ${times(first / own.first)} first, ${times(warm / own.warm)} warm`;
    console.log(`  ${name.padEnd(36)} first ${ms(first)}   warm ${ms(warm)}${ratios}`);
  }
}

/** From the start of a process until it has read its first file: how long a user of a tool waits. */
function firstParse(file) {
  console.log(
    "\nthe tutorial's template, from the start of a process until it is read (median of 9 processes)",
  );
  const time = (subject, pick) => median(Array.from({ length: 9 }, () => pick(measure(subject, file, 1))));
  const subjects = ["parse", "hcl2json"].map((subject) => ({
    name: subject === "parse" ? "packwright" : "@cdktf/hcl2json",
    own: time(subject, ({ times: [first] }) => first),
    all: time(subject, ({ sinceStart }) => sinceStart),
  }));
  for (const { name, own, all } of subjects) {
    console.log(`  ${name.padEnd(36)} load and parse ${ms(own)}   since the process started ${ms(all)}`);
  }
  const [ours, theirs] = subjects;
  console.log(
    `  ${times(theirs.own / ours.own)} sooner, ${times(theirs.all / ours.all)} with the start of Node itself`,
  );
}

/** Time and memory beside the size of the file: the columns by megabyte stay level when both are linear. */
function linear(work) {
  console.log(
    `\n${work} by size (warm; memory is the most that the process took, less that of one with nothing to do)`,
  );
  for (const count of [500, 1_000, 2_500, 5_000, 10_400]) {
    const { file, megabytes } = textFile(`${count}.pkr.hcl`, copies(count));
    const {
      times: [, ...warm],
    } = measure(work, file, 5);
    const memory = measure(work, file, 1).memory - measure("nothing", file, 1).memory;
    const time = median(warm);
    console.log(
      `  ${megabytes.toFixed(2).padStart(6)} MB   ${ms(time)}   ${(time / megabytes).toFixed(0).padStart(4)} ms/MB   ${(memory / 1e6 / megabytes).toFixed(0).padStart(4)} × its size in memory`,
    );
  }
}

const ms = (value) => `${value.toFixed(0).padStart(6)} ms`;
const times = (value) => `${value.toFixed(1)}×`;

installPeers();
const go = buildGo();
if (go === undefined) console.log("There is no go on the PATH: nothing is compared with Go's own library.");
const { file, megabytes } = textFile("thousand.pkr.hcl", copies(1_000));
const size = `${megabytes.toFixed(2)} MB, a thousand copies of the tutorial's template`;
compare(`parsing ${size}`, [
  ["packwright", () => measure("parse", file, ROUNDS)],
  ["@cdktf/hcl2json", () => measure("hcl2json", file, ROUNDS)],
  ...(go === undefined ? [] : [["Go, hclsyntax.ParseConfig", () => go("parse", file)]]),
]);
compare(`formatting ${size}`, [
  ["packwright", () => measure("format", file, ROUNDS)],
  ...(go === undefined ? [] : [["Go, hclwrite.Format", () => go("format", file)]]),
]);
firstParse(TUTORIAL);
linear("parse");
linear("format");
