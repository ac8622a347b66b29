import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

// A project of somebody's: Prettier finds the plugin by the name of its package.
const folder = mkdtempSync(join(tmpdir(), "packwright-prettier-"));
const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
const PRETTIER = join(dirname(resolve("prettier/package.json")), "bin/prettier.cjs");
/** What lets Node run the plugin's sources. */
const TSX = pathToFileURL(resolve("tsx")).href;

mkdirSync(join(folder, "node_modules/@packwright"), { recursive: true });
symlinkSync(PACKAGE, join(folder, "node_modules/@packwright/hcl"), "junction");
writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

function prettier(...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  // The sources, not the build: the condition is the one that every test reads sibling packages by.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--conditions=@packwright/source",
      `--import=${TSX}`,
      PRETTIER,
      "--plugin=@packwright/hcl/prettier",
      ...args,
    ],
    { cwd: folder, encoding: "utf8", env: { ...process.env, NODE_PATH: "", NO_COLOR: "1" } },
  );
  return { status, output: stdout + stderr };
}

describe("prettier over a folder", () => {
  it("lays out what packer fmt does, but what its author has it ignore, and says what is wrong elsewhere", () => {
    write({
      "a.pkr.hcl": 'source "null" "a" {\na=1\nlong =2\n}\n',
      "b/c.pkrvars.hcl": "x=1\n# prettier-ignore\ny   =   [1,\n2]\n",
      "b/main.tf": "a=[1 ,2]\n",
      "b/job.nomad": 'job "a" {\nb=1\n}\n',
      "broken.pkr.hcl": "a = [1\nb = 2\n",
    });
    const checked = prettier("--check", ".");
    expect(checked.status).toBe(2);
    expect(checked.output).toContain("[warn] a.pkr.hcl");
    expect(checked.output).toContain(
      "broken.pkr.hcl: SyntaxError: A comma or ] is expected here, found b (2:1)",
    );

    const written = prettier("--write", "a.pkr.hcl", "b");
    expect(written.status, written.output).toBe(0);
    expect(read("a.pkr.hcl")).toBe('source "null" "a" {\n  a    = 1\n  long = 2\n}\n');
    expect(read("b/c.pkrvars.hcl")).toBe("x = 1\n# prettier-ignore\ny   =   [1,\n2]\n");
    expect(read("b/main.tf")).toBe("a = [1, 2]\n");
    expect(prettier("--check", "a.pkr.hcl", "b").status).toBe(0);
    expect(read("broken.pkr.hcl")).toBe("a = [1\nb = 2\n");
  }, 60_000);
});
