// `npm run bench:testing`: how fast templates are evaluated and tested, beside `packer validate` where there is a Packer.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { evaluate, validate } from "@packwright/testing";
import { median, ROOT } from "./peers.mjs";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./subjects/tutorial-unit.mjs";

const ASSERTIONS = 100;

const image = source
  .googlecompute("tutorial", { ...OPTIONS, image_labels: LABELS })
  .provision(shell({ inline: INLINE }), shell({ script: SCRIPT }));

/** The median of many rounds once the engine has warmed up. */
function warm(work, rounds = 500) {
  for (let i = 0; i < rounds; i++) work();
  return median(Array.from({ length: rounds }, () => elapsed(work)));
}

function elapsed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A whole process, from its start to its end. */
function testFile() {
  execFileSync(process.execPath, ["--test-reporter=dot", join(ROOT, "benchmarks/subjects/assertions.mjs")]);
}

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

console.log("the tutorial's template, warm");
console.log(`  evaluate  ${ms(warm(() => evaluate(image)))}   (limit 2 ms)`);
console.log(`  validate  ${ms(warm(() => validate(image)))}`);

const files = Array.from({ length: 9 }, () => elapsed(testFile));
const file = median(files);
console.log(`\na test file of ${ASSERTIONS} assertions about ${ASSERTIONS} templates, median of 9 processes`);
console.log(
  `  from the start of the process to its end  ${ms(file)}, the fastest ${ms(Math.min(...files))}   (limit 1500 ms)`,
);

if (spawnSync("packer", ["version"], { stdio: "ignore" }).error === undefined) {
  const folder = mkdtempSync(join(tmpdir(), "packwright-bench-"));
  try {
    // Before 1.7 the plugins were part of Packer, and could not be asked for.
    const hcl = image.toHcl().replace(/^packer \{\n(?:.*\n)*?\}\n\n?/m, "");
    writeFileSync(join(folder, "t.pkr.hcl"), hcl);
    writeFileSync(join(folder, SCRIPT), "");
    const env = { ...process.env, CHECKPOINT_DISABLE: "1" };
    const once = () => {
      const { status } = spawnSync("packer", ["validate", "t.pkr.hcl"], {
        cwd: folder,
        env,
        stdio: "ignore",
      });
      if (status !== 0) throw new Error("packer validate refuses the template");
    };
    const packer = median(Array.from({ length: 7 }, () => elapsed(once)));
    console.log(
      `  packer validate, once for each template  ${ms(packer * ASSERTIONS)}: ${((packer * ASSERTIONS) / file).toFixed(0)}× as long   (at least 20×)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.log("  there is no packer here to compare with");
}
