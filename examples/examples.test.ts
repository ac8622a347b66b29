import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../tools/src/repository.js";
import { examples, others } from "./all.js";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe.each(examples)("the example $name", ({ template, files }) => {
  it.each(files)("prints what is committed as %s", (file) => {
    const printed = file.endsWith(".pkr.hcl")
      ? template.toHcl()
      : file.endsWith(".pkr.json")
        ? template.toJson()
        : template.toLegacyJson();
    expect(printed).toBe(read(`examples/${file}`));
  });

  it("has no errors", () => {
    expect(template.check().filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

it.each(Object.entries(others))("the example prints what is committed as %s", async (file, text) => {
  expect(await text()).toBe(read(`examples/${file}`));
});

it.each(["tutorial", "matrix", "windows"])("the example %s is the program of the contract", (name) => {
  expect(read(`examples/${name}/template.ts`)).toBe(read(`fixtures/contract/compiles/${name}.ts`));
});

it("says of the tutorial that Google refuses its label", () => {
  const [tutorial] = examples;
  expect(tutorial?.template.check()).toMatchObject([
    { severity: "warning", path: "source.googlecompute.nodejs-base.image_labels.version" },
  ]);
});
