import { BOOL, setOf, STRING } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import { fromUtf8, toBase64 } from "./bytes.js";
import { FunctionError, UnavailableError, type FunctionDefinition } from "./definition.js";
import { glob } from "./glob.js";
import type { Files } from "./host.js";
import { baseName, cleanPath, dirName, isAbsolutePath, joinPath } from "./paths.js";
import { textFunction } from "./strings.js";

/** The files of the host. */
export type FilesOf = () => Files;

/** `~` and what is behind it, in the folder that it stands for. */
function expandHome(path: string, { home }: Files): string {
  if (!path.startsWith("~")) return path;
  if (path.length > 1 && !/^~[/\\]/.test(path)) {
    throw new FunctionError("failed to expand ~: cannot expand user-specific home dir");
  }
  if (home === undefined) throw new FunctionError("failed to expand ~: the host has no home folder");
  return joinPath(home, path.slice(1));
}

/** A path of a template as one from the folder of the template. */
function fromRoot(path: string, files: Files): string {
  const expanded = expandHome(path, files);
  return cleanPath(isAbsolutePath(expanded) ? expanded : joinPath(files.root, expanded));
}

function statOr(files: Files, path: string): ReturnType<Files["stat"]> {
  try {
    return files.stat(path);
  } catch (error) {
    const message = `failed to stat ${path}${because(error)}`;
    throw error instanceof Forbidden ? new UnavailableError("files", message) : new FunctionError(message);
  }
}

/** What a host says about a path that it does not let be read; other failures are told in HCL's words alone. */
export class Forbidden extends Error {}

function because(error: unknown): string {
  return error instanceof Forbidden ? `: ${error.message}` : "";
}

/** The text of a file. */
export function readTextFile(given: string, files: Files): string {
  const path = fromRoot(given, files);
  let bytes: Uint8Array;
  try {
    bytes = files.read(path);
  } catch (error) {
    if (error instanceof Forbidden)
      throw new UnavailableError("files", `failed to read ${path}: ${error.message}`);
    if (statOr(files, path) === undefined) throw new FunctionError(`no file exists at ${path}`);
    throw new FunctionError(`failed to read ${path}`);
  }
  const text = fromUtf8(bytes);
  if (text !== undefined) return text;
  throw new FunctionError(
    `contents of ${given} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead`,
  );
}

function fileExists(given: string, files: Files): boolean {
  const path = fromRoot(given, files);
  const status = statOr(files, path);
  if (status === undefined) return false;
  if (status.kind === "file") return true;
  throw new FunctionError(`${path} is not a regular file, but ${quoted(status.mode)}`);
}

function fileset(folder: string, pattern: string, files: Files): Value {
  const base = isAbsolutePath(folder) ? folder : joinPath(files.root, folder);
  const whole = joinPath(base, pattern);
  const clean = cleanPath(base);
  // A pattern that leads out of the folder, or that names what is in it.
  const [start, rest] = splitPattern(whole);
  const found = globOr(files, start, rest, whole)
    .map((path) => joinPath(start, path))
    .filter((path) => statOr(files, path)?.kind === "file")
    .map((path) => relativeTo(clean, path));
  return Value.set(
    STRING,
    found.map((path) => Value.string(path)),
  );
}

function globOr(files: Files, start: string, rest: string, whole: string): readonly string[] {
  try {
    return glob(files, start, rest);
  } catch (error) {
    if (error instanceof FunctionError || error instanceof Forbidden) {
      throw new FunctionError(`failed to glob pattern (${whole}): ${error.message}`);
    }
    throw error;
  }
}

/** The folders before the first name with a sign of a pattern in it, and the rest. */
function splitPattern(pattern: string): readonly [folder: string, rest: string] {
  const parts = pattern.split("/");
  const first = parts.findIndex((part) => /[*?[{\\]/.test(part));
  const at = first < 0 ? parts.length - 1 : first;
  const folder = parts.slice(0, at).join("/");
  return [folder === "" ? (pattern.startsWith("/") ? "/" : ".") : folder, parts.slice(at).join("/")];
}

function relativeTo(folder: string, path: string): string {
  if (folder === ".") return path;
  const from = folder.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** A file in base 64, from the folder that the program runs in. */
function filebase64(given: string, files: Files): string {
  const path = isAbsolutePath(given) ? given : joinPath(files.cwd, given === "" ? "" : given);
  const fail = (why: string): FunctionError =>
    new FunctionError(`failed to read file ${quoted(given)}: ${why}`);
  if (given === "") throw fail("open : no such file or directory");
  try {
    return toBase64(files.read(path));
  } catch (error) {
    if (error instanceof Forbidden) throw fail(error.message);
    const kind = statOr(files, path)?.kind;
    if (kind === undefined) throw fail(`open ${given}: no such file or directory`);
    throw fail(kind === "directory" ? `read ${given}: is a directory` : `open ${given}: permission denied`);
  }
}

const path = (call: (path: string) => string): FunctionDefinition =>
  textFunction(["path"], STRING, (given = "") => Value.string(call(given)), false);

export function fileFunctions(files: FilesOf): Readonly<Record<string, FunctionDefinition>> {
  return {
    abspath: path((given) => (isAbsolutePath(given) ? cleanPath(given) : joinPath(files().cwd, given))),
    basename: path(baseName),
    dirname: path(dirName),
    file: path((given) => readTextFile(given, files())),
    filebase64: textFunction(["path"], STRING, (given = "") => Value.string(filebase64(given, files()))),
    fileexists: textFunction(["path"], BOOL, (given = "") => Value.bool(fileExists(given, files())), false),
    fileset: textFunction(
      ["path", "pattern"],
      setOf(STRING),
      (folder = "", pattern = "") => fileset(folder, pattern, files()),
      false,
    ),
    pathexpand: path((given) => (given.startsWith("~") ? pathexpand(given, files()) : given)),
  };
}

function pathexpand(given: string, files: Files): string {
  try {
    return expandHome(given, files);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new FunctionError(error.message.replace("failed to expand ~: ", ""));
  }
}
