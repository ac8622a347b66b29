import { existsSync } from "node:fs";
import { relative } from "node:path";
import { load, type LoadedTemplate } from "@packwright/core/load";
import { googlecompute } from "@packwright/googlecompute";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { CORPUS, corpusPaths } from "./corpus.js";

const components = [googlecompute, provisioners, postProcessors];

const isError = ({ severity }: { readonly severity: string }): boolean => severity === "error";

describe.skipIf(!existsSync(CORPUS))(
  "the public templates (skipped where the corpus is not beside the repository)",
  () => {
    const paths = existsSync(CORPUS) ? corpusPaths() : [];
    let all: readonly (readonly [name: string, template: LoadedTemplate])[] | undefined;
    const loaded = (): NonNullable<typeof all> =>
      (all ??= paths.map((path) => [relative(CORPUS, path), load(path, { components })] as const));

    it("are many", () => {
      expect(paths.length).toBeGreaterThan(450);
    });

    it("load, or say with a position why not", () => {
      const silent = loaded().flatMap(([name, template]) =>
        template
          .check()
          .filter((found) => isError(found) && found.position === undefined)
          .map(({ summary }) => `${name}: ${summary}`),
      );
      expect(silent).toEqual([]);
    });

    it("load as the same blocks again when they are printed", () => {
      let printed = 0;
      for (const [name, template] of loaded()) {
        if (template.check().some(isError)) continue;
        const text = template.toHcl();
        const again = load({ name: "again.pkr.hcl", text }, { components });
        // A legacy template cannot say where its components come from.
        const errors = again.check().filter((found) => isError(found) && found.code !== "unknown-component");
        expect([name, errors]).toEqual([name, []]);
        if (again.check().some(isError)) continue;
        expect([name, again.toHcl()]).toEqual([name, text]);
        printed++;
      }
      expect(printed).toBeGreaterThan(200);
    });
  },
);
