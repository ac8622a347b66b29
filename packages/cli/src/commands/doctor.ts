import { contentsOf } from "@packwright/core";
import { packer, PackerNotFoundError, PackerVersionError } from "@packwright/runner";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, type Surroundings } from "../output.js";

/** One thing that is needed: what is there, or what to do about it. */
interface Finding {
  readonly name: string;
  readonly found?: string;
  readonly remedy?: string;
}

/** Tells what this machine lacks to build templates, and how to get it. */
export async function doctor(
  loaded: readonly Loaded[],
  binary: string | undefined,
  around: Surroundings,
): Promise<number> {
  const contents = loaded.map(({ template }) => contentsOf(template));
  const types = new Set(
    contents.flatMap(({ builds }) => builds.flatMap(({ sources }) => sources.map(({ type }) => type))),
  );
  const plugins = new Map(
    contents.flatMap((each) => each.plugins.map(({ name, source }) => [name, source] as const)),
  );
  const { finding, version } = await packerFinding(binary, around);
  const findings = [
    nodeFinding(),
    moduleFinding("zod", "npm install zod", around.cwd),
    moduleFinding("typescript", "npm install --save-dev typescript", around.cwd),
    finding,
    ...(version === undefined ? [] : pluginFindings(plugins, binary ?? "packer", version, around)),
    ...(types.has("googlecompute") ? [googleFinding(around)] : []),
    ...(types.has("docker") ? [dockerFinding(around)] : []),
    ...(types.has("qemu") ? [qemuFinding(around)] : []),
  ];
  for (const { name, found, remedy } of findings) {
    around.out(remedy === undefined ? `ok       ${name}: ${found ?? ""}\n` : `missing  ${name}: ${remedy}\n`);
  }
  if (loaded.length === 0) {
    around.out("\nName templates to have their plugins and credentials looked at too.\n");
  }
  return findings.some(({ remedy }) => remedy !== undefined) ? EXIT.failed : EXIT.ok;
}

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > 20 || (major === 20 && minor >= 19);
  const found = process.versions.node;
  return isNew
    ? { name: "Node.js", found }
    : { name: "Node.js", remedy: `this is ${found}; install 20.19 or later from https://nodejs.org` };
}

function moduleFinding(name: string, remedy: string, cwd: string): Finding {
  try {
    createRequire(join(cwd, "package.json")).resolve(`${name}/package.json`);
    return { name, found: "installed" };
  } catch {
    return { name, remedy };
  }
}

async function packerFinding(
  binary: string | undefined,
  { cwd }: Surroundings,
): Promise<{ readonly finding: Finding; readonly version?: string }> {
  const name = "Packer";
  try {
    const { text } = await packer({ cwd, ...(binary === undefined ? {} : { binary }) }).version();
    return { finding: { name, found: text }, version: text };
  } catch (error) {
    if (!(error instanceof PackerNotFoundError) && !(error instanceof PackerVersionError)) throw error;
    return { finding: { name, remedy: error.message } };
  }
}

function pluginFindings(
  plugins: ReadonlyMap<string, string>,
  binary: string,
  version: string,
  { cwd, env }: Surroundings,
): readonly Finding[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isBefore = (wanted: number): boolean => major === 1 && minor < wanted;
  return [...plugins].map(([plugin, source]): Finding => {
    const name = `plugin ${plugin}`;
    if (isBefore(7)) return { name, found: "this Packer has its plugins built in" };
    if (isBefore(8)) return { name, found: "packwright run installs it when it is missing" };
    const { stdout } = spawnSync(binary, ["plugins", "installed"], { cwd, env, encoding: "utf8" });
    // It prints their paths, in the spelling of the system.
    const isThere = stdout.replaceAll("\\", "/").includes(`${source}/packer-plugin-${plugin}_`);
    return isThere ? { name, found: "installed" } : { name, remedy: `packer plugins install ${source}` };
  });
}

function googleFinding({ env }: Surroundings): Finding {
  const name = "Google Cloud credentials";
  const named = env["GOOGLE_APPLICATION_CREDENTIALS"];
  if (named !== undefined && named !== "") {
    return existsSync(named)
      ? { name, found: named }
      : { name, remedy: `GOOGLE_APPLICATION_CREDENTIALS names "${named}", which is not there` };
  }
  const folder = env["CLOUDSDK_CONFIG"] ?? join(env["HOME"] ?? homedir(), ".config/gcloud");
  const file = join(folder, "application_default_credentials.json");
  return existsSync(file)
    ? { name, found: file }
    : { name, remedy: "gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS" };
}

function dockerFinding({ env }: Surroundings): Finding {
  const { status, stdout } = spawnSync("docker", ["version", "--format", "{{.Server.Version}}"], {
    env,
    encoding: "utf8",
  });
  return status === 0
    ? { name: "Docker", found: stdout.trim() }
    : {
        name: "Docker",
        remedy: "install it from https://docs.docker.com/engine/install, and start its daemon",
      };
}

function qemuFinding({ env }: Surroundings): Finding {
  const { status, stdout } = spawnSync("qemu-system-x86_64", ["--version"], { env, encoding: "utf8" });
  return status === 0
    ? { name: "QEMU", found: stdout.split("\n")[0] ?? "" }
    : { name: "QEMU", remedy: "install qemu-system-x86_64 from https://www.qemu.org/download" };
}
