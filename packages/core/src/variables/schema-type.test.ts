import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "../build/steps.test-support.js";
import { declaring, hclOf } from "./declaring.test-support.js";
import { variable } from "./variable.js";

describe("the type of a variable", () => {
  it.each([
    [z.string(), "string"],
    [z.number(), "number"],
    [z.int(), "number"],
    [z.bigint(), "number"],
    [z.boolean(), "bool"],
    [z.any(), "any"],
    [z.unknown(), "any"],
    [z.templateLiteral(["v", z.number()]), "string"],
    [z.email(), "string"],
    [z.iso.datetime(), "string"],
    [z.coerce.number(), "number"],
    [z.array(z.string()), "list(string)"],
    [z.set(z.number()), "set(number)"],
    [z.record(z.string(), z.boolean()), "map(bool)"],
    [z.tuple([z.string(), z.number()]), "tuple([string, number])"],
    [z.tuple([]), "tuple([])"],
    [z.array(z.array(z.any())), "list(list(any))"],
    [z.array(z.object({ name: z.string() })), "list(object({ name = string }))"],
    [z.string().min(3).trim().readonly(), "string"],
    [z.literal(2), "number"],
    [z.literal(true), "bool"],
    [z.enum({ A: 1, B: 2 }), "number"],
  ])("is that of its schema: %# %s", (schema, type) => {
    expect(hclOf(variable("v", schema))).toContain(`variable "v" {\n  type = ${type}\n`);
  });

  it("says which attributes of an object may be left out, and what they are then", () => {
    const schema = z.object({
      name: z.string(),
      size: z.number().optional(),
      fast: z.boolean().default(true),
      zones: z.array(z.string()).default(["eu", "us"]),
      tags: z.set(z.string()).default(new Set(["a"])),
      owner: z.string().nullable(),
      nick: z.string().nullish(),
      nick2: z.string().optional().nullable(),
      level: z.number().default(1).nullable(),
      disk: z.object({ gb: z.number().prefault(10) }).optional(),
    });
    expect(hclOf(variable("v", schema))).toBe(`packer {
  required_version = ">= 1.16.0"
}

variable "v" {
  type = object({
    name  = string
    size  = optional(number)
    fast  = optional(bool, true)
    zones = optional(list(string), ["eu", "us"])
    tags  = optional(set(string), ["a"])
    owner = string
    nick  = optional(string)
    nick2 = optional(string)
    level = optional(number, 1)
    disk  = optional(object({ gb = optional(number, 10) }))
  })
}
`);
  });

  it.each([
    [z.date(), "the schema is z.date(), which no type of HCL is"],
    [z.string().transform(Number), "the schema is z.pipe(), which no type of HCL is"],
    [z.preprocess(Number, z.number()), "the schema is z.pipe(), which no type of HCL is"],
    [z.union([z.string(), z.number()]), "the schema is z.union(), which no type of HCL is"],
    [z.map(z.string(), z.string()), "the schema is z.map(), which no type of HCL is"],
    [z.object({ at: z.array(z.date()) }), "at[] is z.date(), which no type of HCL is"],
    [z.tuple([z.string(), z.symbol()]), "[1] is z.symbol(), which no type of HCL is"],
    [z.record(z.string(), z.file()), "[] is z.file(), which no type of HCL is"],
    [z.tuple([z.string()], z.number()), "the schema is a tuple with a rest, which no type of HCL is"],
    [z.looseObject({ a: z.string() }), "the schema lets in other keys, which Packer drops"],
    [z.object({ o: z.object({}).catchall(z.number()) }), "o lets in other keys, which Packer drops"],
    [z.object({ "k8s.io/name": z.string() }), "k8s.io/name is no name for an attribute of HCL's objects"],
  ])("cannot be what HCL has no type for: %#", (schema, summary) => {
    const [problem, ...more] = declaring(variable("v", schema)).check();
    expect(problem).toMatchObject({ severity: "error", code: "unknown-type", path: "variable.v", summary });
    expect(more).toEqual([]);
  });
});

describe("constraints that only TypeScript checks", () => {
  it.each([
    [z.string().refine((value) => value !== ""), ["custom"]],
    [z.object({ a: z.array(z.string().refine(Boolean)) }), ["custom of a[]"]],
    [z.strictObject({ a: z.string() }), ["having no other keys"]],
    [z.string().catch("x"), ["falling back on another value"]],
    [z.string().includes("a", { position: 2 }), ['containing "a" from a position on']],
    [z.jwt(), ["the format jwt"]],
  ])("are told in a note: %#", (schema, constraints) => {
    expect(problemsOf(declaring(variable("v", schema)))).toEqual(
      constraints.map(
        (constraint) => `note variable.v: ${constraint} is checked in TypeScript only, not by Packer`,
      ),
    );
  });

  it("are told in a note when they change the text", () => {
    expect(problemsOf(declaring(variable("a", z.string().trim().toLowerCase())))).toEqual([
      "note variable.a: changing the text (trim, toLowerCase …) is done in TypeScript only, not by Packer",
    ]);
  });

  it.each([
    [
      z.string().regex(/^(?=a)/),
      "the pattern /^(?=a)/ is checked in TypeScript only, not by Packer: it has a lookahead, (?=…), which RE2 does not have",
    ],
    [
      z.hostname(),
      "the format hostname is checked in TypeScript only, not by Packer: it has a lookahead, (?=…), which RE2 does not have",
    ],
    [
      z.number().multipleOf(0.1),
      "being a multiple of 0.1 is checked in TypeScript only, not by Packer: Packer's numbers are binary, and this one is none of them",
    ],
  ])("are told in a warning where Packer could have checked something like it: %#", (schema, summary) => {
    expect(problemsOf(declaring(variable("v", schema)))).toEqual([`warning variable.v: ${summary}`]);
  });

  it("do not keep a template from being written", () => {
    expect(hclOf(variable("v", z.string().refine(Boolean)))).toBe('variable "v" {\n  type = string\n}\n');
  });
});
