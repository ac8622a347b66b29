import { assertType, describe, test } from "vitest";
import { z } from "zod";
import type { Expr } from "../expressions/expr.js";
import { hcl } from "../expressions/raw/hcl-tag.js";
import { text } from "../expressions/text.js";
import { env } from "./env.js";
import { parseVarFile, readEnvironment } from "./read-values.js";
import { varFile } from "./var-file.js";
import { variable } from "./variable.js";

const region = variable("region", z.enum(["eu", "us"]).default("eu"));
const disks = variable(
  "disks",
  z.array(z.object({ name: z.string(), size: z.number().int().min(10) })).default([]),
);
const size = variable("size", z.number().default(20));
const family = variable("image_family", z.string().regex(/^[a-z][-a-z0-9]*$/), {
  validation: (self) => ({
    condition: hcl<boolean>`startswith(${self}, "loop-")`,
    error_message: 'The image family must start with "loop-".',
  }),
});

describe("a variable", () => {
  test("is an expression of what its schema gives", () => {
    assertType<Expr<"eu" | "us">>(region);
    assertType<Expr<string>>(variable("a", z.object({ name: z.string() })).name);
    assertType<Expr<number>>(size);
  });

  test("takes the values of its schema in a var file, and gives them back", () => {
    varFile([region.set("us"), disks.set([{ name: "data", size: 100 }]), family.set("loop-node"), false]);
    assertType<"eu" | "us" | undefined>(parseVarFile("", [region]).get(region));
    assertType<{ name: string; size: number }[] | undefined>(readEnvironment({}, [disks]).get(disks));
    // @ts-expect-error it is a number
    size.set("big");
    // @ts-expect-error it is one of two words
    region.set("asia");
    // @ts-expect-error a disk has a name
    disks.set([{ size: 100 }]);
    // @ts-expect-error a var file holds values, no expressions
    family.set(text`x`);
    // @ts-expect-error what it gives is text
    assertType<number | undefined>(parseVarFile("", [family]).get(family));
  });

  test("has validations that are conditions with sentences", () => {
    variable("x", z.string(), {
      validation: (self) => [
        { condition: hcl<boolean>`${self} != ""`, error_message: "Set it." },
        { condition: hcl<boolean>`${self} != "x"`, error_message: "Is it x?" },
      ],
    });
    variable("x", z.string(), {
      // @ts-expect-error the condition is text
      validation: (self) => ({ condition: self, error_message: "It must be set." }),
    });
    variable("x", z.string(), {
      // @ts-expect-error the message is no sentence
      validation: (self) => ({ condition: hcl<boolean>`${self} != ""`, error_message: "must be set" }),
    });
    // @ts-expect-error a name has no spaces
    variable("project id", z.string());
  });

  test("has a default of values and of the environment, and of nothing else", () => {
    variable("x", z.string(), { default: env("HOME", (home) => text`${home}/images`) });
    variable("x", z.object({ a: z.string(), n: z.number() }), { default: { a: env("A"), n: 1 } });
    // @ts-expect-error it is text
    variable("x", z.string(), { default: 1 });
    // @ts-expect-error a default does not look at a variable
    variable("x", z.string(), { default: family });
    // @ts-expect-error there is no environment outside of defaults
    assertType<unknown>(text`${env("HOME")}`);
  });
});
