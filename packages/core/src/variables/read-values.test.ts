import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseVarFile, readEnvironment, readVarFile, type ReadValues } from "./read-values.js";
import { variable } from "./variable.js";

const region = variable("region", z.enum(["eu", "us"]));
const size = variable("size", z.number().int());
const flag = variable("flag", z.boolean());
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number().min(10).optional() })));
const labels = variable("labels", z.record(z.string(), z.string()));
const tags = variable("tags", z.set(z.string()));
const big = variable("big", z.bigint());
const maybe = variable("maybe", z.string().optional());
const all = [region, size, flag, disks, labels, tags, big, maybe];

function problemsOf({ diagnostics }: ReadValues): readonly string[] {
  return diagnostics.map(({ severity, code, summary, position }) => {
    const at = position === undefined ? "" : `${position.file}:${position.line}:${position.column} `;
    return `${at}${severity} ${code} ${summary}`;
  });
}

describe("a var file that is read", () => {
  it("gives the values as the schemas take them", () => {
    const values = parseVarFile(
      `# production
region = "us"
size   = "25"
flag   = true
disks  = [{ name = "a", size = null, extra = 1 }, { "name" : <<-EOT
  b
  EOT
}]
labels = { count = 3, ("k8s.io/name") = "x", on = false }
tags   = ["a", "b", "a"]
big    = 12345678901234567890
maybe  = null
`,
      all,
    );
    expect(values.diagnostics).toEqual([]);
    expect(values.get(region)).toBe("us");
    expect(values.get(size)).toBe(25);
    expect(values.get(flag)).toBe(true);
    expect(values.get(disks)).toEqual([{ name: "a" }, { name: "b\n" }]);
    expect(values.get(labels)).toEqual({ count: "3", "k8s.io/name": "x", on: "false" });
    expect(values.get(tags)).toEqual(new Set(["a", "b"]));
    expect(values.get(big)).toBe(12345678901234567890n);
    expect(values.get(maybe)).toBeUndefined();
    expect(values.has(maybe)).toBe(true);
    expect(parseVarFile("", all).has(maybe)).toBe(false);
  });

  it("may be JSON, whose text is what it is", () => {
    const values = parseVarFile(
      `{"//": "production", "size": 1e2, "maybe": "\${x} %{ if }", "labels": {"//": "kept"}, "big": "7", "flag": "0"}`,
      all,
      { file: "prod.pkrvars.json" },
    );
    expect(values.diagnostics).toEqual([]);
    expect(values.get(size)).toBe(100);
    expect(values.get(maybe)).toBe("${x} %{ if }");
    expect(values.get(labels)).toEqual({ "//": "kept" });
    expect(values.get(big)).toBe(7n);
    expect(values.get(flag)).toBe(false);
  });

  it("has every problem at its place in the file", () => {
    const values = parseVarFile(
      `region = "asia"
size = "big"
size = 1
flag = "yes"
disks = [
  { name = "a", size = 1 },
  { size = 20 },
]
labels = ["a"]
tags = [upper("x"), 1 + 1, var.x, "\${a}b", true ? "a" : "b", [for x in [] : x], !true]
other = 1
variable "x" {}
`,
      all,
      { file: "prod.pkrvars.hcl" },
    );
    const at = (line: number, column: number): string => `prod.pkrvars.hcl:${String(line)}:${String(column)}`;
    expect(problemsOf(values)).toEqual([
      `${at(3, 1)} error syntax-error size is set twice in this body`,
      `${at(1, 10)} error invalid-value region: Invalid option: expected one of "eu"|"us"`,
      `${at(2, 8)} error invalid-value size: it has to be a number, not the text "big"`,
      `${at(4, 8)} error invalid-value flag: it has to be true or false, not the text "yes"`,
      `${at(7, 3)} error invalid-value disks.1: the attribute name is missing`,
      `${at(9, 10)} error invalid-value labels: it has to be a map of strings, not a list`,
      `${at(10, 9)} error unsupported tags.0: a value for a variable calls no function, and this one calls upper()`,
      `${at(10, 21)} error unsupported tags.1: an operator (+) has to be worked out, which is not done here`,
      `${at(10, 28)} error unsupported tags.2: a value for a variable looks at nothing else`,
      `${at(10, 35)} error unsupported tags.3: text with \${ } or %{ } in it has to be worked out, which is not done here`,
      `${at(10, 44)} error unsupported tags.4: a condition has to be worked out, which is not done here`,
      `${at(10, 62)} error unsupported tags.5: a for expression has to be worked out, which is not done here`,
      `${at(10, 81)} error unsupported tags.6: an operator (!) has to be worked out, which is not done here`,
      `${at(11, 1)} warning undeclared-variable there is no variable other`,
      `${at(12, 1)} error unknown-block a var file holds values only, and this is a block variable`,
    ]);
    expect(() => values.get(region)).toThrow(/^what was read has 14 errors/);
  });

  it("tells syntax errors", () => {
    expect(problemsOf(parseVarFile("region = \n", all))).toEqual([
      expect.stringMatching(/^values\.pkrvars\.hcl:1:10 error syntax-error /),
    ]);
    expect(problemsOf(parseVarFile('{"region": }', all, { file: "x.json" }))).toEqual([
      expect.stringMatching(/^x\.json:1:12 error syntax-error /),
    ]);
    expect(problemsOf(parseVarFile('{"size": 1, "size": 2}', all, { file: "x.json" }))).toEqual([
      "x.json:1:21 error duplicate-name size: it is given a value twice",
    ]);
    expect(problemsOf(parseVarFile("[]", all, { file: "x.json" }))).toEqual([
      "x.json:1:1 error invalid-value a var file is an object of values, and this is a list",
    ]);
  });

  it("is read from the disk", async () => {
    const folder = await mkdtemp(join(tmpdir(), "packwright-"));
    const path = join(folder, "a.pkrvars.hcl");
    await writeFile(path, "size = x\n");
    expect(problemsOf(await readVarFile(path, all))).toEqual([
      `${path}:1:8 error unsupported size: a value for a variable looks at nothing else`,
    ]);
    await rm(folder, { recursive: true });
    await expect(readVarFile(path, all)).rejects.toThrow("ENOENT");
  });
});

describe("an environment that is read", () => {
  it("gives text to text and numbers, and is read as HCL for everything else", () => {
    const any = variable("any", z.any());
    const values = readEnvironment(
      {
        PKR_VAR_region: "us",
        PKR_VAR_size: "25",
        PKR_VAR_flag: "true",
        PKR_VAR_disks: '[{ name = "a" }]',
        PKR_VAR_any: "[1]",
        PKR_VAR_other: "x",
        HOME: "/root",
      },
      [...all, any],
    );
    expect(values.diagnostics).toEqual([]);
    expect([region, size, flag, disks, any].map((v) => values.get(v) as unknown)).toEqual([
      "us",
      25,
      true,
      [{ name: "a" }],
      "[1]",
    ]);
    expect(values.has(labels)).toBe(false);
  });

  it("has every problem under the name of the variable", () => {
    const values = readEnvironment(
      { PKR_VAR_region: "asia", PKR_VAR_size: "x", PKR_VAR_flag: "yes", PKR_VAR_disks: "[" },
      all,
    );
    expect(values.diagnostics.map(({ path, summary }) => `${path}: ${summary}`)).toEqual([
      'PKR_VAR_region: region: Invalid option: expected one of "eu"|"us"',
      'PKR_VAR_size: size: it has to be a number, not the text "x"',
      "PKR_VAR_flag: flag: a value for a variable looks at nothing else",
      expect.stringMatching(/^PKR_VAR_disks: /),
    ]);
  });

  it("has as many items as a tuple", () => {
    const pair = variable("pair", z.tuple([z.string(), z.number()]));
    expect(problemsOf(parseVarFile('pair = ["a"]\n', [pair]))).toMatchInlineSnapshot(`
      [
        "values.pkrvars.hcl:1:8 error invalid-value pair: it has to have 2 items, not 1",
      ]
    `);
  });
});
