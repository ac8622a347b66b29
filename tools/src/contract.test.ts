import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { compile, COMPILERS, type CompileError, type Compiler } from "./compilers.js";
import { ROOT } from "./repository.js";

const contract = join(ROOT, "fixtures/contract");
const programs = readdirSync(join(contract, "compiles"));
const mistakes = join(contract, "mistakes.ts");

interface Mistake {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** The statements under `// mistake: …` lines, by their lines. */
function readMistakes(): readonly Mistake[] {
  const lines = readFileSync(mistakes, "utf8").split("\n");
  const marks = lines.flatMap((line, at) => (line.startsWith("// mistake: ") ? [at] : []));
  return marks.map((at, i) => ({
    name: (lines[at] ?? "").slice("// mistake: ".length),
    first: at + 2,
    last: marks[i + 1] ?? lines.length,
  }));
}

/** What a person reads of a compiler's text first: the message of a rule where there is one, else its first line. */
function readable(text: string): string {
  const rule = /Conflict<"((?:[^"\\]|\\.)*)">/.exec(text)?.[1];
  const lines = text.split("\n").map((line) => line.trim());
  return rule ?? lines.find((line) => /^Property '\w+' is missing/.test(line)) ?? lines[0] ?? "";
}

describe.each(Object.keys(COMPILERS) as Compiler[])("the contract under %s", (compiler) => {
  let errors: readonly CompileError[] = [];
  const inFile = (file: string): readonly CompileError[] => errors.filter((error) => error.file === file);

  beforeAll(() => {
    if (!existsSync(join(ROOT, "packages/core/dist/index.d.ts"))) {
      throw new Error("build the packages first: npm run build");
    }
    errors = compile(compiler, [...programs.map((program) => join(contract, "compiles", program)), mistakes]);
  }, 120_000);

  it.each(programs)("%s compiles", (program) => {
    expect(inFile(join(contract, "compiles", program))).toEqual([]);
  });

  it("refuses every mistake on its statement", () => {
    const found = inFile(mistakes);
    const all = readMistakes();
    const missed = all.filter(({ first, last }) => !found.some(({ line }) => line >= first && line <= last));
    const rows = all.map(({ name, first, last }) => {
      const texts = found
        .filter(({ line }) => line >= first && line <= last)
        .map(({ text }) => readable(text));
      return `  ${name} → ${texts[0] ?? "missed"}`;
    });
    console.log(
      [
        `${compiler}: ${String(all.length - missed.length)} of ${String(all.length)} mistakes caught`,
        ...rows,
      ].join("\n"),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
    // The compiler's way of giving up tells nobody what is wrong.
    expect(rows.filter((row) => row.includes("excessively deep"))).toEqual([]);
  });

  it("finds no fault with the values above the mistakes", () => {
    const imports = 10;
    const firstMistake = readMistakes()[0]?.first ?? 0;
    expect(inFile(mistakes).filter(({ line }) => line > imports && line < firstMistake)).toEqual([]);
  });
});
