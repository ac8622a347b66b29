import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What `packer` said and how it ended. */
export interface PackerRun {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs `packer validate` on a template in a folder of its own, with the files that the template names and `-var` arguments. */
export function validate(
  name: string,
  template: string,
  files: Readonly<Record<string, string>> = {},
  variables: readonly string[] = [],
): PackerRun {
  const folder = mkdtempSync(join(tmpdir(), "packwright-"));
  try {
    writeFileSync(join(folder, name), template);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    const { status, stdout, stderr, error } = spawnSync("packer", ["validate", ...variables, name], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder },
    });
    if (error !== undefined) throw error;
    return { ok: status === 0, output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `packer build` on the template `name` in a folder that has all that the template names. */
export function runBuild(folder: string, name: string): Promise<PackerRun> {
  const packer = spawn("packer", ["build", "-color=false", "-parallel-builds=1", name], {
    cwd: folder,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [packer.stdout, packer.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    packer.once("error", reject);
    packer.once("close", (status) => {
      resolve({ ok: status === 0, output });
    });
  });
}

/** A template without its `packer` block, for versions of Packer that know no `required_plugins`. */
export function withoutPackerBlock(hcl: string): string {
  return hcl.replace(/^packer \{\n(?:.*\n)*?\}\n\n?/m, "");
}
