import { stat } from "node:fs/promises";
import { basename, dirname, relative, resolve } from "node:path";
import type { Config } from "../config.js";
import { EXIT, UserError } from "../output.js";
import { importModule } from "./import-module.js";

/** A configuration that was read. */
export interface FoundConfig {
  readonly config: Config;
  /** The templates that it names, from the root of the file system. */
  readonly templates: readonly string[];
}

const NAMES = ["ts", "mts", "js", "mjs"].map((ending) => `packwright.config.${ending}`);

/** Whether a path is that of a configuration. */
export function isConfigFile(path: string): boolean {
  return NAMES.includes(basename(path));
}

/** The configuration of a folder, or the one that is named. */
export async function findConfig(cwd: string, named: string | undefined): Promise<string | undefined> {
  for (const name of named === undefined ? NAMES : [named]) {
    const path = resolve(cwd, name);
    if ((await stat(path).catch(() => undefined))?.isFile() === true) return path;
  }
  if (named === undefined) return undefined;
  throw new UserError(`there is no file "${named}"`, EXIT.usage);
}

/**
 * Reads a configuration and checks it.
 *
 * @throws UserError with everything that is wrong with it
 */
export async function readConfig(path: string, cwd: string): Promise<FoundConfig> {
  const exported = await importModule(path, cwd);
  const name = relative(cwd, path);
  if (!("default" in exported)) {
    throw new UserError(`${name} exports nothing by default; write export default defineConfig({…})`);
  }
  // zod is a part of the user's project, and loaded only where there is something to check.
  const { configSchema } = await import("../config-schema.js");
  const { data, error } = configSchema.safeParse(exported["default"]);
  if (error !== undefined) {
    const problems = error.issues.map(({ path: keys, message }) => {
      const at = keys.map(String).join(".");
      return `  ${at === "" ? "" : `${at}: `}${message}`;
    });
    throw new UserError(`${name} is not a right configuration\n${problems.join("\n")}`);
  }
  const { synth } = data;
  const out = synth?.out === undefined ? undefined : resolve(dirname(path), synth.out);
  return {
    config: { ...data, ...(out === undefined ? {} : { synth: { ...synth, out } }) },
    templates: (data.templates ?? []).map((each) => resolve(dirname(path), each)),
  };
}
