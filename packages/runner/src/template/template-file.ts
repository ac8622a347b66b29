import type { TemplateOutput } from "@packwright/core";
import { parse, type Block, type Body, type ParsedFile } from "@packwright/hcl";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { INIT_SINCE, lackingBlocks } from "../version/features.js";
import { isAtLeast, type PackerVersion } from "../version/version.js";
import { PackerVersionError } from "../process/packer-process-error.js";
import { declaredIn, type Declared } from "./declared.js";

/** What packer can work on: a template, or the path of a file or folder that is there. */
export type TemplateInput = TemplateOutput | string;

/** A template as packer gets it. */
export interface TemplateFile {
  /** The path that packer is given. */
  readonly path: string;
  readonly isLegacy: boolean;
  /** Its files in HCL; the first is that of a template made here. */
  readonly files: readonly ParsedFile[];
  /** Its variables; `undefined` when a file of it is not in HCL and so was not looked into. */
  readonly declared: readonly Declared[] | undefined;
  readonly requiresPlugins: boolean;
  /** The template that it was made from. */
  readonly template: TemplateOutput | undefined;
}

/** A folder in another one that only this user can look into; it is gone when the work is done, or the program is. */
export async function inPrivateFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  // Made with mode 0700.
  const folder = await mkdtemp(join(parent, "packwright-"));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    return await work(folder);
  } finally {
    process.removeListener("exit", remove);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a file that only this user can read, and that was not there before. */
export async function writePrivately(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flag: "wx" });
}

/**
 * Makes a template ready for a version of Packer: one that was made in a program is written, without what says which
 * plugins it requires where packer has them built in; files that are there are left as they are.
 *
 * @param to where to write it; a folder's private file otherwise
 * @throws TemplateError when the template has errors, PackerVersionError when the version lacks what is in it
 */
export async function templateFile(
  input: TemplateInput,
  version: PackerVersion,
  folder: string,
  to: string | undefined,
  cwd: string,
): Promise<TemplateFile> {
  if (typeof input === "string") return readTemplate(input, cwd);
  if (to?.endsWith(".pkr.hcl") === false) {
    throw new RangeError(`path is "${to}"; let it end in .pkr.hcl, the form that packer is given`);
  }
  const path = to === undefined ? join(folder, "template.pkr.hcl") : resolve(cwd, to);
  const text = input.toHcl();
  const whole = parse(text, { file: path });
  const withoutPlugins = isAtLeast(version, INIT_SINCE) ? text : withoutRequiredPlugins(whole);
  const file = withoutPlugins === text ? whole : parse(withoutPlugins, { file: path });
  const lacking = lackingBlocks(file.body, version);
  if (lacking.length > 0) throw new PackerVersionError(version.text, lacking);
  if (to === undefined) await writePrivately(path, withoutPlugins);
  else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, withoutPlugins);
  }
  return {
    path,
    isLegacy: false,
    files: [file],
    declared: declaredIn(file.body),
    requiresPlugins: requiresPlugins(file.body),
    template: input,
  };
}

async function readTemplate(given: string, cwd: string): Promise<TemplateFile> {
  const path = resolve(cwd, given);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new RangeError(`there is no template "${given}" in ${cwd}`);
  const names = found.isDirectory()
    ? (await readdir(path))
        .filter((name) => /\.pkr\.(?:hcl|json)$/.test(name))
        .map((name) => join(path, name))
    : [path];
  const isHcl = (name: string): boolean => name.endsWith(".pkr.hcl");
  const files = await Promise.all(
    names.filter(isHcl).map(async (file) => parse(await readFile(file), { file })),
  );
  return {
    path,
    isLegacy: !found.isDirectory() && !/\.pkr\.(?:hcl|json)$/.test(path),
    files,
    declared: names.every(isHcl) ? files.flatMap(({ body }) => declaredIn(body)) : undefined,
    requiresPlugins: files.some(({ body }) => requiresPlugins(body)),
    template: undefined,
  };
}

function requiresPlugins(body: Body): boolean {
  return packerBlocks(body).some((block) => block.body.items.some(isRequiredPlugins));
}

function packerBlocks(body: Body): readonly Block[] {
  return body.items.filter((item): item is Block => item.kind === "block" && item.type === "packer");
}

function isRequiredPlugins(item: Body["items"][number]): boolean {
  return item.kind === "block" && item.type === "required_plugins";
}

/** The text without its `required_plugins`, and without a `packer` block that says nothing else; the lines stay. */
function withoutRequiredPlugins({ body, source }: ParsedFile): string {
  let { text } = source;
  for (const block of packerBlocks(body)) {
    const plugins = block.body.items.filter(isRequiredPlugins);
    const gone = plugins.length === block.body.items.length ? [block] : plugins;
    for (const { start, end } of gone) {
      if (start === undefined || end === undefined) continue;
      // Line ends are kept, so that what packer says of a line is true of the whole text.
      text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
    }
  }
  return text;
}
