import { defineConfig } from "vitest/config";

/** The `exports` condition under which the workspace's packages hand out their TypeScript sources. */
const conditions = ["@packwright/source"];
const exclude = ["**/node_modules/**", "**/dist/**"];

/** Suites are told apart by the ending of their files; `tools/test.mjs` says which a machine can run. */
const suite = (name: string, include: string[], testTimeout: number) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name, include, exclude, testTimeout },
});

export default defineConfig({
  test: {
    projects: [
      suite("unit", ["{packages,examples,tools}/**/*.test.ts"], 20_000),
      suite("properties", ["{packages,examples,tools}/**/*.test-prop.ts"], 120_000),
      suite("packer", ["{packages,examples,tools}/**/*.test-packer.ts"], 120_000),
    ],
  },
});
