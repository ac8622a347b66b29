import { spawn, type ChildProcess } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BIN, NOTE, Project } from "./cli.test-support.js";

let project = new Project();
let child: ChildProcess | undefined;
let shown = "";

beforeEach(() => {
  project = new Project();
  shown = "";
});

afterEach(async () => {
  await interrupted();
  project.remove();
});

/** Starts `packwright synth --watch`. */
function start(...args: readonly string[]): void {
  child = spawn(process.execPath, [BIN, "synth", "--watch", ...args], {
    cwd: project.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (piece: string) => {
      shown += piece;
    });
  }
}

/** Waits until a text was printed since the last wait. */
async function printed(text: string): Promise<void> {
  while (!shown.includes(text)) {
    if (child?.exitCode !== null) throw new Error(`the watch ended: ${shown}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  shown = "";
}

async function interrupted(): Promise<number | null> {
  const ending = child;
  child = undefined;
  if (ending?.exitCode !== null) return ending?.exitCode ?? null;
  return new Promise((resolve) => {
    ending.once("exit", resolve);
    ending.kill("SIGINT");
  });
}

it("synth --watch writes again when a file, or one that it imports, is saved, and stops with 130", async () => {
  project.write("text.ts", 'export const said: string = "hello";\n');
  project.write(
    "note.ts",
    NOTE.replace('"hello"', "said").replace("\n\n", '\nimport { said } from "./text.js";\n\n'),
  );
  start("note.ts");
  await printed("written   note.pkr.hcl\n");
  project.write("text.ts", 'export const said: string = "changed";\n');
  await printed("written   note.pkr.hcl\n");
  expect(project.read("note.pkr.hcl")).toContain('content = "changed"');
  project.write("note.ts", NOTE.replace("hello", "again"));
  await printed("written   note.pkr.hcl\n");
  expect(project.read("note.pkr.hcl")).toContain('content = "again"');
  expect(await interrupted()).toBe(130);
});

it("synth --watch goes on after a mistake, after an editor that replaces files, and takes up new files", async () => {
  project.write("images/note.ts", NOTE);
  start("images", "--form", "json");
  await printed("written   images/note.pkr.json\n");
  project.write("images/note.ts", "export default {\n");
  await printed("SyntaxError");
  project.write("saved", NOTE.replace("hello", "mended"));
  renameSync(join(project.folder, "saved"), join(project.folder, "images/note.ts"));
  await printed("written   images/note.pkr.json\n");
  expect(project.read("images/note.pkr.json")).toContain("mended");
  project.write("images/other.ts", NOTE);
  await printed("written   images/other.pkr.json\n");
});

it("synth --watch gives up a template without an end as soon as it is changed", async () => {
  project.write("note.ts", "for (;;);\n");
  start("note.ts", "--timeout", "0");
  await new Promise((resolve) => setTimeout(resolve, 2000));
  project.write("note.ts", NOTE);
  await printed("written   note.pkr.hcl\n");
});

it("--watch goes with neither --check nor --stdout", () => {
  project.write("note.ts", NOTE);
  for (const other of ["--check", "--stdout"]) {
    const { code, err } = project.run(["synth", "--watch", other, "note.ts"]);
    expect(code).toBe(2);
    expect(err).toContain("cannot be used with option");
  }
});
