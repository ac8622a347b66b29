import { describe, expect, it } from "vitest";
import { z } from "zod";
import { source } from "../../index.js";
import { defineProvisioner } from "../../plugin/define.js";
import { scriptFileRules } from "../../script/script.js";

const run = defineProvisioner({
  type: "run",
  options: () => z.strictObject({ script: z.string(), scripts: z.array(z.string()) }),
  fileRules: scriptFileRules,
});

describe("check({ files: true })", () => {
  const here = source.null("here", { communicator: "none" });
  const there = new URL(import.meta.url).pathname;

  it("finds scripts that are not there, in steps that nothing else is wrong with", () => {
    const image = here.provision(
      run({ scripts: [there, "/nowhere/a.sh"] }),
      run({ script: "/nowhere/b.sh" }),
    );
    expect(image.check()).toEqual([]);
    expect(image.check({ files: true })).toMatchObject([
      { severity: "error", code: "missing-file", path: "build[0].provisioner[0].run.scripts.1" },
      { severity: "error", code: "missing-file", path: "build[0].provisioner[1].run.script" },
    ]);
  });

  it("takes what only Packer knows on trust", () => {
    expect(here.provision(run({ script: "{{build `ID`}}.sh" })).check({ files: true })).toEqual([]);
    expect(here.provision(run({ script: there }), run({ script: "" })).check({ files: true })).toEqual([]);
  });
});
