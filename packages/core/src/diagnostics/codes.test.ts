import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DIAGNOSTIC_CODES } from "./codes.js";

/** Codes that the package `testing` alone gives, where it evaluates; their texts are tested there. */
const OF_VALIDATION = ["missing-plugin", "no-value", "unchecked-value"];

it("has a test of the exact text of every code", () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((name) => /^codes-of-.*\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
    .join("");
  const tested = [...tests.matchAll(/titleOf\("([a-z-]+)"\)/g)].map(([, code]) => code);
  expect([...tested, ...OF_VALIDATION].sort()).toEqual(Object.keys(DIAGNOSTIC_CODES).sort());
});
