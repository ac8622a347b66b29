import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DIAGNOSTIC_CODES } from "./codes.js";

it("has a test of the exact text of every code", () => {
  const tests = readdirSync(import.meta.dirname)
    .filter((name) => /^codes-of-.*\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
    .join("");
  const tested = [...tests.matchAll(/titleOf\("([a-z-]+)"\)/g)].map(([, code]) => code);
  expect(tested.sort()).toEqual(Object.keys(DIAGNOSTIC_CODES).sort());
});
