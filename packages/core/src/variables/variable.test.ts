import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildVariable } from "../build/context.js";
import { problemsOf } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { hcl } from "../expressions/raw/hcl-tag.js";
import { text } from "../expressions/text.js";
import { template } from "../template/create-template.js";
import { declaring, hclOf } from "./declaring.test-support.js";
import { local } from "./local.js";
import { variable } from "./variable.js";

const here = coreSource.null("here", { communicator: "none" });

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
      validation: (self) => ({ condition: self, error_message: "\ud800." }),
    });
    expect(problemsOf(declaring(v))).toEqual([
      "error variable.v: the error message cannot be written: it has a lone surrogate, which is no Unicode character",
    ]);
  });

  it("looks at the variable, and the variable at no running build", () => {
    const blind = variable("v", z.boolean(), {
      validation: () => ({ condition: hcl<boolean>`1 > 0`, error_message: "Never." }),
    });
    expect(problemsOf(declaring(blind))).toEqual(["error variable.v: the validation does not look at var.v"]);
    const early = variable("w", z.string(), { default: buildVariable("ID") as never });
    expect(problemsOf(declaring(early))).toEqual(["error variable.w: the default looks at a running build"]);
  });
});

describe("the description of a variable", () => {
  it("is text that HCL can hold", () => {
    expect(problemsOf(declaring(variable("v", z.string().describe("\ud800"))))).toEqual([
      "error variable.v: the description cannot be written: it has a lone surrogate, which is no Unicode character",
    ]);
  });
});
