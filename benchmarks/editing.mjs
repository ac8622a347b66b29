// `npm run bench:editing`: what the types cost whoever edits a program, as ratios to an empty one, in one run.
import { join } from "node:path";
import { EMPTY, timeInTurn, writeProject } from "./compiler.mjs";
import { Session } from "./editing-session.mjs";
import { median, ROOT } from "./peers.mjs";

const FOLDER = join(ROOT, ".cache/editing");
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const COUNT = 200;

const ZONES = ["europe-west3-a", "us-central1-b", "asia-east1-c", "europe-west1-d"];
const FAMILIES = ["debian-12", "ubuntu-2204-lts", "rocky-linux-9", "sles-15"];
const EXTRA = [
  `disk_size: 30, disk_type: "pd-ssd", image_labels: { team: "web" }`,
  `use_iap: true, use_internal_ip: true, omit_external_ip: true, tags: ["build", "iap"]`,
  `disk_attachment: [{ volume_type: "pd-ssd", volume_size: 50 }, { source_volume: "v" }]`,
  `preemptible: true, on_host_maintenance: "TERMINATE", metadata: { "enable-oslogin": "TRUE" }`,
  `accelerator_count: 1, accelerator_type: "t4", on_host_maintenance: "TERMINATE"`,
  `enable_vtpm: true, enable_integrity_monitoring: true, network: "build", subnetwork: "build"`,
  `image_storage_locations: ["eu"], image_description: "x", state_timeout: "10m", scopes: ["cloud-platform"]`,
];

/** A source that has other options, and other values of them, than its neighbours. */
function source(at) {
  const pick = (list) => list[at % list.length];
  return `source.googlecompute("web-${at}", {
  project_id: "loopbin-${at}",
  zone: "${pick(ZONES)}",
  source_image_family: "${pick(FAMILIES)}",
  ssh_username: "packer",
  image_name: "web-${at}",
  machine_type: "e2-standard-${2 ** (1 + (at % 4))}",
  ${pick(EXTRA)},
})`;
}

const STEPS = (at) => `.provision(
  shell({ inline: ["sudo apt-get update", "echo ${at}"] }),
  shell({ script: "setup-${at}.sh", env: { N: "${at}" }, pause_before: "10s" }),
  file({ source: "files/${at}", destination: "/tmp/${at}" }),
)`;

const IMPORTS = `import { source } from "@packwright/googlecompute";
import { file, shell } from "@packwright/provisioners";
`;
const all = (make) =>
  Array.from({ length: COUNT }, (_, at) => `export const web${at} = ${make(at)};\n`).join("");

const PROGRAMS = {
  empty: EMPTY,
  sources: `${IMPORTS.split("\n")[0]}\n${all(source)}`,
  steps: `${IMPORTS}${all((at) => source(at) + STEPS(at))}`,
};

async function completion() {
  const file = join(FOLDER, "sources/template.ts");
  const session = new Session();
  await session.open(file, PROGRAMS.sources);
  const lines = PROGRAMS.sources.split("\n");
  const inside = lines.flatMap((line, at) => (line.includes("machine_type:") ? [at + 1] : []));
  const times = [];
  // The first answers pay for reading the program, which an editor does when a file is opened.
  for (const line of inside.slice(0, 5)) await session.complete(file, line, 3);
  for (let i = 0; i < 20; i++) {
    const line = inside[(i * 7) % inside.length];
    // An option that nobody has given yet, and what stands behind it, as somebody types them.
    const typed = "skip_, ";
    session.insert(file, line, 3, typed);
    const start = performance.now();
    const names = await session.complete(file, line, 8);
    times.push(performance.now() - start);
    if (!names.includes("skip_create_image"))
      throw new Error(`no completion in line ${line}: ${names.slice(0, 5)}`);
    session.remove(file, line, 3, typed.length);
  }
  session.close();
  return times;
}

const folders = Object.fromEntries(Object.keys(PROGRAMS).map((name) => [name, join(FOLDER, name)]));
for (const [name, folder] of Object.entries(folders))
  writeProject(folder, PROGRAMS[name], { skipLibCheck: true });
const times = timeInTurn(folders, ROUNDS);
const empty = median(times.empty);
const LIMITS = { sources: 1.75, steps: 2 };
console.log(
  `tsc --noEmit, median of ${ROUNDS}: an empty program that imports zod takes ${empty.toFixed(0)} ms`,
);
let missed = false;
for (const [name, limit] of Object.entries(LIMITS)) {
  const ratio = median(times[name]) / empty;
  missed ||= ratio > limit;
  const what = name === "steps" ? `${COUNT} sources with three steps each` : `${COUNT} different sources`;
  console.log(`  ${what}: ${ratio.toFixed(2)} times that (at most ${limit})`);
}
const answers = await completion();
const slow = Math.max(...answers);
missed ||= median(answers) > 100;
console.log(
  `completion of an option inside a literal: ${median(answers).toFixed(0)} ms, ${slow.toFixed(0)} ms at most (100 ms allowed)`,
);
if (missed) process.exitCode = 1;
