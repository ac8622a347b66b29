import { format, formatDiagnostic, SourceText } from "@packwright/hcl";
import { createTwoFilesPatch } from "diff";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { EXIT, UserError, type Output } from "../output.js";
import { rewriteFile } from "./rewrite-file.js";

/** What `fmt` can be told; as `packer fmt` is. */
export interface FmtOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly recursive?: boolean;
  /** `false` writes nothing. */
  readonly write?: boolean;
}

const FORMATTED = /\.(?:pkr|pkrvars)\.hcl$/;
const IGNORED = /^\.|~$|^#.*#$/;

/**
 * Formats files in HCL as `packer fmt` does, and names those that changed.
 *
 * @see https://developer.hashicorp.com/packer/docs/commands/fmt
 */
export async function fmt(
  paths: readonly string[],
  options: FmtOptions,
  cwd: string,
  output: Output,
  readInput: () => Promise<string>,
): Promise<number> {
  if (paths.length === 1 && paths[0] === "-") return fmtInput(await readInput(), options, output);
  const problems: string[] = [];
  let changed = 0;
  const files: string[] = [];
  for (const given of paths)
    files.push(...(await filesOf(resolve(cwd, given), given, options.recursive === true)));
  for (const path of files) {
    const shown = relative(cwd, path);
    const text = await readFile(path);
    const formatted = format(text, { file: shown });
    if (formatted.diagnostics.length > 0) {
      const source = new SourceText(text.toString("utf8"), shown);
      problems.push(...formatted.diagnostics.map((each) => formatDiagnostic(each, source)));
      continue;
    }
    const before = text.toString("utf8");
    if (formatted.text === before) continue;
    changed++;
    output.out(`${shown}\n`);
    if (options.diff === true)
      output.out(createTwoFilesPatch(`old/${shown}`, `new/${shown}`, before, formatted.text));
    if (options.check !== true && options.write !== false) await rewriteFile(path, formatted.text);
  }
  if (problems.length > 0) throw new UserError(problems.join("\n\n"));
  return options.check === true && changed > 0 ? EXIT.stale : EXIT.ok;
}

function fmtInput(text: string, options: FmtOptions, output: Output): number {
  const formatted = format(text, { file: "<standard input>" });
  if (formatted.diagnostics.length > 0) {
    const source = new SourceText(text, "<standard input>");
    throw new UserError(formatted.diagnostics.map((each) => formatDiagnostic(each, source)).join("\n\n"));
  }
  const isSame = formatted.text === text;
  if (options.diff === true && !isSame) output.out(createTwoFilesPatch("old", "new", text, formatted.text));
  else if (options.check !== true) output.out(formatted.text);
  return options.check === true && !isSame ? EXIT.stale : EXIT.ok;
}

async function filesOf(path: string, given: string, isRecursive: boolean): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UserError(`there is no file or folder "${given}"`, EXIT.usage);
  if (!found.isDirectory()) {
    if (FORMATTED.test(path)) return [path];
    throw new UserError(
      `"${given}" is neither *.pkr.hcl nor *.pkrvars.hcl, the files that can be formatted`,
      EXIT.usage,
    );
  }
  const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (IGNORED.test(entry.name)) continue;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) {
      if (isRecursive && entry.name !== "node_modules") files.push(...(await filesOf(inside, inside, true)));
    } else if (FORMATTED.test(entry.name)) files.push(inside);
  }
  return files;
}
