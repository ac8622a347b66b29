import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Found } from "./check.js";

/** What the project's TypeScript says of files; `undefined` when the project has none. */
export async function checkTypes(
  files: readonly string[],
  cwd: string,
): Promise<readonly Found[] | undefined> {
  const typed = files.filter((file) => /\.m?ts$/.test(file));
  if (typed.length === 0) return [];
  const modules = above(cwd, "node_modules/typescript/package.json");
  if (modules === undefined) return undefined;
  const groups = new Map<string | undefined, string[]>();
  for (const file of typed) {
    const config = settingsOf(dirname(file));
    groups.set(config, [...(groups.get(config) ?? []), file]);
  }
  const found: Found[] = [];
  for (const [config, group] of groups) found.push(...(await compile(group, config, modules, cwd)));
  return found;
}

/** The settings of files for which the project has none. */
const SETTINGS = { module: "nodenext", target: "es2023", strict: true, skipLibCheck: true };

/** Takes what builds a project out of its settings: nothing is written. */
const NOTHING_WRITTEN = {
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  declarationMap: false,
  emitDeclarationOnly: false,
  isolatedDeclarations: false,
  allowImportingTsExtensions: true,
  rootDir: null,
};

async function compile(
  files: readonly string[],
  config: string | undefined,
  packageFile: string,
  cwd: string,
): Promise<readonly Found[]> {
  const typescript = dirname(packageFile);
  const { bin } = JSON.parse(await readFile(packageFile, "utf8")) as {
    readonly bin: { readonly tsc: string };
  };
  // Inside node_modules, from where the project's type packages are found.
  const own = config === undefined ? undefined : join(dirname(config), "node_modules");
  const cache = join(own !== undefined && existsSync(own) ? own : dirname(typescript), ".cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "packwright-"));
  try {
    const project = join(folder, "tsconfig.json");
    await writeFile(
      project,
      JSON.stringify({
        ...(config === undefined ? {} : { extends: config }),
        compilerOptions: { ...(config === undefined ? SETTINGS : {}), ...NOTHING_WRITTEN },
        files,
        include: [],
        references: [],
      }),
    );
    const output = await outputOf([join(typescript, bin.tsc), "--pretty", "false", "-p", project], cwd);
    return diagnosticsOf(output, cwd, files[0] ?? cwd);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outputOf(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // TypeScript ends with 1 or 2 when it found something, and says so on its standard output.
      if (error !== null && stdout === "") fail(new Error(`TypeScript cannot be run: ${stderr}`));
      else done(stdout);
    });
  });
}

const LINE = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;

/** The errors in what `tsc` prints; lines that are further in belong to the error above them. */
export function diagnosticsOf(output: string, cwd: string, template: string): readonly Found[] {
  const found: Found[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, file, row, column, code, summary] = LINE.exec(line) ?? [];
    const last = found.at(-1);
    if (code !== undefined && summary !== undefined) {
      const position =
        file === undefined
          ? {}
          : { position: { file: resolve(cwd, file), line: Number(row), column: Number(column) } };
      const path = file === undefined ? "tsconfig.json" : relative(cwd, resolve(cwd, file));
      found.push({ severity: "error", code: `typescript/${code}`, summary, path, template, ...position });
    } else if (line.startsWith("  ") && last !== undefined) {
      const detail = last.detail === undefined ? line.slice(2) : `${last.detail}\n${line.slice(2)}`;
      found[found.length - 1] = { ...last, detail };
    }
  }
  return found;
}

/** The nearest `tsconfig.json` that has settings; one that only refers to others has none for these files. */
function settingsOf(folder: string): string | undefined {
  const config = above(folder, "tsconfig.json");
  if (config === undefined) return undefined;
  return /"(?:compilerOptions|extends)"/.test(readFileSync(config, "utf8")) ? config : undefined;
}

/** The nearest file of that name in a folder or one above it. */
function above(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const parent = dirname(folder);
  return parent === folder ? undefined : above(parent, name);
}
