/**
 * What functions take from the world around: the time, chance, files, secrets. What is left out is taken from the machine,
 * where that has no secrets to keep: time and chance. Files and secrets have to be given.
 *
 * @example
 * // A test: the clock stands still, and there is one file.
 * const host: Host = {
 *   now: () => new Date("2024-01-02T03:04:05Z"),
 *   files: memoryFiles({ "setup.sh": "echo hello" }),
 * };
 */
export interface Host {
  /** The time, for `timestamp`. */
  readonly now?: () => Date;
  /** When the program started, for `legacy_isotime` and `legacy_strftime`; the time of the first call when left out. */
  readonly startedAt?: Date;
  /** Bytes by chance, for `uuidv4` and the salt of `bcrypt`. */
  readonly randomBytes?: (count: number) => Uint8Array;
  /** The environment's variables, for `env`, which exists only in the defaults of Packer's variables. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What `file`, `templatefile` and their like read. Without it they fail. */
  readonly files?: Files;
  /** What `vault`, `consul_key` and the AWS functions fetch. Those left out fail. */
  readonly secrets?: Secrets;
}

/** Files as functions read them. Paths are those of the template, not yet made absolute. */
export interface Files {
  /** The folder that `file`, `fileexists`, `fileset` and `templatefile` start from, as it was given: Packer's `path.root`. */
  readonly root: string;
  /** The absolute folder that `filebase64` and `abspath` start from. */
  readonly cwd: string;
  /** The folder that `~` stands for. */
  readonly home?: string;
  /** What is at a path; `undefined` when nothing is. @throws Error when it may not be looked at */
  readonly stat: (path: string) => FileStatus | undefined;
  /** The content of a file. @throws Error when it cannot be read */
  readonly read: (path: string) => Uint8Array;
  /** The names in a folder. @throws Error when it cannot be read */
  readonly list: (path: string) => readonly string[];
}

export interface FileStatus {
  readonly kind: "file" | "directory" | "other";
  /** The permissions as `ls` shows them: `drwxr-xr-x`. */
  readonly mode: string;
}

/** Functions that fetch secrets, by the names they have in templates. */
export interface Secrets {
  readonly vault?: (path: string, key: string) => string;
  readonly consul_key?: (key: string) => string;
  readonly aws_secretsmanager?: (name: string, key: string | undefined) => string;
  readonly aws_secretsmanager_raw?: (name: string) => string;
}

/** What this file needs of the engine's own source of chance. */
interface CryptoGlobals {
  readonly crypto?: { readonly getRandomValues: (bytes: Uint8Array) => Uint8Array };
}

/** Bytes by chance, from the host or from the engine. */
export function randomBytes(host: Host, count: number): Uint8Array {
  if (host.randomBytes !== undefined) return host.randomBytes(count);
  // The one seam: a global that all engines of today have, and that ECMAScript does not know.
  const { crypto } = globalThis as CryptoGlobals;
  if (crypto === undefined)
    throw new Error("this engine has no source of chance: give the host `randomBytes`");
  return crypto.getRandomValues(new Uint8Array(count));
}
