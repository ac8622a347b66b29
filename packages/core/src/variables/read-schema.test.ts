import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { problemsOf } from "../build/steps.test-support.js";
import { declaring, hclOf } from "./declaring.test-support.js";
import { variable } from "./variable.js";

describe("the description and the default of a variable", () => {
  it("come from the schema, in any order", () => {
    expect(
      hclOf(
        variable("inside", z.string().describe("An inner one").default("a")),
        variable("outside", z.string().default("a").describe("An outer one")),
        variable("both", z.string().describe("inner").default("a").describe("outer")),
        variable("before", z.string().describe("Before the checks").min(1).max(9)),
        variable("meta", z.string().meta({ description: "From its meta data", id: "x" })),
        variable("none", z.string()),
      ),
    ).toBe(`variable "inside" {
  type        = string
  description = "An inner one"
  default     = "a"
}

variable "outside" {
  type        = string
  description = "An outer one"
  default     = "a"
}

variable "both" {
  type        = string
  description = "outer"
  default     = "a"
}

variable "before" {
  type        = string
  description = "Before the checks"

  validation {
    condition     = length(var.before) >= 1
    error_message = "The value of before must have at least 1 character."
  }

  validation {
    condition     = length(var.before) <= 9
    error_message = "The value of before must have at most 9 characters."
  }
}

variable "meta" {
  type        = string
  description = "From its meta data"
}

variable "none" {
  type = string
}
`);
  });

  it("are literals, whatever they contain", () => {
    expect(hclOf(variable("v", z.string().describe("Uses ${a}").default('%{ if true }\n"x"'))))
      .toBe(`variable "v" {
  type        = string
  description = "Uses $\${a}"
  default     = "%%{ if true }\\n\\"x\\""
}
`);
  });

  it.each([
    [z.number().default(1.5), "1.5"],
    [z.bigint().default(12345678901234567890n), "12345678901234567890"],
    [z.boolean().default(false), "false"],
    [z.array(z.string()).default([]), "[]"],
    [z.set(z.string()).default(new Set(["b", "a"])), '["b", "a"]'],
    [z.record(z.string(), z.string()).default({}), "{}"],
    [z.string().default(() => "made"), '"made"'],
    [z.string().prefault("early"), '"early"'],
    [z.string().default("inner").default("outer"), '"outer"'],
    [z.string().nullable(), "null"],
    [z.string().optional(), "null"],
    [z.string().nullish(), "null"],
    [z.string().nullable().default("a"), '"a"'],
    [z.string().nullable().default(null), "null"],
  ])("has the default that its schema has: %#", (schema, value) => {
    expect(hclOf(variable("v", schema))).toMatch(/\n {2}default = /);
    expect(hclOf(variable("v", schema))).toContain(`default = ${value}\n`);
  });

  it("is written over several lines where it is long", () => {
    const schema = z.object({ name: z.string(), size: z.number() }).default({ name: "a", size: 1 });
    expect(hclOf(variable("v", schema))).toBe(`variable "v" {
  type = object({ name = string, size = number })
  default = {
    name = "a"
    size = 1
  }
}
`);
  });

  it.each([
    [z.string().max(2).default("abc"), "invalid-default", /^the default does not fit the schema: Too big/],
    [
      z.object({ a: z.array(z.int()) }).default({ a: [1.5] }),
      "invalid-default",
      /^the default does not fit the schema: a: 0: Invalid input/,
    ],
    [
      z.string().default("\ud800"),
      "unwritable-value",
      /^the default cannot be written: HCL cannot hold this text/,
    ],
    [
      z.array(z.any()).default([new Date(0)]),
      "unwritable-value",
      /^the default\.0 cannot be written: a Date is no value of HCL/,
    ],
    [
      z.object({ a: z.object({ b: z.string().default("\ud800") }) }),
      "unwritable-value",
      /^the default of a\.b cannot be written: HCL cannot hold this text/,
    ],
    [
      z.object({ a: z.string().max(2).default("abc") }),
      "invalid-default",
      /^the default of a does not fit the schema: Too big/,
    ],
    [z.string().describe("\ud800"), "unwritable-value", /^the description cannot be written/],
    [z.enum(["a", "\ud800"]), "unwritable-value", /^the condition cannot be written/],
  ])("is an error when it cannot stand there: %#", (schema, code, summary) => {
    const errors = declaring(variable("v", schema))
      .check()
      .filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject([{ code, path: "variable.v" }]);
    expect(errors[0]?.summary).toMatch(summary);
  });

  it("is an error when only an asynchronous schema could tell", () => {
    const schema = z
      .string()
      .refine((value) => Promise.resolve(value !== ""))
      .default("a");
    expect(problemsOf(declaring(variable("v", schema)))).toEqual([
      "note variable.v: custom is checked in TypeScript only, not by Packer",
      expect.stringMatching(/^error variable\.v: the default does not fit the schema: the schema failed: /),
    ]);
  });
});

describe("a schema of zod/mini", () => {
  it("describes a variable as one of zod does", () => {
    expect(
      hclOf(
        variable("plain", mini.string()),
        variable("registered", mini.string().register(mini.globalRegistry, { description: "Registered" })),
        variable("described", mini.string().check(mini.describe("Described"), mini.minLength(1))),
        variable("wrapped", mini._default(mini.optional(mini.number()), 5)),
        variable("listed", mini._default(mini.enum(["a", "b"]), "a")),
        variable(
          "object",
          mini.object({ a: mini.optional(mini.string()), b: mini.nullable(mini.boolean()) }),
        ),
      ),
    ).toBe(`packer {
  required_version = ">= 1.16.0"
}

variable "plain" {
  type = string
}

variable "registered" {
  type        = string
  description = "Registered"
}

variable "described" {
  type        = string
  description = "Described"

  validation {
    condition     = length(var.described) >= 1
    error_message = "The value of described must have at least 1 character."
  }
}

variable "wrapped" {
  type    = number
  default = 5
}

variable "listed" {
  type    = string
  default = "a"

  validation {
    condition     = contains(["a", "b"], var.listed)
    error_message = "The value of listed must be one of a, b."
  }
}

variable "object" {
  type = object({ a = optional(string), b = bool })
}
`);
  });

  it("checks the default", () => {
    const schema = mini._default(mini.string().check(mini.maxLength(2)), "abc");
    expect(problemsOf(declaring(variable("v", schema)))).toEqual([
      expect.stringMatching(/^error variable\.v: the default does not fit the schema: /),
    ]);
  });
});
