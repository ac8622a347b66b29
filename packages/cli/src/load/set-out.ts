import { relative } from "node:path";
import { EXIT, UserError, type Surroundings } from "../output.js";
import { prepareFor } from "./import-module.js";
import { findConfig, isConfigFile, readConfig, type FoundConfig } from "./read-config.js";
import { loadTemplates, templateFiles, type Loaded } from "./load-templates.js";
import { withinLimit } from "./time-limit.js";

/** What all commands that load templates can be told. */
export interface ProjectOptions {
  readonly timeout?: number;
  /** Whether the command has something to do without a template. */
  readonly mayBeEmpty?: boolean;
}

/** What a command works with: the project's configuration, and its templates when they are asked for. */
export interface Project {
  readonly config: FoundConfig["config"];
  /** Files and folders with templates, and the configuration. */
  readonly paths: readonly string[];
  /** The files that are looked into for templates. */
  readonly files: () => Promise<readonly string[]>;
  readonly load: () => Promise<readonly Loaded[]>;
}

/** Seconds that templates may take to load when nothing is said. */
const TIMEOUT = 60;

/**
 * Reads the project's configuration and finds its templates: those that are named on the command line, or else in
 * `packwright.config.ts`.
 *
 * @throws UserError when neither names any, or the configuration is wrong
 */
export async function setOut(
  paths: readonly string[],
  options: ProjectOptions,
  args: readonly string[],
  around: Surroundings,
): Promise<Project> {
  const { cwd, env } = around;
  const err = (text: string): void => {
    around.err(text);
  };
  const named = paths.find(isConfigFile);
  const path = await findConfig(cwd, named);
  const given = paths.filter((each) => !isConfigFile(each));
  if (path !== undefined) await prepareFor([path, ...(await templateFiles(given, cwd))]);
  const found =
    path === undefined
      ? undefined
      : await withinLimit(() => readConfig(path, cwd), {
          seconds: options.timeout ?? TIMEOUT,
          cwd,
          current: () => relative(cwd, path),
          err,
        });
  const config = found?.config ?? {};
  const templates = given.length > 0 ? given : (found?.templates ?? []);
  if (templates.length === 0 && options.mayBeEmpty !== true) {
    throw new UserError(
      "there is no template to work on; name files or folders, or list them as templates in packwright.config.ts",
      EXIT.usage,
    );
  }
  const timeout = options.timeout ?? config.timeout ?? TIMEOUT;
  return {
    config,
    paths: path === undefined ? templates : [...templates, path],
    files: () => templateFiles(templates, cwd),
    load: () => loadTemplates(templates, { context: { env, args }, cwd, timeout, err }),
  };
}
