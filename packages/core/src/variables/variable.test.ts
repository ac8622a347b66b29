import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { problemsOf } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { template, type Template } from "../template/create-template.js";
import { local } from "./local.js";
import { variable, type AnyVariable } from "./variable.js";

const here = coreSource.null("here", { communicator: "none" });

function declaring(...variables: readonly AnyVariable[]): Template {
  return template([here], { declare: variables });
}

/** The variable blocks of a template that declares these variables. */
function hclOf(...variables: readonly AnyVariable[]): string {
  const hcl = declaring(...variables).toHcl();
  return hcl.slice(0, hcl.indexOf('\nsource "null" "here"'));
}

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
    expect(hclOf(variable("v", schema))).toBe(`variable "v" {
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

describe("validation", () => {
  it("is written for the values of an enumeration", () => {
    expect(
      hclOf(
        variable("word", z.enum(["eu", "us"]).default("eu")),
        variable("one", z.literal("only")),
        variable("number", z.literal([1, 2])),
        variable("maybe", z.enum(["a", "b"]).nullable()),
        variable("quoted", z.enum(["${a}"])),
      ),
    ).toBe(`variable "word" {
  type    = string
  default = "eu"

  validation {
    condition     = contains(["eu", "us"], var.word)
    error_message = "The value of word must be one of eu, us."
  }
}

variable "one" {
  type = string

  validation {
    condition     = contains(["only"], var.one)
    error_message = "The value of one must be one of only."
  }
}

variable "number" {
  type = number

  validation {
    condition     = contains([1, 2], var.number)
    error_message = "The value of number must be one of 1, 2."
  }
}

variable "maybe" {
  type    = string
  default = null

  validation {
    condition     = var.maybe == null ? true : contains(["a", "b"], var.maybe)
    error_message = "The value of maybe must be one of a, b."
  }
}

variable "quoted" {
  type = string

  validation {
    condition     = contains(["$\${a}"], var.quoted)
    error_message = "The value of quoted must be one of $\${a}."
  }
}
`);
  });

  it("is written for a rule of the template's own, behind those of the schema", () => {
    const flag = variable("flag", z.literal(true), {
      validation: (self) => ({ condition: self, error_message: "The flag must be set." }),
    });
    expect(hclOf(flag)).toBe(`variable "flag" {
  type = bool

  validation {
    condition     = contains([true], var.flag)
    error_message = "The value of flag must be one of true."
  }

  validation {
    condition     = var.flag
    error_message = "The flag must be set."
  }
}
`);
  });

  it.each(["must be set", "It must be set", "", "it must be set."])(
    "needs a sentence to say, unlike %j",
    (message) => {
      const v = variable("v", z.boolean(), {
        validation: (self) => ({ condition: self, error_message: message as "A." }),
      });
      expect(declaring(v).check()).toMatchObject([
        {
          severity: "error",
          path: "variable.v",
          summary: `the error message ${JSON.stringify(message)} is no sentence`,
        },
      ]);
    },
  );

  it.each(["Set it.", "“Set” it!", "0 is wrong.", "Été?", "Set\nit."])("takes the sentence %j", (message) => {
    const v = variable("v", z.boolean(), {
      validation: (self) => ({ condition: self, error_message: message as "A." }),
    });
    expect(problemsOf(declaring(v))).toEqual([]);
  });

  it("may look at the variable alone", () => {
    const other = variable("other", z.boolean());
    const outside = variable("v", z.boolean(), {
      validation: () => ({ condition: other, error_message: "The other must be set." }),
    });
    expect(problemsOf(declaring(outside))).toEqual([
      "error variable.v: the validation looks at var.other, and Packer lets it look at var.v only",
    ]);
  });

  it("has a message that HCL can hold", () => {
    const v = variable("v", z.boolean(), {
      validation: (self) => ({ condition: self, error_message: "\ud800." as "A." }),
    });
    expect(problemsOf(declaring(v))).toEqual([
      "error variable.v: the error message cannot be written: it has a lone surrogate, which is no Unicode character",
    ]);
  });
});

describe("constraints that only TypeScript checks", () => {
  it.each([
    [z.string().min(1), ["min_length"]],
    [z.string().regex(/^a/).max(3), ["regex", "max_length"]],
    [z.email(), ["email"]],
    [z.int(), ["being a whole number"]],
    [z.number().int().min(1), ["being a whole number", "greater_than"]],
    [z.string().refine((value) => value !== ""), ["custom"]],
    [z.array(z.string().min(1)).min(1), ["min_length", "min_length of []"]],
    [z.object({ a: z.object({ b: z.string().max(1) }) }), ["max_length of a.b"]],
    [z.array(z.enum(["a", "b"])), ['being one of "a", "b" of []']],
    [z.object({ mode: z.literal("x").optional() }), ['being one of "x" of mode']],
    [z.record(z.string().regex(/^a/), z.string()), ["regex of the keys"]],
    [z.object({ m: z.record(z.enum(["a"]), z.string()) }), ['being one of "a" of the keys of m']],
    [z.strictObject({ a: z.string() }), ["having no other keys"]],
    [z.string().catch("x"), ["falling back on another value"]],
  ])("are told in a note: %#", (schema, constraints) => {
    expect(problemsOf(declaring(variable("v", schema)))).toEqual(
      constraints.map(
        (constraint) => `note variable.v: ${constraint} is checked in TypeScript only, not by Packer`,
      ),
    );
  });

  it("do not keep a template from being written", () => {
    expect(hclOf(variable("v", z.string().min(1)))).toBe('variable "v" {\n  type = string\n}\n');
  });

  it("are nothing that changes text, or that an enumeration says", () => {
    const variables = [variable("a", z.string().trim().toLowerCase()), variable("b", z.enum(["a"]))];
    expect(problemsOf(declaring(...variables))).toEqual([]);
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
    ).toBe(`variable "plain" {
  type = string
}

variable "registered" {
  type        = string
  description = "Registered"
}

variable "described" {
  type        = string
  description = "Described"
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
      "note variable.v: max_length is checked in TypeScript only, not by Packer",
      expect.stringMatching(/^error variable\.v: the default does not fit the schema: /),
    ]);
  });
});

describe("a variable", () => {
  it("may be sensitive", () => {
    expect(hclOf(variable("token", z.string(), { sensitive: true }))).toBe(`variable "token" {
  type      = string
  sensitive = true
}
`);
  });

  it("is declared once, when it is used", () => {
    const os = variable("os", z.string());
    const unused = variable("unused", z.string());
    const image = here.with("a", { ssh_host: os, ssh_username: text`${os}-${os}` });
    expect(
      template([image, image], { declare: [os] })
        .toHcl()
        .match(/variable "/g),
    ).toHaveLength(1);
    expect(image.toHcl()).not.toContain("unused");
    expect(hclOf(unused)).toContain("unused");
  });

  it.each(["2nd", "a b", "", "-a", "a.b", "e\u0301"])("cannot be called %j", (name) => {
    expect(problemsOf(declaring(variable(name as "a", z.string())))).toEqual([
      `error variable.${name}: ${JSON.stringify(name)} is no name for Packer`,
    ]);
  });

  it.each(["source", "for", "_a", "été", "with-dash", "version"])("can be called %j", (name) => {
    expect(problemsOf(declaring(variable(name, z.string())))).toEqual([]);
  });

  it("shares its name with no other variable, but may with a local", () => {
    const first = variable("a", z.string());
    const second = variable("a", z.string());
    const image = here.with("b", { ssh_host: first, ssh_username: second, ssh_password: local("a", "x") });
    expect(image.check()).toMatchObject([
      {
        severity: "error",
        code: "duplicate-name",
        path: "variable.a",
        summary: "two different things are called variable.a",
        detail: expect.stringMatching(/The first is at .*variable\.test\.ts:\d+:\d+\.$/) as string,
      },
    ]);
  });

  it("gives an assignment of a value", () => {
    const os = variable("os", z.string());
    expect(os.set("debian")).toMatchObject({ variable: { kind: "variable", name: "os" }, value: "debian" });
    expect(Object.isFrozen(os.set("debian"))).toBe(true);
  });
});
