/** What is used of the file system of the machine that the program runs on. */
export interface FileSystem {
  readFileSync(path: string): Uint8Array;
  readFileSync(path: string, encoding: "utf8"): string;
  existsSync(path: string): boolean;
  readdirSync(path: string): readonly string[];
  statSync(path: string): { isDirectory(): boolean };
}

/** Node, Bun and Deno hand out their built-in modules without an import, so that a browser need not have them. */
interface Host {
  readonly process?: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly getBuiltinModule?: (name: string) => FileSystem | undefined;
  };
}

/** The file system, where the engine has one. */
export function fileSystem(): FileSystem | undefined {
  const host: Host = globalThis;
  return host.process?.getBuiltinModule?.("node:fs");
}

/** The folder of the user, for `~`. */
export function homeFolder(): string | undefined {
  const host: Host = globalThis;
  return host.process?.env?.["HOME"];
}
