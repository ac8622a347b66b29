// What `npm start` and `npm test` share: the steps that a fresh clone needs, with Node and npm alone.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const isWindows = process.platform === "win32";

/** Runs a program and lets it speak; tells whether it ended well. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: isWindows,
    ...options,
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

/** The same with what it says as text, in the order of its saying. */
export async function runQuietly(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], shell: isWindows });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on("error", ({ message }) => {
      resolve({ ok: false, output: `${command} could not be started: ${message}` });
    });
    child.on("close", (status) => {
      resolve({ ok: status === 0, output });
    });
  });
}

/** The path of a program that an installed package brings. */
export function bin(name) {
  return `${ROOT}node_modules/.bin/${name}`;
}

/** TypeScript 5.9 by its path, as both compilers that are installed call their program `tsc`. */
export const TSC = `${ROOT}node_modules/typescript/bin/tsc`;

/** Whether a program can be started. */
export function has(command, args = ["version"]) {
  return spawnSync(command, args, { stdio: "ignore", shell: isWindows }).status === 0;
}

/** Installs what the lock file names, unless that was done since it last changed. */
export function install() {
  const done = `${ROOT}node_modules/.modules.yaml`;
  const lock = `${ROOT}pnpm-lock.yaml`;
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return true;
  const { packageManager } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  return run("npx", ["--yes", packageManager, "install", "--frozen-lockfile", "--prefer-offline"]);
}

/** Checks the types of the packages, writes their declarations and one file of JavaScript each; compiles the examples. */
export function build() {
  return run(process.execPath, [TSC, "-b", "tsconfig.json"]) && run(process.execPath, ["tools/bundle.mjs"]);
}
