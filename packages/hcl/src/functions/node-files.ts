import { Forbidden } from "./file-functions.js";
import type { Files, FileStatus } from "./host.js";
import { utf8 } from "./bytes.js";
import { nodeModule } from "./libraries.js";
import { cleanPath, isAbsolutePath, joinPath } from "./paths.js";

export interface NodeFilesOptions {
  /** The folder of the template, which `file` and `templatefile` start from; `.` when left out. */
  readonly root?: string;
  /** The folder that the program counts as running in; that of the process when left out. */
  readonly cwd?: string;
  /** The folders below which files are read; nothing else is. The folder of the template when left out. */
  readonly allow?: readonly string[];
  /** The folder that `~` stands for; that of the user when left out. */
  readonly home?: string;
}

/** What is needed of Node's modules. */
interface FileSystem {
  readonly readFileSync: (path: string) => Uint8Array;
  readonly readdirSync: (path: string) => readonly string[];
  readonly realpathSync: (path: string) => string;
  readonly statSync: (path: string, options: { readonly throwIfNoEntry: false }) => Stats | undefined;
}
interface Stats {
  readonly mode: number;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
}
interface Process {
  readonly cwd: () => string;
}
interface OperatingSystem {
  readonly homedir: () => string;
}

/** Longer names than these are no names; the system would refuse them with an error of its own. */
const NO_ENTRY = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

/**
 * The files of this machine below some folders, for functions like `file`. Links that lead out of them are not followed.
 *
 * @throws Error where there is no Node
 * @example functions({ files: nodeFiles({ root: "images/web" }) })
 */
export function nodeFiles(options: NodeFilesOptions = {}): Files {
  // The one seam: modules of Node, of which this package needs no types.
  const fs = nodeModule("node:fs") as FileSystem | undefined;
  const process = nodeModule("node:process") as Process | undefined;
  const os = nodeModule("node:os") as OperatingSystem | undefined;
  if (fs === undefined || process === undefined || os === undefined) {
    throw new Error("files can be read only where there is Node: give the host `files` of your own");
  }
  const cwd = options.cwd ?? process.cwd();
  const root = options.root ?? ".";
  const absolute = (path: string): string => (isAbsolutePath(path) ? cleanPath(path) : joinPath(cwd, path));
  const allowed = (options.allow ?? [root]).map((path) => real(fs, absolute(path)));

  const checked = (path: string): string => {
    const full = absolute(path);
    const target = real(fs, full);
    if (allowed.some((folder) => isWithin(folder, target))) return full;
    throw new Forbidden("it is outside of the folders that may be read");
  };
  return {
    root,
    cwd,
    home: options.home ?? os.homedir(),
    stat: (path) => {
      const stats = entry(fs, checked(path));
      return stats === undefined ? undefined : statusOf(stats);
    },
    read: (path) => fs.readFileSync(checked(path)),
    list: (path) => fs.readdirSync(checked(path)),
  };
}

function entry(fs: FileSystem, path: string): Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && NO_ENTRY.has(String(error.code));
}

/** Where a path leads when links are followed; of one that is not there, where it would be. */
function real(fs: FileSystem, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch (error) {
    if (!isMissing(error) || path === "/") throw error;
    const slash = path.lastIndexOf("/");
    return joinPath(real(fs, slash <= 0 ? "/" : path.slice(0, slash)), path.slice(slash + 1));
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

function statusOf(stats: Stats): FileStatus {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other";
  const letters = Array.from("rwxrwxrwx", (letter, i) => ((stats.mode >> (8 - i)) & 1 ? letter : "-"));
  return { kind, mode: (kind === "directory" ? "d" : "-") + letters.join("") };
}

/**
 * Files that exist in memory alone, by their paths, for tests.
 *
 * @example memoryFiles({ "scripts/setup.sh": "echo hello" })
 */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>, root = "."): Files {
  const cwd = "/";
  const byPath = new Map(
    Object.entries(contents).map(([path, content]) => [joinPath(cwd, root, path), content]),
  );
  const absolute = (path: string): string => (isAbsolutePath(path) ? cleanPath(path) : joinPath(cwd, path));
  const isFolder = (path: string): boolean =>
    [...byPath.keys()].some((other) => other.startsWith(path === "/" ? "/" : `${path}/`));
  return {
    root,
    cwd,
    home: "/home",
    stat: (path) => {
      const full = absolute(path);
      if (byPath.has(full)) return { kind: "file", mode: "-rw-r--r--" };
      return isFolder(full) ? { kind: "directory", mode: "drwxr-xr-x" } : undefined;
    },
    read: (path) => {
      const content = byPath.get(absolute(path));
      if (content === undefined) throw new Error("no such file");
      return typeof content === "string" ? utf8(content) : content;
    },
    list: (path) => {
      const folder = absolute(path);
      const prefix = folder === "/" ? "/" : `${folder}/`;
      const names = [...byPath.keys()]
        .filter((other) => other.startsWith(prefix))
        .map((other) => other.slice(prefix.length).split("/")[0] ?? "");
      return [...new Set(names)];
    },
  };
}
