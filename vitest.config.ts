import { defineConfig } from "vitest/config";

/** The `exports` condition under which the workspace's packages hand out their TypeScript sources. */
const conditions = ["@packwright/source"];
const exclude = ["**/node_modules/**", "**/dist/**"];
const folders = "{packages,examples,tools}/**";

/** Suites are told apart by the ending of their files; `tools/test.mjs` says which a machine can run. */
const suite = (name: string, ending: string, seconds: number, own: object = {}) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    include: [`${folders}/*.${ending}.ts`],
    exclude,
    testTimeout: seconds * 1000,
    // Nothing here changes what a module keeps, so files share what they import: to load it anew for each of some
    // hundred files would take longer than all the tests.
    isolate: false,
    ...own,
    setupFiles: ["./tools/src/vitest-setup.ts"],
  },
});

/** Tests of types, run by the compiler alone. */
const types = (name: string, checker: string) => ({
  test: {
    name,
    include: [],
    exclude,
    typecheck: {
      enabled: true,
      only: true,
      checker,
      include: [`${folders}/*.test-d.ts`],
      tsconfig: "./tsconfig.check.json",
    },
  },
});

export default defineConfig({
  test: {
    // One processor less, which is what is used by default, would be half of a small machine.
    maxWorkers: "100%",
    projects: [
      suite("unit", "test", 30),
      suite("properties", "test-prop", 300),
      suite("go", "test-go", 600),
      suite("corpus", "test-corpus", 600),
      // Real builds come behind all the others, one file at a time: what they wait for would otherwise wait for the tests
      // beside them, and servers of theirs share a folder of the system's.
      suite("packer", "test-packer", 120, { sequence: { groupOrder: 1 }, maxWorkers: 1 }),
      types("types-5.9", "./node_modules/typescript/bin/tsc"),
      types("types-7", "./node_modules/typescript-7/bin/tsc"),
    ],
  },
});
