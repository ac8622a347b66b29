import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { referenceSync } from "../../../../tools/src/hcl-reference.js";
import { ROOT } from "../../../../tools/src/repository.js";
import { format } from "../format/format.js";
import { printLossless } from "../lossless/print.js";
import { comparable, located } from "./located.test-support.js";
import { parse } from "./parse.js";

const CORPUS = join(ROOT, "../shared/corpus");

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".hcl"))
    .map((name) => join(folder, name))
    .sort();
}

describe.skipIf(!existsSync(CORPUS))(
  "the public templates (skipped where the corpus is not beside the repository)",
  () => {
    const files = existsSync(CORPUS) ? filesOf(CORPUS) : [];

    it("are many", () => {
      expect(files.length).toBeGreaterThan(200);
    });

    it("are read as HashiCorp's parser reads them", () => {
      const texts = files.map((file) => new Uint8Array(readFileSync(file)));
      const answers = referenceSync(texts.map((text) => ({ command: "dump", text })));
      for (const [at, text] of texts.entries()) {
        const { body, diagnostics, source } = parse(text);
        const name = relative(CORPUS, files[at] ?? "");
        expect([name, diagnostics.length === 0]).toEqual([name, answers[at]?.ok]);
        if (diagnostics.length === 0)
          expect(located(body, source), name).toEqual(comparable(answers[at]?.tree));
      }
    });

    it("are laid out as packer fmt lays them out, and once is enough", () => {
      const texts = files.map((file) => readFileSync(file, "utf8"));
      const answers = referenceSync(texts.map((text) => ({ command: "fmt", text })));
      for (const [at, text] of texts.entries()) {
        const formatted = format(text).text;
        if (answers[at]?.ok === true) expect(formatted, files[at]).toBe(answers[at].output);
        expect(format(formatted).text, files[at]).toBe(formatted);
      }
    });

    it("are printed without loss", () => {
      for (const file of files) {
        const bytes = new Uint8Array(readFileSync(file));
        const read = parse(bytes);
        expect(new TextEncoder().encode(printLossless(read)), file).toEqual(bytes);
      }
    });
  },
);
