import { it } from "vitest";
import { SEED } from "../../../../tools/src/repository.js";
import { fuzz } from "./fuzz.test-support.js";

// About a minute's worth; `npm run fuzz` tries a million.
const COUNT = 40_000;

it("any text ends in a tree or in errors with places, is printed as it was, and is laid out once and for all", () => {
  fuzz({ seed: SEED ?? Date.now() % 0x7fffffff, count: COUNT });
}, 600_000);
