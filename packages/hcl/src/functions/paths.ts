/** A path without `.`, without `..` behind a name, and without double slashes; nothing is `.`. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    const last = kept.at(-1);
    if (part !== "..") kept.push(part);
    else if (last !== undefined && last !== "..") kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  const joined = kept.join("/");
  if (isAbsolute) return `/${joined}`;
  return joined === "" ? "." : joined;
}

/** Paths one behind the other; empty ones do not count. */
export function joinPath(...paths: readonly string[]): string {
  const given = paths.filter((path) => path !== "");
  return given.length === 0 ? "" : cleanPath(given.join("/"));
}

/** The last name of a path. */
export function baseName(path: string): string {
  if (path === "") return ".";
  const trimmed = path.replace(/\/+$/, "");
  return trimmed === "" ? "/" : trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

/** All but the last name of a path. */
export function dirName(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : cleanPath(path.slice(0, slash + 1));
}

export function isAbsolutePath(path: string): boolean {
  return path.startsWith("/");
}
