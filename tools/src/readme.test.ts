import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { compile, COMPILERS, type CompileError, type Compiler } from "./compilers.js";
import { ROOT } from "./repository.js";

/** A program in a README, and the HCL that the README shows behind it as what the program prints or is. */
interface Program {
  readonly title: string;
  readonly file: string;
  readonly code: string;
  readonly hcl: string | undefined;
}

const FENCE = /```(\w+)\n([^]*?)```/g;
const folder = join(ROOT, ".cache/readme");

const readmes = [
  "README.md",
  ...readdirSync(join(ROOT, "packages"))
    .filter((name) => readdirSync(join(ROOT, "packages", name)).includes("README.md"))
    .map((name) => `packages/${name}/README.md`),
];

const programs: readonly Program[] = readmes.flatMap((readme) => {
  const blocks = [...readFileSync(join(ROOT, readme), "utf8").matchAll(FENCE)];
  return blocks.flatMap(([, language, code = ""], at): Program[] => {
    if (language !== "ts") return [];
    const [, next, hcl] = blocks[at + 1] ?? [];
    const file = join(folder, `${readme.replace(/\W+/g, "-")}-${String(at)}.ts`);
    return [
      { title: `${readme}, block ${String(at + 1)}`, file, code, hcl: next === "hcl" ? hcl : undefined },
    ];
  });
});

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of programs) writeFileSync(file, code);
});

describe.each(Object.keys(COMPILERS) as Compiler[])("under %s", (compiler) => {
  let errors: readonly CompileError[] = [];
  beforeAll(() => {
    errors = compile(
      compiler,
      programs.map(({ file }) => file),
    );
  }, 120_000);

  it.each(programs)("the program of $title compiles", ({ file }) => {
    expect(errors.filter((error) => error.file === file)).toEqual([]);
  });
});

it.each(programs.filter(({ hcl }) => hcl !== undefined))(
  "the program of $title gives the HCL behind it",
  async ({ file, hcl }) => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    try {
      const module = (await import(file)) as { readonly default?: { toHcl(): string } };
      const printed = module.default?.toHcl() ?? log.mock.calls.flat().join("\n");
      expect(printed.trim()).toBe(hcl?.trim());
    } finally {
      log.mockRestore();
    }
  },
);
