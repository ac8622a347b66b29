import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../tools/src/repository.js";

const program = join(ROOT, "fixtures/programs/wrong.ts");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packwright-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (path: string, ...flags: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["--import", "tsx", ...flags, program, path], { cwd: ROOT, encoding: "utf8" });

describe("a wrong program that is run from the command line", () => {
  it("prints all its diagnostics with their places, exits with 1, and leaves the file that was there", () => {
    const file = join(folder, "web.pkr.hcl");
    writeFileSync(file, "# what was there\n");
    const { status, stderr, stdout } = run(file, "--conditions", "@packwright/source");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(readFileSync(file, "utf8")).toBe("# what was there\n");
    expect(readdirSync(folder)).toEqual(["web.pkr.hcl"]);
    const told = [
      ...stderr.matchAll(/^(error|warning): (.*) \[([\w-]+)\]\n {2}at (.*)(?:\n {2}in (.*))?/gm),
    ].map(
      ([, severity, summary, code, path, place]) =>
        `${String(severity)} ${String(code)} ${String(path)} ${String(place).replace(program, "wrong.ts")}: ${String(summary)}`,
    );
    expect(told).toMatchInlineSnapshot(`
      [
        "error duplicate-name source.googlecompute.web wrong.ts:14:22: two different things are called source.googlecompute.web",
        "error unknown-option source.googlecompute.web.dsk_size wrong.ts:11:13: there is no option dsk_size",
        "warning invalid-value source.googlecompute.web.zone wrong.ts:8:9: a zone is a region and a letter, such as europe-west3-a, and not "europe-west3"",
        "error conflicting-options build[0].provisioner[0].shell.script wrong.ts:23:39: choose one of inline, script and scripts",
        "error unwritable-value build[0].provisioner[1].shell.inline.1 wrong.ts:24:31: inline.1 cannot be written: HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
        "error bad-label-reference build[0].provisioner[1].shell.only.0 wrong.ts:24:49: only names "googlecompute.db", and this build has no such source",
      ]
    `);
  });

  it("prints no line of the built packages but a short one, where nobody catches the error", () => {
    const { status, stderr } = run(join(folder, "web"));
    expect(status).toBe(1);
    expect(stderr).toContain("packages/core/dist/");
    expect(Math.max(...stderr.split("\n").map((line) => line.length))).toBeLessThan(250);
  });
});
