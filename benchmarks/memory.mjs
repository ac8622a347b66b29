// `npm run bench:memory`: how many times its own size a hostile text takes in memory when it is read or laid out. Each runs in a
// process of its own; what the engine sets aside for short-lived objects, some 50 MB, is in the figure.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, parse, parseJson } from "@packwright/hcl";

const LIMIT = 100;
const SIZE = Number(process.env.SIZE ?? 6_000_000);
const fill = (piece) => piece.repeat(Math.ceil(SIZE / piece.length));

const NATIVE = {
  spaces: () => fill(" "),
  newlines: () => fill("\n"),
  "attributes on lines": () => fill("a=1\n"),
  names: () => fill("a "),
  "empty blocks": () => fill("a{}\n"),
  "nested blocks": () => fill('a "b" {'),
  "open lists": () => fill("["),
  "open calls": () => `a=${fill("f(")}`,
  "open objects": () => `a=${fill("{a=")}`,
  "open for-expressions": () => `a=${fill("[for a in b:")}`,
  "a list on one line": () => `a=[${fill("1,")}]`,
  "an object on one line": () => `a={${fill("a=1,")}}`,
  "a sum": () => `a=${fill("1+")}1`,
  negations: () => `a=${fill("-")}1`,
  conditionals: () => `a=${fill("1?1:")}1`,
  "attributes of attributes": () => `a=b${fill(".c")}`,
  indexes: () => `a=b${fill("[0]")}`,
  splats: () => `a=b${fill(".*")}`,
  quotes: () => fill('"'),
  "open quotes on lines": () => fill('a="\n'),
  "open interpolations": () => fill("${"),
  interpolations: () => `a="${fill("${a}")}"`,
  "open directives": () => `a="${fill("%{if a}")}"`,
  comments: () => fill("#\n"),
  heredocs: () => fill("a=<<E\nE\n"),
  "characters that mean nothing": () => fill("@"),
  "one name": () => fill("a"),
};

const JSON_TEXTS = {
  "open lists": () => fill("["),
  "open objects": () => fill('{"a":'),
  "a list": () => `[${fill("1,")}1]`,
  "a list of objects": () => `[${fill("{},")}1]`,
  properties: () => `{${fill('"a":1,')}"b":2}`,
  "characters that mean nothing": () => fill("@"),
};

const WORK = {
  parse: [NATIVE, parse],
  format: [NATIVE, format],
  parseJson: [JSON_TEXTS, parseJson],
};

const [, , work, name] = process.argv;
if (work !== undefined) {
  const [texts, read] = WORK[work];
  // From bytes, so that the text is one string and not a tree of pieces.
  const bytes = Buffer.from(texts[name]());
  const text = bytes.toString();
  globalThis.gc();
  const before = process.memoryUsage().rss;
  read(text);
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
  console.log((peak - before) / bytes.length);
} else {
  const rows = Object.entries(WORK).flatMap(([of, [texts]]) =>
    Object.keys(texts).map((text) => {
      const output = execFileSync(
        process.execPath,
        ["--expose-gc", fileURLToPath(import.meta.url), of, text],
        {
          encoding: "utf8",
        },
      );
      return { of, text, times: Number(output) };
    }),
  );
  rows.sort((a, b) => b.times - a.times);
  console.log(
    `memory beside the size of the text, ${(SIZE / 1e6).toFixed(1)} MB each (at most ${LIMIT} times)`,
  );
  for (const { of, text, times } of rows) console.log(`  ${times.toFixed(0).padStart(4)} ×  ${of}: ${text}`);
  if (rows[0].times > LIMIT) process.exitCode = 1;
}
