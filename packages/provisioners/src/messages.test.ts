import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { file } from "./file.js";
import { hcpSbom } from "./hcp-sbom.js";
import { powershell } from "./powershell.js";
import { shellLocal } from "./shell-local.js";
import { shell } from "./shell.js";
import { problemsOf, type Step } from "./step.test-support.js";

/** A mistake as its author writes it, the same as a value, and the words that the compiler and the check have for it. */
interface Mistake {
  readonly code: string;
  readonly step: () => Step;
  readonly message: string;
}

const wrong = (options: object): never => options as never;

const MISTAKES: readonly Mistake[] = [
  {
    code: `shell({ inline: ["true"], script: "x.sh" })`,
    step: () => shell(wrong({ inline: ["true"], script: "x.sh" })),
    message: "choose one of inline, script and scripts",
  },
  {
    code: `shell({})`,
    step: () => shell(wrong({})),
    message: "there is nothing to run: set inline, script or scripts",
  },
  {
    code: `shell({ inline: ["true"], environment_vars: ["TOKEN"] })`,
    step: () => shell(wrong({ inline: ["true"], environment_vars: ["TOKEN"] })),
    message: "write each environment variable as NAME=value",
  },
  {
    code: `shell({ inline: ["true"], only: ["null.here"], except: ["null.here"] })`,
    step: () => shell(wrong({ inline: ["true"], only: ["null.here"], except: ["null.here"] })),
    message: "only and except exclude each other: keep one of them",
  },
  {
    code: `shellLocal({ inline: ["true"], scripts: ["x.sh"] })`,
    step: () => shellLocal(wrong({ inline: ["true"], scripts: ["x.sh"] })),
    message: "choose one of inline, script, scripts and the deprecated command",
  },
  {
    code: `shellLocal({ inline: ["true"], use_linux_pathing: true })`,
    step: () => shellLocal(wrong({ inline: ["true"], use_linux_pathing: true })),
    message: "use_linux_pathing runs script files only: set script or scripts instead",
  },
  {
    code: `file({ source: "a", content: "b", destination: "c" })`,
    step: () => file(wrong({ source: "a", content: "b", destination: "c" })),
    message: "content excludes source and sources: keep one of them",
  },
  {
    code: `powershell({ inline: ["dir"], elevated_password: "p" })`,
    step: () => powershell(wrong({ inline: ["dir"], elevated_password: "p" })),
    message: "elevated_password needs elevated_user",
  },
  {
    code: `hcpSbom({ source: "s", auto_generate: true })`,
    step: () => hcpSbom(wrong({ source: "s", auto_generate: true })),
    message: "source and auto_generate exclude each other: keep one of them",
  },
  {
    code: `hcpSbom({})`,
    step: () => hcpSbom(wrong({})),
    message: "there is no SBOM: set source, or auto_generate to true",
  },
];

/** What the compiler says about each line of a program that stands in this folder. */
function compile(lines: readonly string[]): ReadonlyMap<number, string> {
  const path = fileURLToPath(new URL("./mistakes-of-the-messages-test.ts", import.meta.url));
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

describe("a mistake", () => {
  let errors: ReadonlyMap<number, string> = new Map();
  beforeAll(() => {
    const imports = `import { file, hcpSbom, powershell, shell, shellLocal } from "./index.js";`;
    errors = compile([imports, ...MISTAKES.map(({ code }) => `${code};`), `shell({ inline: ["true"] });`]);
  }, 60_000);

  it.each(MISTAKES.map((mistake, at) => ({ ...mistake, line: at + 1 })))(
    "has the same message when it is compiled and when it runs: $code",
    ({ line, step, message }) => {
      expect(errors.get(line)).toContain(`Conflict<"${message}">`);
      expect(problemsOf(step()).join("\n")).toContain(message);
    },
  );

  it("is the only thing that the compiler finds", () => {
    expect([...errors.keys()]).toEqual(MISTAKES.map((_, at) => at + 1));
  });
});
