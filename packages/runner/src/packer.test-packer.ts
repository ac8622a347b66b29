import { at, build, source, text, variable } from "@packwright/core";
import { manifest, shellLocal as shellLocalAfter } from "@packwright/post-processors";
import { shellLocal } from "@packwright/provisioners";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { Packer } from "./packer.js";
import { failing, placeOf, processes, Workplace } from "./real-packer.test-support.js";
import type { PackerEvent } from "./stream/event.js";
import { brief } from "./stream/recorded.test-support.js";

let workplace: Workplace;
let folder = "";
let real: Packer;

beforeEach(() => {
  workplace = new Workplace();
  ({ folder, packer: real } = workplace);
});

afterEach(() => {
  workplace.remove();
});

const here = source.null("here", { communicator: "none" });
const note = source.file("note", { target: "note.txt", content: "hello" });

it("tells the version", async () => {
  const { major, text } = await real.version();
  expect(major).toBe(1);
  expect(text).toMatch(/^1\.\d+\.\d+/);
});

it("builds two sources: artifacts, files, entries of the manifest, how each source ended", async () => {
  const image = build([here, note])
    .provision(shellLocal({ inline: ["echo hello"] }))
    .postProcess(manifest({ output: "made.json" }));
  const events: PackerEvent[] = [];
  const result = await real.build(image, { onEvent: (event) => events.push(event) });
  expect(result.sources.map(({ source, outcome }) => [source, outcome]).toSorted()).toEqual([
    ["file.note", "finished"],
    ["null.here", "finished"],
  ]);
  const made = result.artifacts.find((artifact) => artifact.source === "file.note");
  expect(made).toMatchObject({
    files: ["note.txt"],
    manifest: { name: "note", builder_type: "file", files: [{ name: "note.txt", size: 5 }] },
  });
  expect(readFileSync(join(folder, "note.txt"), "utf8")).toBe("hello");
  expect(events.map(brief)).toContain("message null.here | hello");
  expect(workplace.leftOver()).toEqual([]);
});

it("a step that fails rejects with the source, the step and Packer's words; what others made is told", async () => {
  const image = build([here, note]).provision(shellLocal({ inline: ["exit 3"], only: ["null.here"] }));
  const { error, events } = await failing((onEvent) => real.build(image, { onEvent }));
  expect(error.problems).toMatchObject([
    { source: "null.here", step: { kind: "provisioner", component: "shell-local" } },
  ]);
  expect(error.artifacts.map(({ source }) => source)).toEqual(["file.note"]);
  expect(error).toMatchObject({ exitCode: 1, interrupted: false });
  expect(error.message).toContain("null.here: Script exited with non-zero exit status: 3");
  expect(events.map(brief)).toContain("step-ended null.here provisioner shell-local failed");
});

it("a step and a post-processor that fail have the places where they were written", async () => {
  const image = build([here, note])
    .provision(
      shellLocal({ inline: ["echo first"] }),
      shellLocal({
        inline: ["test -e tried || { touch tried; exit 4; }"],
        max_retries: 1,
        only: ["null.here"],
      }),
      shellLocal({ inline: ["exit 3"], only: ["null.here"] }),
      shellLocal({ inline: ["echo last"] }),
    )
    .postProcess(manifest({ output: "made.json" }))
    .postProcess(
      shellLocalAfter({ inline: ["echo made"], keep_input_artifact: true }),
      shellLocalAfter({ inline: ["exit 5"] }),
    );
  const { error } = await failing((onEvent) => real.build(image, { onEvent }));
  expect(
    error.problems
      .map(({ source: name, path, position }) => [name, path, position] as const)
      .toSorted(([one = ""], [other = ""]) => one.localeCompare(other)),
  ).toEqual([
    [
      "file.note",
      "build[0].post-processor[1][1].shell-local",
      placeOf('shellLocalAfter({ inline: ["exit 5"] })', import.meta.url),
    ],
    [
      "null.here",
      "build[0].provisioner[2].shell-local",
      placeOf('shellLocal({ inline: ["exit 3"], only: ["null.here"] }),', import.meta.url),
    ],
  ]);
  const { file, line, column } = placeOf('shellLocalAfter({ inline: ["exit 5"] })', import.meta.url);
  expect(error.message).toContain(`\n  in ${file}:${String(line)}:${String(column)}\n`);
});

it("onError: abort leaves out Packer's clean-up", async () => {
  const image = here.provision(shellLocal({ inline: ["exit 3"] }));
  const { events } = await failing((onEvent) => real.build(image, { onError: "abort", onEvent }));
  expect(events.map(brief)).toContain('error null.here | aborted: skipping cleanup of step "StepConnect"');
});

it("only builds what it names", async () => {
  const { sources } = await real.build(build([here, note]), { only: ["file.*"] });
  expect(sources.map(({ source }) => source)).toEqual(["file.note"]);
});

it("an only that nothing matches is an error, which Packer 1.6 is content with", async () => {
  const { error } = await failing(() => real.build(here, { only: ["null.elsewhere"] }));
  expect(error.message).toContain("no source was built");
});

it("a variable of any type comes as it was given", async () => {
  const word = variable("word", z.string());
  const count = variable("count_of", z.number().default(1));
  const list = variable("list", z.array(z.string()));
  const events: PackerEvent[] = [];
  const image = here.provision(
    shellLocal({ inline: [text`printf '%s\n' '${word}' ${count} '${at(list, 0)}'`] }),
  );
  await real.build(image, {
    variables: { word: '${a} "%{b}", \\n', count_of: 3, list: ["x y"] },
    onEvent: (event) => events.push(event),
  });
  const said = events.filter((event) => event.type === "said" && event.level === "message").map(brief);
  expect(said.map((line) => line.split(" | ")[1])).toEqual(['${a} "%{b}", \\n', "3", "x y"]);
});

it("a sensitive variable is in no event, no error, no command line and no file that is left", async () => {
  const token = variable("token", z.string(), { sensitive: true });
  const secret = "s3cr3t-of-the-test";
  const image = here.provision(
    shellLocal({
      inline: [text`echo token is ${token}`, text`echo ${token} >&2`, "sleep 1", "exit 3"],
    }),
  );
  const seen: string[] = [];
  const { error, events } = await failing((onEvent) =>
    real.build(image, {
      variables: { token: secret },
      onEvent: (event) => {
        onEvent(event);
        if (event.type === "said" && event.text.includes("token is"))
          seen.push(...processes("args", "packer"));
      },
    }),
  );
  expect(events.map(brief)).toContain("message null.here | token is <sensitive>");
  expect(JSON.stringify(events)).not.toContain(secret);
  expect(error.message + JSON.stringify(error)).not.toContain(secret);
  expect(seen.join("\n")).toContain("-var-file=");
  expect(seen.join("\n")).not.toContain(secret);
  expect(workplace.leftOver()).toEqual([]);
});

it("the var file can be read by this user alone while packer runs", async () => {
  const word = variable("word", z.string());
  const image = here.provision(shellLocal({ inline: [text`echo ${word}; sleep 1`] }));
  const modes: string[] = [];
  await real.build(image, {
    variables: [word.set("hello")],
    onEvent: (event) => {
      if (event.type !== "step-started") return;
      const file = /-var-file=(\S+)/.exec(processes("args", "-var-file=").join(" "))?.[1] ?? "";
      modes.push(
        (statSync(file).mode & 0o777).toString(8),
        (statSync(join(file, "..")).mode & 0o777).toString(8),
      );
    },
  });
  expect(modes).toEqual(["600", "700"]);
});

it("validates, and tells the block and line of what is wrong", async () => {
  expect(await real.validate(here)).toEqual({ ok: true, problems: [], warnings: [] });
  const image = here.provision(shellLocal({ inline: ["true"] }), shellLocal({ script: "missing.sh" }));
  const { ok, problems } = await real.validate(image);
  expect(ok).toBe(false);
  expect(problems.map(({ path, line, message }) => [path, line, message.includes("missing.sh")])).toEqual([
    ["build[0].provisioner[1].shell-local", 12, true],
  ]);
});

it("works on files and folders that are there, and leaves them as they are", async () => {
  const hcl =
    'source "null" "a" {\n  communicator = "none"\n  nope = 1\n}\nbuild {\n  sources = ["null.a"]\n}\n';
  writeFileSync(join(folder, "a.pkr.hcl"), hcl);
  for (const path of ["a.pkr.hcl", "."]) {
    expect((await real.validate(path)).problems).toMatchObject([{ path: "source.null.a", line: 3 }]);
  }
  expect(readFileSync(join(folder, "a.pkr.hcl"), "utf8")).toBe(hcl);
});

it("builds legacy JSON, whose variables are strings", async () => {
  const json = {
    variables: { n: "" },
    builders: [{ type: "null", name: "a", communicator: "none" }],
    provisioners: [{ type: "shell-local", inline: ["echo n is {{user `n`}}"] }],
  };
  writeFileSync(join(folder, "a.json"), JSON.stringify(json));
  const events: PackerEvent[] = [];
  await real.build("a.json", { variables: { n: 3 }, onEvent: (event) => events.push(event) });
  expect(events.map(brief)).toContain("message a | n is 3");
});

it("inspects: variables, sources, steps", async () => {
  const word = variable("word", z.string().default("hi"));
  const image = build([here, note], { name: "golden" })
    .provision(shellLocal({ inline: [text`echo ${word}`] }))
    .postProcess(manifest({ output: "made.json" }));
  expect(await real.inspect(image)).toEqual({
    variables: { word: "hi" },
    locals: {},
    builds: [
      {
        name: "golden",
        sources: ["null.here", "file.note"],
        provisioners: ["shell-local"],
        postProcessors: [["manifest"]],
      },
    ],
  });
});

it("leaves the template where path says", async () => {
  await real.build(note, { path: "kept.pkr.hcl" });
  expect(readFileSync(join(folder, "kept.pkr.hcl"), "utf8")).toBe(note.toHcl());
});
