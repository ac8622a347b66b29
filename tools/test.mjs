// `npm test`: everything that this machine can check, and the names of what it cannot. Ends with `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { bin, build, has, install, ROOT, run, runQuietly, TSC } from "./run.mjs";

const isFull = process.env.PACKWRIGHT_FULL === "1";
const results = `${ROOT}.cache/vitest.json`;
const skipped = [];
let passed = 0;
let failed = 0;

function step(name, work) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  return ended(name, start, work());
}

function ended(name, start, ok) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? "ok" : "FAILED"}: ${name} (${seconds} s)`);
  if (ok) passed++;
  else failed++;
  return ok;
}

/**
 * Checks that have nothing to do with each other and use a single processor each, as many at a time as there are
 * processors; what one of them says stands together when it has ended.
 */
async function steps(checks) {
  const waiting = Object.entries(checks);
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, [command, args]] = next;
      const start = performance.now();
      const { ok, output } = await runQuietly(command, args);
      console.log(`\n=== ${name}\n${output}`.trimEnd());
      ended(name, start, ok);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Suites that need more than Node, and what to install for them. */
const NEEDS = [
  { suite: "packer", there: () => has("packer"), missing: "no packer on the PATH", required: true },
  {
    suite: "go",
    there: () => has("go"),
    missing: "no go on the PATH, which builds the HCL reference",
    required: true,
  },
  {
    suite: "corpus",
    there: () => existsSync(`${ROOT}../shared/corpus`),
    missing: "no folder ../shared/corpus with public templates",
    required: false,
  },
];

function vitest() {
  const projects = ["unit", "properties", "types-5.9", "types-7"];
  for (const { suite, there, missing, required } of NEEDS) {
    if (there()) projects.push(suite);
    else if (isFull && required) {
      console.error(`${missing}: the suite "${suite}" has to run when PACKWRIGHT_FULL is 1`);
      failed++;
    } else skipped.push(`${suite}: ${missing}`);
  }
  mkdirSync(`${ROOT}.cache`, { recursive: true });
  rmSync(results, { force: true });
  const ok = run(bin("vitest"), [
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
  ]);
  const report = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : undefined;
  if (report === undefined || report.numTotalTests === 0) {
    console.error("the tests did not run");
    return false;
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "pending" || test.status === "skipped") skipped.push(test.fullName);
    }
  }
  return ok;
}

const ready = step("install", install) && step("build", build);
if (ready) {
  // The longest comes first.
  await steps({
    lint: [bin("eslint"), [".", "--max-warnings", "0"]],
    types: [process.execPath, [TSC, "-p", "tsconfig.check.json"]],
    formatting: [bin("prettier"), ["--check", "--log-level", "warn", "."]],
    "unused code": [bin("knip"), []],
    "direction of imports": [
      bin("depcruise"),
      ["--config", ".dependency-cruiser.cjs", "packages", "examples", "tools"],
    ],
  });
  step("tests", vitest);
}
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((reason) => `  ${reason}`).join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
