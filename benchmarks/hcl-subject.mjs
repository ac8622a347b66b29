// One library and one kind of work in a process of its own: `node hcl-subject.mjs <subject> <file> <rounds>` prints, as JSON,
// the milliseconds of each round, those from the start of the process to the end of the first round, and the most memory it took.
import { readFileSync } from "node:fs";
import { peer } from "./subjects/peers.mjs";

const [, , subject, file, rounds] = process.argv;
const text = readFileSync(file, "utf8");

const SUBJECTS = {
  parse: async () => {
    const { parse } = await import("@packwright/hcl");
    return () => {
      const { body, diagnostics } = parse(text);
      if (diagnostics.length > 0 || body.items.length === 0) throw new Error("it was not read");
    };
  },
  format: async () => {
    const { format } = await import("@packwright/hcl");
    return () => {
      if (format(text).diagnostics.length > 0) throw new Error("it was not formatted");
    };
  },
  hcl2json: async () => {
    const { parse } = peer("@cdktf/hcl2json");
    return async () => {
      if (Object.keys(await parse("main.tf", text)).length === 0) throw new Error("it was not read");
    };
  },
  nothing: async () => () => {},
};

const times = [];
let sinceStart;
const loading = performance.now();
const work = await SUBJECTS[subject]();
for (let round = 0; round < Number(rounds); round++) {
  const start = round === 0 ? loading : performance.now();
  await work();
  times.push(performance.now() - start);
  sinceStart ??= performance.now();
}
console.log(JSON.stringify({ times, sinceStart, memory: process.resourceUsage().maxRSS * 1024 }));
process.exit(0);
