import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMPILERS, type Compiler } from "./compilers.js";
import { countInstantiations } from "./instantiations.js";
import { ROOT } from "./repository.js";

/**
 * The most that a program may cost, by its path. A change of types that makes a program dearer than this is to be
 * looked at: what it costs every user's editor has to be worth it.
 */
const budget = JSON.parse(readFileSync(join(ROOT, "fixtures/instantiations.json"), "utf8")) as Readonly<
  Record<string, number>
>;

describe.each(Object.keys(COMPILERS) as Compiler[])("the types that %s makes for a program", (compiler) => {
  beforeAll(() => {
    if (!existsSync(join(ROOT, "packages/core/dist/index.d.ts"))) {
      throw new Error("build the packages first: npm run build");
    }
  });

  it.each(Object.entries(budget))(
    "of %s are no more than its budget of %i, and not far below it",
    (file, most) => {
      const count = countInstantiations(compiler, join(ROOT, file));
      expect(count).toBeLessThanOrEqual(most);
      // A budget far above what is needed would not notice when it is.
      expect(count).toBeGreaterThan(most * 0.8);
    },
    120_000,
  );
});
