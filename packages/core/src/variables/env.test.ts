import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { declaring, hclOf } from "./declaring.test-support.js";
import { env } from "./env.js";
import { variable } from "./variable.js";

describe("the default of a variable", () => {
  it("may be made of the environment, in place of the schema's", () => {
    expect(
      hclOf(
        variable("home", z.string().default("/root"), {
          default: env("HOME", (home) => text`${home}/images`),
        }),
        variable("size", z.number(), { default: env("SIZE") }),
        variable("labels", z.object({ user: z.string(), n: z.number() }), {
          default: { user: env("USER"), n: 1 },
        }),
      ),
    ).toBe(`variable "home" {
  type    = string
  default = "\${env("HOME")}/images"
}

variable "size" {
  type    = number
  default = env("SIZE")
}

variable "labels" {
  type = object({ user = string, n = number })
  default = {
    user = env("USER")
    n    = 1
  }
}
`);
  });

  it("given beside the schema is checked by it, as far as it is known", () => {
    expect(problemsOf(declaring(variable("v", z.string(), { default: 1 as never })))).toEqual([
      "error variable.v: the default does not fit the schema: Invalid input: expected string, received number",
    ]);
  });

  it("looks at nothing else", () => {
    const other = variable("other", z.string());
    const upper = text`${other}`;
    expect(problemsOf(declaring(variable("v", z.string(), { default: upper as never })))).toEqual([
      "error variable.v: the default looks at var.other",
    ]);
  });

  it("is the only place that has an environment", () => {
    const home = env("HOME") as never;
    const image = coreSource.file("note", { target: home, content: "x" });
    expect(problemsOf(image)).toEqual([
      "error source.file.note.target: target cannot be written: env() exists in the default of a variable only",
    ]);
  });
});
