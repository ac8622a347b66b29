import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { format } from "./format.js";

interface Golden {
  readonly name: string;
  readonly in: string;
  readonly out?: string;
  readonly error?: string;
}

const GOLDEN = readFileSync(new URL("../../../../fixtures/golden/fmt.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Golden);

describe("what packer fmt was seen to do", () => {
  it.each(GOLDEN.map((golden) => [golden.name, golden] as const))("%s", (_name, golden) => {
    const { text, diagnostics } = format(golden.in);
    expect(text).toBe(golden.out ?? golden.in);
    expect(diagnostics.length > 0).toBe(golden.error !== undefined);
  });
});

describe("the formatter", () => {
  it("says whether it changed anything", () => {
    expect(format("a = 1\n").changed).toBe(false);
    expect(format("a=1\n").changed).toBe(true);
  });

  it("leaves a file with errors alone and tells them", () => {
    expect(format("a=[\n", { file: "a.hcl" })).toMatchObject({
      text: "a=[\n",
      changed: false,
      diagnostics: [{ code: "expected-expression" }],
    });
  });
});
