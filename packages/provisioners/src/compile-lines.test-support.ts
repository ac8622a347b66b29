import { fileURLToPath } from "node:url";
import ts from "typescript";

/** What the compiler says about each line of a program that stands in this folder. */
export function compileLines(lines: readonly string[]): ReadonlyMap<number, string> {
  const path = fileURLToPath(new URL("./lines-of-a-test.ts", import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.es2024.string.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ["@packwright/source"],
    types: [],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === path || disk.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === path
        ? ts.createSourceFile(name, lines.join("\n"), ts.ScriptTarget.ES2023)
        : disk.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([path], options, host);
  const errors = new Map<number, string>();
  for (const { file: at, start = 0, messageText } of program.getSemanticDiagnostics(
    program.getSourceFile(path),
  )) {
    const line = at?.getLineAndCharacterOfPosition(start).line ?? -1;
    errors.set(line, `${errors.get(line) ?? ""}${ts.flattenDiagnosticMessageText(messageText, "\n")}\n`);
  }
  return errors;
}
