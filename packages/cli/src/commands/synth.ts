import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { TemplateOutput } from "@packwright/core";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, isTemplateError, UserError, type Output } from "../output.js";

/** The forms of a template, by the name that `--form` has for them. */
export const FORMS: Readonly<
  Record<string, { readonly ending: string; readonly print: (from: TemplateOutput) => string }>
> = {
  hcl: { ending: ".pkr.hcl", print: (template) => template.toHcl() },
  json: { ending: ".pkr.json", print: (template) => template.toJson() },
  legacy: { ending: ".json", print: (template) => template.toLegacyJson() },
};

/** What `synth` can be told. */
export interface SynthOptions {
  readonly form?: string | undefined;
  /** The folder to write to; beside the TypeScript when nothing is said. */
  readonly out?: string | undefined;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

/** Writes templates, or tells which files on the disk are not what they would be. */
export async function synth(
  loaded: readonly Loaded[],
  options: SynthOptions,
  cwd: string,
  output: Output,
): Promise<number> {
  const name = options.form ?? "hcl";
  const form = FORMS[name];
  if (form === undefined) {
    throw new UserError(`--form is "${name}"; it is one of ${Object.keys(FORMS).join(", ")}`, EXIT.usage);
  }
  const printed = printAll(loaded, form.print, cwd);
  if (options.stdout === true) {
    output.out(printed.join("\n"));
    return EXIT.ok;
  }
  let stale = 0;
  for (const [at, { name, file, template }] of loaded.entries()) {
    const folder = options.out === undefined ? dirname(file) : resolve(cwd, options.out);
    const path = join(folder, `${name}${form.ending}`);
    const shown = relative(cwd, path);
    if (options.check === true) {
      const there = await readFile(path, "utf8").catch(() => undefined);
      if (there === printed[at]) continue;
      stale++;
      const { createTwoFilesPatch } = await import("diff");
      output.out(
        createTwoFilesPatch(there === undefined ? "/dev/null" : shown, shown, there ?? "", printed[at] ?? ""),
      );
      continue;
    }
    const { changed } = await template.write(path);
    output.out(`${changed ? "written  " : "unchanged"} ${shown}\n`);
  }
  if (stale === 0) return EXIT.ok;
  const files = stale === 1 ? "1 file is" : `${String(stale)} files are`;
  output.err(`${files} not what the TypeScript says; run packwright synth\n`);
  return EXIT.stale;
}

/** The texts of all templates; the errors of all of them when there are any, so that nothing is written by halves. */
function printAll(
  loaded: readonly Loaded[],
  print: (template: TemplateOutput) => string,
  cwd: string,
): readonly string[] {
  const problems: string[] = [];
  const printed = loaded.map(({ file, template }) => {
    try {
      return print(template);
    } catch (error) {
      if (!isTemplateError(error)) throw error;
      problems.push(`${relative(cwd, file)}: ${error.message.trimEnd()}`);
      return "";
    }
  });
  if (problems.length > 0) throw new UserError(problems.join("\n\n"));
  return printed;
}
