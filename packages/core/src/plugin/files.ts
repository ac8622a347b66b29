import { fileSystem, homeFolder } from "../diagnostics/host.js";
import type { RuleContext } from "./rule.js";

/** The files of the machine that the program runs on, which is taken to be the one that Packer runs on too. */
export interface Files {
  /**
   * The text of a file; a path is relative to the folder that the program was started in, as Packer takes it.
   *
   * @param home whether `~/` at the beginning stands for the user's folder
   * @returns `undefined` where there is no such file, or it cannot be read
   */
  read(path: string, home?: boolean): string | undefined;
  /** Whether there is a file or a folder at a path, which is taken as `read` takes it. */
  exists(path: string, home?: boolean): boolean;
}

/** A rule over the files that the options of a component name; it looks, reports and never throws. */
export interface FileRule {
  (context: RuleContext, files: Files): void;
  /** The rule has nothing to say unless one of these options is given. */
  readonly about?: readonly string[];
}

/**
 * The files that options name, a path or a list of paths each, are there; what only Packer knows is taken on trust.
 *
 * @param folders whether a folder will do
 */
export function missingFiles(
  options: readonly string[],
  { home = false, folders = false }: { readonly home?: boolean; readonly folders?: boolean } = {},
): FileRule {
  const rule = (context: RuleContext, files: Files): void => {
    for (const option of options) {
      const value = context.literal(option);
      const paths: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const [at, path] of paths.entries()) {
        if (typeof path !== "string" || path === "" || path.includes("{{")) continue;
        if (folders ? files.exists(path, home) : files.read(path, home) !== undefined) continue;
        context.report({
          summary: missingFile(option, path),
          detail: "Packer takes a path relative to the folder that it is started in.",
          option: Array.isArray(value) ? [option, at] : option,
          code: "missing-file",
        });
      }
    }
  };
  return Object.assign(rule, { about: options });
}

/** What is said of a path that leads nowhere; of the text of a key, which somebody took for its path, no word is repeated. */
export function missingFile(option: string, path: string): string {
  return isContent(path)
    ? `${option} is the text of a key or of credentials, and has to be the path of a file that holds it`
    : `${option} names ${JSON.stringify(path)}, which is not there or cannot be read`;
}

/** Whether a text that is to be a path is what should be in the file: JSON, or a key. */
export function isContent(text: string): boolean {
  return /^\s*(?:\{(?!\{)|-----BEGIN )/.test(text);
}

/** The files of this machine; `undefined` where the engine has none to look at. */
export function hostFiles(): Files | undefined {
  const disk = fileSystem();
  if (disk === undefined) return undefined;
  const atHome = (path: string, home: boolean): string => {
    const folder = homeFolder();
    return home && folder !== undefined ? path.replace(/^~(?=\/)/, () => folder) : path;
  };
  return {
    exists: (path, home = false) => disk.existsSync(atHome(path, home)),
    read: (path, home = false) => {
      try {
        return disk.readFileSync(atHome(path, home), "utf8");
      } catch {
        // Why a file cannot be read does not matter to whoever has to name another.
        return undefined;
      }
    },
  };
}
