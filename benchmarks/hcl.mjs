// `node benchmarks/hcl.mjs`: how fast a thousand copies of the tutorial's template are read and formatted.
import { readFileSync } from "node:fs";
import { format, parse, print } from "@packwright/hcl";

const tutorial = readFileSync(
  new URL("../fixtures/tutorial/loop-node-18-ubuntu-minimal-2204.pkr.hcl", import.meta.url),
  "utf8",
);
const text = Array.from({ length: 1000 }, (_, at) =>
  tutorial.replaceAll("nodejs-base", `nodejs-base-${at}`).replaceAll("project_id", `project_id_${at}`),
).join("\n");

/** The first run and the median of those after it. */
function measure(name, work) {
  const times = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  const [first, ...others] = times;
  const warm = others.toSorted((a, b) => a - b)[Math.floor(others.length / 2)];
  console.log(`${name.padEnd(8)} first ${first.toFixed(0)} ms, warm ${warm.toFixed(0)} ms`);
}

console.log(`${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
measure("parse", () => parse(text));
measure("format", () => format(text));
const { body } = parse(text);
measure("print", () => print(body));
