import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { ROOT } from "../../../../tools/src/repository.js";
import { parse } from "../parser/parse.js";
import { checkEdit, editsOf, VALUES } from "./edit.test-support.js";

const CORPUS = join(ROOT, "../shared/corpus");

/** So many edits a file, spread over it. */
const EDITS = 3;

describe.skipIf(!existsSync(CORPUS))(
  "an edit of a public template (skipped where the corpus is not beside the repository)",
  () => {
    it("changes its own lines alone, keeps the comments of its neighbours, and leaves what the formatter would", () => {
      const names = readdirSync(CORPUS, { recursive: true, encoding: "utf8" });
      for (const name of names.filter((each) => each.endsWith(".hcl")).sort()) {
        const text = readFileSync(join(CORPUS, name), "utf8");
        const file = parse(text, { file: name });
        if (file.diagnostics.length > 0) continue;
        VALUES.forEach((value, at) => {
          const edits = editsOf(file, value);
          const step = Math.max(1, Math.floor(edits.length / EDITS));
          for (let i = at % step; i < edits.length; i += step) {
            const edit = edits[i];
            if (edit !== undefined) checkEdit(text, edit);
          }
        });
      }
    }, 300_000);
  },
);
