// Makes one file of each entry of each package: Node loads one file in a fraction of the time of a hundred.
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { build } from "esbuild";
import { ROOT } from "./run.mjs";

for (const name of readdirSync(`${ROOT}packages`)) {
  const folder = `${ROOT}packages/${name}`;
  if (!existsSync(`${folder}/package.json`)) continue;
  const { exports, bin = {} } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const commands = Object.values(bin).map((file) => file.replace("/dist/", "/src/").replace(/\.js$/, ".ts"));
  const entries = Object.values(exports)
    .map((target) => target["@packwright/source"])
    .filter((source) => source !== undefined)
    .concat(commands)
    .map((source) => `${folder}/${source}`);
  await build({
    entryPoints: entries,
    outdir: `${folder}/dist`,
    outbase: `${folder}/src`,
    bundle: true,
    // What is imported when it is needed stays in files of its own.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    platform: "neutral",
    target: "es2022",
    packages: "external",
    external: ["node:*"],
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
  });
}
