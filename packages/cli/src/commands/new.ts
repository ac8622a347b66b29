import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { EXIT, UserError, type Surroundings } from "../output.js";
import { STARTERS, type Starter } from "../starters/starters.js";

/** Writes the beginning of a project into a folder, or a template alone where the path is that of a TypeScript file. */
export async function createNew(given: string, name: string, around: Surroundings): Promise<number> {
  const { cwd } = around;
  const starter = STARTERS[name];
  if (starter === undefined) {
    throw new UserError(
      `--starter is "${name}"; it is one of ${Object.keys(STARTERS).join(", ")}`,
      EXIT.usage,
    );
  }
  const path = resolve(cwd, given);
  const isTemplate = path.endsWith(".ts");
  const label = labelOf(basename(path, ".ts"));
  const files = isTemplate
    ? templateFiles(path, label, starter)
    : await projectFiles(path, label, starter, around.program);
  const there = [...files.keys()].filter((file) => existsSync(file));
  if (there.length > 0) {
    throw new UserError(
      `${there.map((file) => relative(cwd, file)).join(", ")}: there already; nothing was written`,
    );
  }
  for (const [file, text] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
    around.out(`written   ${relative(cwd, file)}\n`);
  }
  const folder = relative(cwd, path);
  const next = isTemplate
    ? `packwright synth ${folder}`
    : `${folder === "" ? "" : `cd ${folder} && `}npm install && npx packwright synth`;
  around.out(`\nThis makes ${starter.about}. Next: ${next}\n`);
  return EXIT.ok;
}

function templateFiles(path: string, label: string, starter: Starter): ReadonlyMap<string, string> {
  const others = Object.entries(starter.files ?? {}).map(
    ([file, text]) => [join(dirname(path), file), text] as const,
  );
  return new Map([[path, starter.template(label)], ...others]);
}

async function projectFiles(
  folder: string,
  label: string,
  starter: Starter,
  program: string,
): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(await readFile(join(dirname(program), "../package.json"), "utf8")) as {
    readonly version: string;
  };
  const packages = ["@packwright/cli", "@packwright/core", ...starter.packages].sort();
  const manifest = {
    name: label,
    private: true,
    type: "module",
    scripts: { check: "packwright check", synth: "packwright synth", build: "packwright run" },
    devDependencies: {
      ...Object.fromEntries(packages.map((each) => [each, `^${version}`])),
      typescript: "^5.9.0",
      zod: "^4.0.0",
    },
  };
  const settings = {
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      // With these, newer versions of Node read the files by themselves.
      erasableSyntaxOnly: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
    },
  };
  return new Map([
    [join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`],
    [join(folder, "tsconfig.json"), `${JSON.stringify(settings, null, 2)}\n`],
    [join(folder, ".gitignore"), "node_modules\n"],
    [
      join(folder, "packwright.config.ts"),
      'import { defineConfig } from "@packwright/cli";\n\nexport default defineConfig({ templates: ["images"] });\n',
    ],
    ...templateFiles(join(folder, "images", `${label}.ts`), label, starter),
  ]);
}

/** A name as a label: letters, digits and dashes, a letter first. */
function labelOf(name: string): string {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .replace(/-$/, "");
  return label === "" ? "image" : label;
}
