import type { TemplateOutput } from "@packwright/core";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { EXIT, UserError } from "../output.js";
import { importModule, prepareFor } from "./import-module.js";
import { messageOf } from "./load-error.js";
import { withinLimit } from "./time-limit.js";

/** A template of a file, with the name that its output gets. */
export interface Loaded {
  /** `web`, `web-debian`: the file's name and, when it has several templates, one of their own. */
  readonly name: string;
  /** The file that it is from. */
  readonly file: string;
  readonly template: TemplateOutput;
  /** The sources by the names that Packer's `-only` matches. */
  readonly labels: readonly string[];
}

/** What a template file's function is called with. */
export interface TemplateContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What stands behind `--` on the command line. */
  readonly args: readonly string[];
}

/** What is needed to load templates, beside their paths. */
export interface LoadOptions {
  readonly context: TemplateContext;
  readonly cwd: string;
  /** How many seconds the user's files may take; 0 is no limit. */
  readonly timeout: number;
  readonly err: (text: string) => void;
}

/** Where loading is. */
interface Loading {
  readonly context: TemplateContext;
  readonly cwd: string;
  file: string;
}

const SOURCE = /(?<!\.d|\.test|\.config)\.(?:ts|mts|js|mjs)$/;

const PROGRAM = /\.[cm]?[jt]sx?$/;
const TEMPLATE = /\.(?:pkr\.hcl|json)$/;

/** Whether a file of a folder is looked into for templates. */
export function isTemplateFile(path: string): boolean {
  return SOURCE.test(path);
}

/** The files that paths stand for; those that are not there are told of when they are loaded. */
export async function templateFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const given of paths) {
    const path = resolve(cwd, given);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() === true) files.push(...(await filesIn(path)));
    else if (found !== undefined) files.push(path);
  }
  return [...new Set(files)];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(isTemplateFile).sort();
  return names.map((name) => join(folder, name));
}

/**
 * The templates of files and folders: what each file exports by default, or, without a default, by name.
 *
 * @throws UserError for every path with what is wrong with it, all at once
 */
export async function loadTemplates(
  paths: readonly string[],
  { context, cwd, timeout, err }: LoadOptions,
): Promise<readonly Loaded[]> {
  const loading: Loading = { context, cwd, file: cwd };
  await prepareFor(await templateFiles(paths, cwd));
  return withinLimit(() => loadAll(paths, loading), {
    seconds: timeout,
    cwd,
    current: () => relative(cwd, loading.file),
    err,
  });
}

async function loadAll(paths: readonly string[], loading: Loading): Promise<readonly Loaded[]> {
  const { cwd } = loading;
  const found: Loaded[] = [];
  const problems: string[] = [];
  const codes: number[] = [];
  for (const given of paths) {
    try {
      found.push(...(await loadPath(given, loading)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.message);
      codes.push(error.exitCode);
    }
  }
  const names = new Map<string, Loaded>();
  for (const each of found) {
    const other = names.get(`${each.file}\0${each.name}`);
    if (other !== undefined) {
      problems.push(
        `${relative(cwd, each.file)} exports two templates that would both be called "${each.name}"; give their builds a name`,
      );
    }
    names.set(`${each.file}\0${each.name}`, each);
  }
  // It is the command that is wrong only where nothing else is.
  const isUsage = codes.length === problems.length && codes.every((code) => code === EXIT.usage);
  if (problems.length > 0) throw new UserError(problems.join("\n\n"), isUsage ? EXIT.usage : EXIT.failed);
  return found;
}

async function loadPath(given: string, loading: Loading): Promise<readonly Loaded[]> {
  const path = resolve(loading.cwd, given);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UserError(`there is no file or folder "${given}"`, EXIT.usage);
  if (!found.isDirectory()) {
    if (!PROGRAM.test(path)) throw new UserError(noProgram(given), EXIT.usage);
    const loaded = await loadFile(path, loading);
    if (loaded.length > 0) return loaded;
    throw new UserError(
      `${given} exports no template; export one by default: export default source.googlecompute(…)`,
    );
  }
  const all: Loaded[] = [];
  for (const file of await filesIn(path)) all.push(...(await loadFile(file, loading)));
  if (all.length === 0) throw new UserError(`no file in ${given} exports a template`);
  return all;
}

function noProgram(given: string): string {
  if (!TEMPLATE.test(given)) return `${given} is neither TypeScript nor JavaScript`;
  const handedOver = `export default load(${JSON.stringify(given)}), with load of @packwright/core/load`;
  return `${given} is a template of Packer's, not a program that makes one; let a program hand it over: ${handedOver}`;
}

async function loadFile(file: string, loading: Loading): Promise<readonly Loaded[]> {
  const { context, cwd } = loading;
  loading.file = file;
  const exported = await importModule(file, cwd);
  const base = basename(file).replace(/\.[^.]+$/, "");
  const values = "default" in exported ? [exported["default"]] : Object.values(exported);
  const templates: TemplateOutput[] = [];
  for (const value of values) {
    // A function by name may be anything; one by default is meant to make a template.
    if (typeof value === "function" && !("default" in exported)) continue;
    const made: unknown = isFactory(value) ? await call(value, context, file, cwd) : value;
    templates.push(...(Array.isArray(made) ? (made as unknown[]) : [made]).filter(isTemplate));
  }
  return templates.map((template, at) => ({
    name: templates.length === 1 ? base : `${base}-${ownName(template) ?? String(at + 1)}`,
    file,
    template,
    labels: labelsOf(template),
  }));
}

type Factory = (context: TemplateContext) => unknown;

function isFactory(value: unknown): value is Factory {
  return typeof value === "function";
}

async function call(factory: Factory, context: TemplateContext, file: string, cwd: string): Promise<unknown> {
  try {
    return await factory(context);
  } catch (error) {
    throw new UserError(messageOf(error, file, cwd));
  }
}

function isTemplate(value: unknown): value is TemplateOutput {
  return (
    typeof value === "object" &&
    value !== null &&
    (["toHcl", "toJson", "toLegacyJson", "check", "write"] as const).every(
      (method) => method in value && typeof Reflect.get(value, method) === "function",
    )
  );
}

/** The literal name of a build, or the label of its one source. */
function ownName(template: TemplateOutput): string | undefined {
  const block: unknown = Reflect.get(template, "block");
  const name: unknown = typeof block === "object" && block !== null ? Reflect.get(block, "name") : undefined;
  if (typeof name === "string") return name;
  const [only, ...more] = labelsOf(template);
  return only === undefined || more.length > 0 ? undefined : only.slice(only.lastIndexOf(".") + 1);
}

function labelsOf(template: TemplateOutput): readonly string[] {
  const builds: unknown = Reflect.get(template, "builds");
  const all = Array.isArray(builds) ? (builds as unknown[]) : [template];
  return all.flatMap((build): readonly string[] => {
    if (typeof build !== "object" || build === null) return [];
    const labels: unknown = Reflect.get(build, "labels");
    const block: unknown = Reflect.get(build, "block");
    const name: unknown =
      typeof block === "object" && block !== null ? Reflect.get(block, "name") : undefined;
    const prefix = typeof name === "string" ? `${name}.` : "";
    return Array.isArray(labels) ? labels.map((label) => `${prefix}${String(label)}`) : [];
  });
}
