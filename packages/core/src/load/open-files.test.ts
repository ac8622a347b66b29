import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "./load.js";

describe("files on the disk", () => {
  it("are read from a folder, HCL first, with the values beside them", () => {
    const folder = mkdtempSync(join(tmpdir(), "packwright-"));
    const put = (name: string, text: string): void => {
      writeFileSync(join(folder, name), text);
    };
    put("b.pkr.hcl", 'variable "b" {}\n');
    put("a.pkr.json", '{"variable": {"a": {"type": "number"}}}');
    put("z.pkr.hcl", 'source "null" "z" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.z"]\n}\n');
    put("values.auto.pkrvars.hcl", "a = 1\nb = 2\n");
    put("values.auto.pkrvars.json", '{"a": "3"}');
    put("other.pkrvars.hcl", "b = 4\n");
    put("notes.txt", "none of Packer's");
    const template = load(folder);
    expect(template.check().filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(template.assignments.map(({ variable, value }) => [variable.name, value])).toEqual([
      ["b", 2],
      ["a", "3"],
    ]);
    expect(template.toHcl()).toContain('variable "b" {');
  });

  it("are told of when they are not there", () => {
    expect(
      load("/nowhere/at.pkr.hcl")
        .check()
        .map(({ code, path }) => [code, path]),
    ).toEqual([
      ["unreadable-file", "/nowhere/at.pkr.hcl"],
      ["no-builds", "template"],
    ]);
  });
});
