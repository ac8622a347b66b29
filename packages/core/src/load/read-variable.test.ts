import { describe, expect, it } from "vitest";
import { found } from "./found.test-support.js";

describe("a variable", () => {
  it("has a type of HCL", () => {
    expect(
      found(`variable "a" {
  type = strng
}
variable "b" {
  type = "string"
}
variable "c" {
  type = list
}
variable "d" {
  type = object({ a = optional(number, "x"), b = foo(string) })
}
variable "e" {
  type = optional(string)
}
`),
    ).toMatchInlineSnapshot(`
      "error: strng is no type [bad-type]
        at variable.a.type
        in t.pkr.hcl:2:10
        Did you mean string?
      error: this is no type [bad-type]
        at variable.b.type
        in t.pkr.hcl:5:10
        Write string without quotes.
      error: list alone is no type [bad-type]
        at variable.c.type
        in t.pkr.hcl:8:10
        Write what it holds: list(string).
      error: the default has to be a number, not "x" [invalid-default]
        at variable.d.type
        in t.pkr.hcl:11:40
        Write a default of the type.
      error: foo(…) is no type [bad-type]
        at variable.d.type
        in t.pkr.hcl:11:50
        Types are string, number, bool, any, list(…), set(…), map(…), object({ … }), tuple([ … ]).
      error: optional(…) is no type [bad-type]
        at variable.e.type
        in t.pkr.hcl:14:10
        optional(…) stands around the type of an object's attribute only."
    `);
  });

  it("has a default of its type", () => {
    expect(
      found(`variable "a" {
  type    = bool
  default = "maybe"
}
variable "b" {
  type    = list(object({ n = number }))
  default = [{ n = "1" }, { n = "x" }, {}]
}
`),
    ).toMatchInlineSnapshot(`
      "error: the default does not fit the schema: it has to be true or false, not "maybe" [invalid-default]
        at variable.a
        in t.pkr.hcl:1:1
      error: the default does not fit the schema: [1].n has to be a number, not "x" [invalid-default]
        at variable.b
        in t.pkr.hcl:5:1
      error: the default does not fit the schema: [2].n is missing [invalid-default]
        at variable.b
        in t.pkr.hcl:5:1"
    `);
  });

  it("is validated by itself", () => {
    expect(
      found(`variable "o" {
  default = 1
}
variable "a" {
  default = 1
  validation {
    condition     = var.o > 0
    error_message = "no sentence"
  }
}
`),
    ).toMatchInlineSnapshot(`
      "error: the validation looks at var.o, and Packer lets it look at var.a only [misplaced-reference]
        at variable.a.validation[0].condition
        in t.pkr.hcl:7:21
      error: the condition does not look at var.a [invalid-value]
        at variable.a.validation[0].condition
        in t.pkr.hcl:7:21
        Packer refuses a validation that asks nothing of its variable.
      error: the error message "no sentence" is no sentence [invalid-value]
        at variable.a
        in t.pkr.hcl:6:3
        Packer wants one that begins with a capital letter and ends with a full stop, ? or !."
    `);
  });

  it("is there once, under a name", () => {
    expect(
      found(`variable "1x" {
  default = 1
}
variables {
  y = 1
  y2 = 2
}
variable "y" {
  default = 2
}
`),
    ).toMatchInlineSnapshot(`
      "error: "1x" is no name for Packer [bad-identifier]
        at variable.1x
        in t.pkr.hcl:1:1
        Use letters, digits, _ and - only, and begin with a letter or _.
      error: two different things are called variable.y [duplicate-name]
        at variable.y
        in t.pkr.hcl:8:1
        Packer would see only one of them. Give one another name, or use the same value in both places. The first is at t.pkr.hcl:5:3."
    `);
  });
});

describe("values of variables", () => {
  const text = 'variable "zone" {\n  type = string\n}\nvariable "size" {\n  type = number\n}\n';

  it("are asked for where a run would ask for them", () => {
    expect(found(text)).toBe("");
    expect(found(text, { variables: { zone: "z", sise: 1 } })).toMatchInlineSnapshot(`
      "error: there is no variable sise [undeclared-variable]
        at variables.sise
        Did you mean size?
      error: the variable size has no value [unset-variable]
        at variable.size
        in t.pkr.hcl:4:1
        Give it a default, or a value in variables or in a var file."
    `);
  });

  it("are of the variable's type", () => {
    expect(found(text, { variables: { zone: ["z"], size: "many" } })).toMatchInlineSnapshot(`
      "error: zone cannot have this value: it has to be a string, not a list [invalid-value]
        at variables.zone
        Give a value of the variable's type.
      error: size cannot have this value: it has to be a number, not "many" [invalid-value]
        at variables.size
        Give a value of the variable's type."
    `);
  });
});
