// The libraries that benchmarks compare with: installed into .cache/ when benchmarks run, and by nothing else.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

const PEERS = {
  "@cdktf/hcl2json": "0.21.0",
  "@cdktf/provider-google": "16.12.1",
  "terraform-generator": "6.7.0",
  cdktf: "0.21.0",
  constructs: "10.8.1",
};

export function installPeers() {
  const folder = `${ROOT}.cache/peers`;
  const manifest = JSON.stringify({ private: true, dependencies: PEERS });
  const isInstalled =
    existsSync(`${folder}/node_modules`) && readFileSync(`${folder}/package.json`, "utf8") === manifest;
  if (isInstalled) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, manifest);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: "inherit",
  });
}

export const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
