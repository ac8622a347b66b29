import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, type Compiler } from "./compilers.js";
import { ROOT } from "./repository.js";

/** What a compiler says about each of some statements, as far as it says anything: the texts of its errors. */
export function compileStatements(
  compiler: Compiler,
  name: string,
  header: string,
  statements: readonly string[],
): readonly (readonly string[])[] {
  const folder = join(ROOT, ".cache/snippets");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.ts`);
  // Each statement has a line of its own, which is how its errors are told apart.
  const lines = statements.map((statement) => statement.replaceAll("\n", " "));
  const first = header.split("\n").length + 1;
  writeFileSync(file, [header, ...lines, ""].join("\n"));
  const errors = compile(compiler, [file]);
  const stray = errors.filter(({ line }) => line < first);
  if (stray.length > 0) throw new Error(stray.map(({ text }) => text).join("\n"));
  return lines.map((_, at) => errors.filter(({ line }) => line === first + at).map(({ text }) => text));
}
