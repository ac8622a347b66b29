import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "@packwright/core/load";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { ROOT } from "./repository.js";

/** A template, and what `packer validate` of Packer 1.16.0 said about it. */
interface Recorded {
  readonly name: string;
  readonly template: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly ok: boolean;
}

const rows = readFileSync(join(ROOT, "fixtures/golden/validate.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Recorded);

/** Rows whose mistake is none that can be seen in the template, with what it depends on. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "validation fails": "whether the condition holds is known when it is evaluated",
  "file source missing": "the file of the option is missing on the disk",
  required_version: "the template is for another Packer than the one that was run",
  "required_plugins not installed": "the plugin was not installed",
};

/** Rows that Packer accepts and Packwright refuses, with the reason. */
const STRICTER: Readonly<Record<string, string>> = {
  "only unknown source": "Packer would silently never run the step",
  "override unknown source": "Packer would silently ignore the options",
  "post only unknown": "Packer would silently never run the step",
};

/** Whether Packwright finds no error in a template. */
function isAccepted({ template, vars }: Recorded): boolean {
  const loaded = load(
    { name: "t.pkr.hcl", text: template },
    { variables: vars, components: [provisioners, postProcessors] },
  );
  return loaded.check().every(({ severity }) => severity !== "error");
}

describe("what packer validate says", () => {
  const walked = rows.filter(({ name }) => !Object.hasOwn(ELSEWHERE, name) && !Object.hasOwn(STRICTER, name));

  it.each(walked)("is what Packwright says: $name", (row) => {
    expect(isAccepted(row)).toBe(row.ok);
  });

  it.each(Object.entries(STRICTER))("is laxer than Packwright: %s, where %s", (name) => {
    const row = rows.find((one) => one.name === name);
    expect(row?.ok).toBe(true);
    expect(row !== undefined && isAccepted(row)).toBe(false);
  });

  it("is compared for all but a few rows", () => {
    const left = [...Object.keys(ELSEWHERE), ...Object.keys(STRICTER)];
    expect(left.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
    expect(walked.length + left.length).toBe(rows.length);
  });
});
