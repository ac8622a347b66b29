import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `packer` said and how it ended. */
export interface PackerRun {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs `packer validate` on a template in a folder of its own, with the files that the template names. */
export function validate(
  name: string,
  template: string,
  files: Readonly<Record<string, string>> = {},
): PackerRun {
  const folder = mkdtempSync(join(tmpdir(), "packwright-"));
  try {
    writeFileSync(join(folder, name), template);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    const { status, stdout, stderr, error } = spawnSync("packer", ["validate", name], {
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

/** A template without its `packer` block, for versions of Packer that know no `required_plugins`. */
export function withoutPackerBlock(hcl: string): string {
  return hcl.replace(/^packer \{\n(?:.*\n)*?\}\n\n?/m, "");
}
