import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../repository.js";
import { Documentation } from "./documentation.js";
import { generate } from "./generate.js";
import { PROVISIONER_PLUGINS } from "./print-provisioner.js";

describe("generated files", () => {
  it.each(generate().map(({ path, text }) => ({ path, text })))(
    "$path is what the facts make of it; run `npm run generate` if it is not",
    ({ path, text }) => {
      expect(readFileSync(join(ROOT, path), "utf8")).toBe(text);
    },
  );
});

describe.each(["googlecompute", ...PROVISIONER_PLUGINS])("the documentation file of %s", (plugin) => {
  const path = join(ROOT, `fixtures/facts/${plugin}-docs.json`);
  const sentences = Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>).map(
    ([name, entry]) => ({ name, text: typeof entry === "string" ? entry : (entry as { text: string }).text }),
  );

  it("says one sentence about each option, and no sentence twice but for the same option", () => {
    const wrong = sentences.filter(
      ({ name, text }) => !/^[A-Z][^]*[.]$/.test(text) || text.startsWith(`${name}.`),
    );
    expect(wrong).toEqual([]);
    const said = new Map<string, string>();
    for (const { name, text } of sentences) said.set(text, name);
    expect(sentences.length - said.size).toBeLessThanOrEqual(1);
  });
});

describe("a documentation file", () => {
  it("is asked for the entry of the block before that of the name alone", () => {
    const docs = new Documentation(
      '{"size": "The size.", "disk.size": {"text": "The disk."}, "more": "More."}',
    );
    const field = { kind: "attr", name: "size", type: "number" } as const;
    expect(docs.of(field, "disk").text).toBe("The disk.");
    expect(docs.of(field, "image").text).toBe("The size.");
    expect(docs.unread).toEqual(["more"]);
  });

  it("has to have an entry about every option", () => {
    const docs = new Documentation("{}");
    expect(() => docs.of({ kind: "attr", name: "size", type: "number" }, undefined)).toThrow(
      "the documentation file has no entry about size; write one",
    );
  });
});
