// `npm start`: from a fresh clone to the tutorial's template in three forms.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { build, has, install, ROOT } from "./run.mjs";

const NAME = "examples/tutorial/loop-node-18-ubuntu-minimal-2204";

if (!install() || !build()) process.exit(1);
const { status, stdout } = spawnSync(
  process.execPath,
  ["--enable-source-maps", "examples/dist/tutorial/build.js"],
  {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  },
);
if (status !== 0) process.exit(status ?? 1);

const report = stdout.replaceAll(ROOT, "");
console.log(`
The tutorial's golden image, written in TypeScript (examples/tutorial/template.ts), as a Packer template:

${readFileSync(`${ROOT}${NAME}.pkr.hcl`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => (line === "" ? "" : `    ${line}`))
  .join("\n")}

${report}
Checked: every option, its type and its value, the rules between them, names and references, the text that each form
can hold. An error would have stopped it before a file was touched.

Next:
    packer init ${NAME}.pkr.hcl${has("packer") ? "" : "        (packer is not on this machine)"}
    packer validate ${NAME}.pkr.hcl
    npm test`);
