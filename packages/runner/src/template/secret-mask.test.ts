import { source, text, variable } from "@packwright/core";
import { expect, it } from "vitest";
import { z } from "zod";
import { secretMask } from "./secret-mask.js";

it("hides what sensitive variables are given, by default, by the caller or by the environment", () => {
  const first = variable("a", z.string(), { sensitive: true });
  const second = variable("b", z.string(), { sensitive: true });
  const open = variable("open", z.string().default("seen"));
  const byDefault = variable("d", z.string().default("fourth"), { sensitive: true });
  const note = source.file("note", {
    target: "x",
    content: text`${first}${second}${byDefault}${open}`,
  });
  const mask = secretMask(note, { a: "first" }, { PKR_VAR_b: "second" });
  expect(mask("first second third fourth seen")).toBe("<sensitive> <sensitive> third <sensitive> seen");
});
