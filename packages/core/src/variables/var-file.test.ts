import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { TemplateError } from "../diagnostics/template-error.js";
import { text } from "../expressions/text.js";
import { varFile } from "./var-file.js";
import { variable } from "./variable.js";

const region = variable("region", z.enum(["eu", "us"]).default("eu"));
const disks = variable(
  "disks",
  z.array(z.object({ name: z.string(), size: z.number().int().min(10) })).default([]),
);
const family = variable("image_family", z.string().regex(/^[a-z][-a-z0-9]*$/));
const tags = variable("tags", z.set(z.string()));
const big = variable("big", z.bigint());
const maybe = variable("maybe", z.string().optional());

const problemsOf = (file: ReturnType<typeof varFile>): readonly string[] =>
  file.check().map(({ severity, code, path, summary }) => `${severity} ${code} ${path}: ${summary}`);

describe("a var file", () => {
  it("holds values in HCL and in JSON, in the order given", () => {
    const production = varFile([
      region.set("us"),
      disks.set([{ name: "data", size: 100 }]),
      family.set("loop-node"),
      tags.set(new Set(["b", "a"])),
      big.set(12345678901234567890n),
      maybe.set(undefined),
    ]);
    expect(production.check()).toEqual([]);
    expect(production.toHcl()).toBe(`region = "us"
disks = [
  {
    name = "data"
    size = 100
  },
]
image_family = "loop-node"
tags         = ["b", "a"]
big          = 12345678901234567890
maybe        = null
`);
    expect(production.toJson()).toBe(`{
  "region": "us",
  "disks": [
    {
      "name": "data",
      "size": 100
    }
  ],
  "image_family": "loop-node",
  "tags": [
    "b",
    "a"
  ],
  "big": 12345678901234567890,
  "maybe": null
}
`);
  });

  it("has literal text, which JSON has no escapes of HCL's for", () => {
    const script = variable("script", z.string());
    const file = varFile([script.set('echo "${HOME}" %{ if }\n')]);
    expect(file.toHcl()).toBe('script = "echo \\"$${HOME}\\" %%{ if }\\n"\n');
    expect(JSON.parse(file.toJson())).toEqual({ script: 'echo "${HOME}" %{ if }\n' });
  });

  it("leaves out what is falsy, and may be empty", () => {
    expect(varFile([false, null, undefined, region.set("eu")]).toHcl()).toBe('region = "eu"\n');
    expect(varFile([]).toHcl()).toBe("");
    expect(varFile([]).toJson()).toBe("{}\n");
  });

  it("has the values as they were when they were set", () => {
    const list = [{ name: "a", size: 10 }];
    const assignment = disks.set(list);
    list[0] = { name: "b", size: 1 };
    expect(varFile([assignment]).toHcl()).toContain('name = "a"');
  });

  it("is refused with every problem, each with its place in the program", () => {
    const wrong = varFile([
      region.set("asia" as "us"),
      disks.set([
        { name: "a", size: 10 },
        { name: "b", size: 1 },
      ]),
      family.set(text`x` as never),
      disks.set([]),
      variable("any", z.any()).set(() => 1),
    ]);
    expect(problemsOf(wrong)).toEqual([
      'error invalid-value region: region does not fit the schema: Invalid option: expected one of "eu"|"us"',
      "error invalid-value disks.1.size: disks.1.size does not fit the schema: Too small: expected number to be >=10",
      "error invalid-value image_family: image_family is an expression",
      "error duplicate-name disks: disks is given a value twice",
      "error unwritable-value any: any cannot be written: a function is no value of HCL; leave it out",
    ]);
    const [, size] = wrong.check();
    const line = 1 + sourceLines.findIndex((text) => text.includes('{ name: "b", size: 1 },'));
    expect(size?.position).toMatchObject({ file: import.meta.filename, line });
    expect(() => wrong.toHcl()).toThrow(TemplateError);
    expect(() => wrong.toJson()).toThrow(/^the var file has 5 errors; nothing was written/);
  });

  let sourceLines: readonly string[] = [];
  let folder = "";
  beforeAll(async () => {
    sourceLines = (await readFile(import.meta.filename, "utf8")).split("\n");
    folder = await mkdtemp(join(tmpdir(), "packwright-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is written in the form that the ending says", async () => {
    const file = varFile([region.set("us")]);
    for (const [name, content] of [
      ["prod.pkrvars.hcl", file.toHcl()],
      ["prod.auto.pkrvars.json", file.toJson()],
    ] as const) {
      const path = join(folder, "deep", name);
      expect(await file.write(path)).toEqual({ path, changed: true });
      expect(await readFile(path, "utf8")).toBe(content);
      expect(await file.write(path)).toEqual({ path, changed: false });
    }
    await expect(file.write(join(folder, "prod.pkr.hcl"))).rejects.toThrow(
      /does not say which form to write; let it end in \.pkrvars\.hcl/,
    );
    await expect(varFile([region.set("x" as "us")]).write(join(folder, "x.pkrvars.hcl"))).rejects.toThrow(
      TemplateError,
    );
    await expect(readFile(join(folder, "x.pkrvars.hcl"))).rejects.toThrow("ENOENT");
  });
});
