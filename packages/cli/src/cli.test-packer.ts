import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BIN, NOTE, Project } from "./cli.test-support.js";

let project = new Project();

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

const env = (): NodeJS.ProcessEnv => ({ CHECKPOINT_DISABLE: "1", PACKER_CONFIG_DIR: project.folder });

/** A template whose one step runs a script on this machine. */
const script = (
  ...lines: readonly string[]
): string => `import { source, text, variable } from "@packwright/core";
import { shellLocal } from "@packwright/provisioners";
import { z } from "zod";

const word = variable("word", z.string().default("nothing"));
const token = variable("token", z.string().default("none"), { sensitive: true });

export default source
  .null("here", { communicator: "none" })
  .provision(shellLocal({ inline: [${lines.map((line) => `text\`${line}\``).join(", ")}] }));
`;

it("run builds, says what each source says, and sums up what was made", () => {
  project.write("note.ts", NOTE);
  const { code, out, err } = project.run(["run", "note.ts"], { env: env() });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/\nfile\.note {2}finished {2}.* {2}Stored file: note\.txt\n$/);
  expect(readFileSync(join(project.folder, "note.txt"), "utf8")).toBe("hello");
});

it("run of a build that fails tells the source, the step and Packer's words, and ends with 1", () => {
  project.write("image.ts", script("echo ${word}", "exit 3"));
  const { code, out, err } = project.run(["run", "--var", "word=a=b", "image.ts"], { env: env() });
  expect(code).toBe(1);
  expect(out).toContain("null.here | a=b\n");
  expect(err).toContain(
    "image.ts: the build failed\n\nnull.here: Script exited with non-zero exit status: 3",
  );
  expect(err).toContain("in the provisioner shell-local");
});

it("run --json prints every event and the result, without secrets", () => {
  project.write("image.ts", script("echo token is ${token}"));
  const { code, out } = project.run(["run", "--json", "image.ts"], {
    env: { ...env(), PKR_VAR_token: "s3cr3t-of-the-test" },
  });
  expect(code).toBe(0);
  const events = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly type: string });
  expect(events.at(0)?.type).toBe("source-started");
  expect(events.at(-1)?.type).toBe("result");
  expect(out).toContain("token is <sensitive>");
  expect(out).not.toContain("s3cr3t-of-the-test");
});

it("Ctrl-C stops Packer cleanly and ends with 130", async () => {
  project.write("image.ts", script("echo started", "sleep 65.25"));
  const child = spawn(process.execPath, [BIN, "run", "image.ts"], {
    cwd: project.folder,
    env: { ...process.env, ...env() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    err += piece;
  });
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    if (piece.includes("| started")) child.kill("SIGINT");
  });
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(130);
  expect(err).toContain("the build was interrupted, and Packer has cleaned up");
  expect(spawnSync("ps", ["-eo", "args"], { encoding: "utf8" }).stdout).not.toContain("sleep 65.25");
});

it.each([
  ["--on-error", "ask"],
  ["--parallel", "many"],
  ["--var", "novalue"],
])("run %s %s is wrong usage", (option, value) => {
  project.write("note.ts", NOTE);
  const { code, err } = project.run(["run", option, value, "note.ts"]);
  expect(code).toBe(2);
  expect(err).toContain(`${option} is "${value}"`);
});
