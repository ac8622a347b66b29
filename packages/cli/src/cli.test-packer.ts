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
  expect(err).toContain(
    `in the provisioner shell-local
  at build[0].provisioner[0].shell-local
  in ${join(project.folder, "image.ts")}:10:14`,
  );
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

/** Runs what stands behind it on a terminal of a usual size. */
const PTY = `import pty, sys
size = 'stty cols 100 rows 30; exec "$@"'
sys.exit(pty.spawn(["sh", "-c", size, "sh", *sys.argv[1:]]) >> 8)`;
const hasPty = spawnSync("python3", ["-c", "import pty"]).status === 0;

// Nothing but a missing python3 skips it, and a machine that tests for a release has one.
it.skipIf(!hasPty && process.env["PACKWRIGHT_FULL"] !== "1")(
  "on a terminal, run draws a line for each source at work, and leaves the log and the summary",
  () => {
    project.write("image.ts", script("echo token is ${token}", "sleep 2", "echo done"));
    const { status, stdout } = spawnSync("python3", ["-c", PTY, process.execPath, BIN, "run", "image.ts"], {
      cwd: project.folder,
      encoding: "utf8",
      env: { ...process.env, ...env(), CI: "", TERM: "xterm", PKR_VAR_token: "s3cr3t-of-the-test" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/null\.here {2}provisioner shell-local {2}0:0\d {2}token is <sensitive>/);
    expect(stdout).toContain("null.here | done");
    expect(stdout).toMatch(/null\.here {2}finished {2}/);
    // The cursor was hidden, and is shown again.
    expect(stdout.lastIndexOf("\u001b[?25h")).toBeGreaterThan(stdout.lastIndexOf("\u001b[?25l"));
    expect(stdout).not.toContain("s3cr3t-of-the-test");
  },
);

it.each([
  ["GITHUB_ACTIONS", "true", "::group::note.ts\n", "::endgroup::\n"],
  ["BUILDER_OUTPUT", "/builder/outputs", "Starting note.ts\n", "Finished note.ts\n"],
])(
  "where %s is set, the log of a template is a group, and the summary stands below it",
  (name, value, begin, end) => {
    project.write("note.ts", NOTE);
    const { code, out } = project.run(["run", "note.ts"], {
      env: { ...env(), GITHUB_ACTIONS: "", [name]: value },
    });
    expect(code).toBe(0);
    expect(out.startsWith(begin)).toBe(true);
    expect(out.slice(out.indexOf(end))).toMatch(/\nfile\.note {2}finished /);
  },
);

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
