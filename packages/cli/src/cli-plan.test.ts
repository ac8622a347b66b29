import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { COMMANDS, projectOfTest } from "./cli.test-support.js";

const user = projectOfTest();
const { inProject } = user;

const IMAGE = `import { build, source, text, variable } from "@packwright/core";
import { shellLocal } from "@packwright/provisioners";
import { manifest } from "@packwright/post-processors";
import { z } from "zod";

const word = variable("word", z.string());
const token = variable("token", z.string().default("s3cr3t-default"), { sensitive: true });

export default build([source.null("here", { communicator: "none" })], { name: "golden" })
  .provision(shellLocal({ inline: [text\`echo \${word} \${token}\`], pause_before: "5s", max_retries: 2 }))
  .postProcess(manifest({ output: "m.json" }));
`;

it("plan tells what packer would do, with the values that are given and without secrets", () => {
  inProject({ "image.ts": IMAGE });
  expect(user.current.run(["plan", "image.ts", "--var", "word=hello"])).toEqual({
    code: 0,
    out: `golden.null.here
  source null
    communicator = "none"
  provisioner shell-local  (after 5s, tried again 2 times)
    inline = ["echo hello <sensitive>"]
  post-processor manifest  (pipeline 1, place 1)
    output = "m.json"
`,
    err: "",
  });
  const { out } = user.current.run(["plan", "image.ts", "--format", "json"], {
    env: { PKR_VAR_token: "s3cr3t-given", PKR_VAR_word: "env" },
  });
  expect(JSON.parse(out)).toMatchObject([
    { template: "image", steps: [{ type: "null" }, { options: { inline: ["echo env <sensitive>"] } }, {}] },
  ]);
  expect(out).not.toContain("s3cr3t");
});

it("plan tells what is wrong with values, and with the command", () => {
  inProject({ "image.ts": IMAGE });
  const { code, err } = user.current.run(["plan", "image.ts", "--var", "nope=1"]);
  expect(code).toBe(1);
  expect(err).toContain('image.ts: the template cannot be evaluated\n\nerror: Undefined variable "nope"');
  expect(user.current.run(["plan", "image.ts", "--var", "nope"]).code).toBe(2);
  expect(user.current.run(["plan", "image.ts", "--format", "x"]).code).toBe(2);
});

/** Whether this machine has a shell; a machine that tests for a release has all. */
const has = (shell: string): boolean =>
  process.env["PACKWRIGHT_FULL"] === "1" || spawnSync(shell, ["--version"]).status === 0;

it("bash completes commands and options", () => {
  const completion = inProject({}).run(["completion", "bash"]).out;
  const completed = (...words: readonly string[]): readonly string[] => {
    const line = words.map((word) => `'${word}'`).join(" ");
    const script = `${completion}COMP_WORDS=(${line}); COMP_CWORD=${String(words.length - 1)}; _packwright; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { status, stdout } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect(status).toBe(0);
    return stdout.split("\n").filter((word) => word !== "");
  };
  expect(completed("packwright", "")).toEqual([...COMMANDS, "help"]);
  expect(completed("packwright", "sy")).toEqual(["synth"]);
  expect(completed("packwright", "synth", "--w")).toEqual(["--watch"]);
  // Bash itself completes files.
  expect(completed("packwright", "synth", "im")).toEqual([]);
});

it.each([["zsh"], ["fish"]] as const)(
  "the script for %s names every command, and is right in that shell",
  (shell) => {
    const { code, out, err } = inProject({}).run(["completion", shell]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of COMMANDS) expect(out).toContain(name);
    expect(out).toContain("on-error");
    expect(out).not.toContain("one-of-watch");
    if (!has(shell)) return;
    user.current.write("completion", out);
    const script = join(user.current.folder, "completion");
    const { status, stderr } = spawnSync(shell, ["-n", script], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  },
);

it("there is no completion for other shells", () => {
  const { code, err } = inProject({}).run(["completion", "tcsh"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'there is no completion for "tcsh"; there is for bash, zsh, fish\n',
  });
});
