import { build, source, variable } from "@packwright/core";
import { manifest, shellLocal as shellLocalAfter } from "@packwright/post-processors";
import { shellLocal } from "@packwright/provisioners";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { BuildError, formatProblem } from "./build/build-error.js";
import { packer } from "./packer.js";
import { placeOf } from "./real-packer.test-support.js";
import { PackerNotFoundError, PackerVersionError } from "./process/packer-process-error.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runner-test-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * A program that stands in for a version of packer: it keeps its arguments and the templates that it was given, and a
 * build of it prints what a build of one null source prints.
 *
 * @param output what a build prints instead, and fails
 */
function standIn(
  version: string,
  output?: string,
): { readonly binary: string; readonly calls: () => readonly string[] } {
  const binary = join(folder, "packer");
  const log = join(folder, "calls.txt");
  const lines = ["say,==> null.here: hello", "say,Build 'null.here' finished after 1 second."];
  writeFileSync(
    binary,
    `#!/bin/sh
if [ "$1" = version ]; then echo "Packer v${version}"; exit 0; fi
echo "$@" >> "${log}"
for last; do :; done
cp "$last" "${join(folder, "given.pkr.hcl")}"
if [ "$1" = build ]; then
${output === undefined ? lines.map((line) => `echo "1,,ui,${line}"`).join("\n") : `cat "${output}"\nexit 1`}
fi
`,
  );
  chmodSync(binary, 0o755);
  const calls = (): readonly string[] =>
    existsSync(log) ? readFileSync(log, "utf8").trimEnd().replaceAll(tmpdir(), "TMP").split("\n") : [];
  return { binary, calls };
}

const here = source.null("here", { communicator: "none" });

it("a missing binary says so, and how to get one", async () => {
  const failure = packer({ binary: "no-such-packer" }).build(here);
  await expect(failure).rejects.toBeInstanceOf(PackerNotFoundError);
  await expect(failure).rejects.toThrow(
    '"no-such-packer" was not found; install Packer from https://developer.hashicorp.com/packer/install',
  );
});

it("a program of that name that is not Packer is not run any further", async () => {
  await expect(packer({ binary: "true" }).build(here)).rejects.toThrow(`"true" is not HashiCorp's Packer`);
});

it("a folder that does not exist is not taken for a missing binary", async () => {
  await expect(packer({ cwd: join(folder, "nowhere") }).version()).rejects.toThrow("does not exist");
});

it("a version before 1.6 is refused", async () => {
  const { binary } = standIn("1.5.6");
  await expect(packer({ binary }).build(here)).rejects.toThrow(
    "Packwright needs Packer 1.6.0 or later; this is Packer 1.5.6",
  );
});

it("blocks that a version lacks are refused, all at once, with the version that has them", async () => {
  const { binary, calls } = standIn("1.6.6");
  const image = here.errorCleanup(shellLocal({ inline: ["true"] })).hcpRegistry({ bucket_name: "web" });
  const failure = packer({ binary }).build(image);
  await expect(failure).rejects.toBeInstanceOf(PackerVersionError);
  await expect(failure).rejects.toThrow(
    "hcp_packer_registry blocks in build need Packer 1.7.7 or later; this is Packer 1.6.6\n" +
      "error-cleanup-provisioner blocks in build need Packer 1.7.0 or later; this is Packer 1.6.6",
  );
  expect(calls()).toEqual([]);
});

/** A template that requires a plugin. */
const required =
  'packer {\n  required_plugins {\n    a = {\n      version = ">= 1.0.0"\n      source  = "github.com/hashicorp/a"\n    }\n  }\n}\n';

it("a version with plugins installs what a template requires before it builds", async () => {
  const { binary, calls } = standIn("1.16.0");
  writeFileSync(join(folder, "a.pkr.hcl"), required);
  await packer({ binary, cwd: folder }).build("a.pkr.hcl", { force: true, parallel: 2, debug: true });
  const path = join(folder, "a.pkr.hcl").replace(tmpdir(), "TMP");
  expect(calls()).toEqual([
    `init ${path}`,
    `build -machine-readable -color=false -force -parallel-builds=2 -debug ${path}`,
  ]);
});

it("init: false installs nothing", async () => {
  const { binary, calls } = standIn("1.16.0");
  writeFileSync(join(folder, "a.pkr.hcl"), required);
  await packer({ binary, cwd: folder }).build("a.pkr.hcl", { init: false });
  expect(calls()).toHaveLength(1);
});

it("init before 1.7 is refused", async () => {
  const { binary } = standIn("1.6.6");
  await expect(packer({ binary }).init(here)).rejects.toThrow("packer init needs Packer 1.7.0 or later");
});

it("required_plugins are left out for a version that has its plugins built in, and nothing else is", async () => {
  const { binary } = standIn("1.6.6");
  const { template } = await import("@packwright/core");
  const { plugins } = await import("@packwright/core");
  const { googlecompute } = await import("@packwright/googlecompute");
  const image = plugins(googlecompute({ version: ">= 1.1.1" })).source.googlecompute("here", {
    project_id: "p",
    zone: "europe-west3-a",
    source_image_family: "debian-12",
    ssh_username: "packer",
  });
  await packer({ binary }).build(template([image], { required_version: ">= 1.6.0" }));
  const given = readFileSync(join(folder, "given.pkr.hcl"), "utf8");
  expect(given.replace(/\s+/g, " ")).toContain('packer { required_version = ">= 1.6.0" } source');
  expect(given.split("\n")).toHaveLength(
    template([image], { required_version: ">= 1.6.0" }).toHcl().split("\n").length,
  );
});

it("variables that are not declared, or have no value, are told all at once before packer runs", async () => {
  const { binary, calls } = standIn("1.16.0");
  const image = build([here]).provision(
    shellLocal({ inline: [variable("word", z.string()), variable("other", z.string())] }),
  );
  await expect(
    packer({ binary, env: { PKR_VAR_other: "set" } }).build(image, { variables: { wrod: "x" } }),
  ).rejects.toThrow(
    'the template declares no variable "wrod"; it declares word, other\n' +
      'the variable "word" has no value: pass one in variables, or set PKR_VAR_word',
  );
  expect(calls()).toEqual([]);
});

it.each([-1, 1.5, Number.NaN])("parallel: %d is refused", async (parallel) => {
  await expect(packer().build(here, { parallel })).rejects.toThrow("give a whole number from 0");
});

it("a path that is no HCL file is refused, and nothing is written", async () => {
  const { binary } = standIn("1.16.0");
  await expect(packer({ binary, cwd: folder }).build(here, { path: "a.json" })).rejects.toThrow(
    'path is "a.json"; let it end in .pkr.hcl',
  );
  expect(existsSync(join(folder, "a.json"))).toBe(false);
});

it("a failing step, of which nothing else is to be said, has the place where it was written", async () => {
  const recorded = fileURLToPath(new URL("../../../fixtures/packer-output/1.6.6/steps.txt", import.meta.url));
  const { binary } = standIn("1.6.6", recorded);
  const again = shellLocal({ inline: ["test -e made"], max_retries: 2, only: ["null.one"] });
  const image = build([
    source.null("one", { communicator: "none" }),
    source.file("two", { target: "two.txt", content: "x" }),
  ])
    .provision(
      shellLocal({ inline: ["echo first"] }),
      shellLocal({ scripts: ["x.sh", "y.sh"], except: ["file.two"] }),
      again,
      shellLocal({ inline: ["exit 3"], only: ["null.one"] }),
    )
    .postProcess(manifest({ output: "m.json" }))
    .postProcess(shellLocalAfter({ inline: ["echo one"] }), shellLocalAfter({ inline: ["exit 5"] }));
  writeFileSync(join(folder, "x.sh"), "");
  writeFileSync(join(folder, "y.sh"), "");
  const error: unknown = await packer({ binary, cwd: folder })
    .build(image)
    .catch((reason: unknown) => reason);
  if (!(error instanceof BuildError)) throw new Error("no BuildError", { cause: error });
  expect(error.problems.map(({ source: name, path, position }) => [name, path, position])).toEqual([
    [
      "null.one",
      "build[0].provisioner[3].shell-local",
      placeOf('shellLocal({ inline: ["exit 3"], only', import.meta.url),
    ],
    [
      "file.two",
      "build[0].post-processor[1][1].shell-local",
      placeOf('shellLocalAfter({ inline: ["exit 5"] })', import.meta.url),
    ],
  ]);
  const { file, line, column } = placeOf('shellLocal({ inline: ["exit 3"], only', import.meta.url);
  const [first] = error.problems;
  expect(first === undefined ? "" : formatProblem(first)).toBe(
    `null.one: Script exited with non-zero exit status: 3.Allowed exit codes are: [0]
  in the provisioner shell-local
  at build[0].provisioner[3].shell-local
  in ${file}:${String(line)}:${String(column)}`,
  );
});

it("what Packer says against a line has the place of the option that was written there", async () => {
  const output = join(folder, "output.txt");
  const { binary } = standIn("1.6.6", output);
  const image = here.provision(shellLocal({ inline: ["true"], environment_vars: ["WRITTEN=here"] }));
  const lines = image.toHcl().split("\n");
  const line = lines.findIndex((each) => each.includes("environment_vars")) + 1;
  writeFileSync(
    output,
    `1,,ui,error,Error: Unsupported argument\\n\\n  on template.pkr.hcl line ${String(line)}:\\n  (source code not available)\\n\\nAn argument is not expected here.\n`,
  );
  const failure = packer({ binary, cwd: folder }).build(image);
  await expect(failure).rejects.toMatchObject({
    problems: [
      {
        path: "build[0].provisioner[0].shell-local",
        line,
        position: placeOf('["WRITTEN=here"]', import.meta.url),
      },
    ],
  });
});

it("a source that fails before its first step has the place of the source", async () => {
  const output = join(folder, "output.txt");
  const { binary } = standIn("1.6.6", output);
  const one = source.null("lost", { communicator: "none" });
  writeFileSync(output, "1,,ui,error,Build 'null.lost' errored after 1 second: no such zone\n");
  await expect(packer({ binary, cwd: folder }).build(one)).rejects.toMatchObject({
    problems: [
      { source: "null.lost", path: "source.null.lost", position: placeOf('null("lost"', import.meta.url) },
    ],
  });
});

it("a failing step of a file in HCL has its path, file and line", async () => {
  const output = join(folder, "output.txt");
  const { binary } = standIn("1.6.6", output);
  writeFileSync(
    join(folder, "a.pkr.hcl"),
    'source "null" "one" {\n}\nbuild {\n  sources = ["source.null.one"]\n  provisioner "shell" {\n    inline = ["a"]\n  }\n}\n',
  );
  writeFileSync(
    output,
    "1,,ui,say,==> null.one: Provisioning with shell script: /tmp/a\n1,,ui,error,Build 'null.one' errored after 1 second: failed\n",
  );
  await expect(packer({ binary, cwd: folder }).build("a.pkr.hcl")).rejects.toMatchObject({
    problems: [{ path: "build[0].provisioner[0].shell", file: join(folder, "a.pkr.hcl"), line: 5 }],
  });
});
