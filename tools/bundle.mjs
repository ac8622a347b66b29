// Makes one file of each entry of each package: Node loads one file in a fraction of the time of a hundred.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { joinDeclarations } from "./declarations.mjs";
import { ROOT } from "./run.mjs";

for (const name of readdirSync(`${ROOT}packages`)) {
  const folder = `${ROOT}packages/${name}`;
  if (!existsSync(`${folder}/package.json`)) continue;
  const {
    exports,
    bin = {},
    dependencies = {},
    peerDependencies = {},
  } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const sources = Object.values(exports)
    .map((target) => target["@packwright/source"])
    .filter((source) => source !== undefined);
  const commands = Object.values(bin).map((file) => file.replace("/dist/", "/src/").replace(/\.js$/, ".ts"));
  // A library that only a development dependency brings is small: it goes into the file, which is one less to load.
  const external = Object.keys({ ...dependencies, ...peerDependencies });
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  const { metafile } = await build({
    metafile: true,
    entryPoints: [...sources, ...commands].map((source) => `${folder}/${source}`),
    outdir: `${folder}/dist`,
    outbase: `${folder}/src`,
    bundle: true,
    // What is imported when it is needed stays in files of its own.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    platform: "neutral",
    target: "es2022",
    external: ["node:*", ...external],
    legalComments: "none",
    // Names stay, for stack traces; every other byte that nobody runs is time to load.
    minifyWhitespace: true,
    minifySyntax: true,
    // Node shows the line of an error that nobody catches, whole.
    lineLimit: 100,
    absWorkingDir: ROOT,
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "warning",
  });
  const notices = [...bundledPackages(Object.keys(metafile.inputs))].map(
    (path) =>
      `${path.split("node_modules/").at(-1)}\n\n${readFileSync(`${ROOT}${path}/LICENSE`, "utf8").trim()}\n`,
  );
  await joinDeclarations(folder, sources, external);
  if (notices.length > 0) writeFileSync(`${folder}/dist/LICENSES.txt`, notices.join("\n\n"));
}

/** The folders of the libraries that went into the files: their licences ask to be named wherever a copy goes. */
function bundledPackages(inputs) {
  return new Set(
    inputs.flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.slice(0, 1) ?? []),
  );
}
