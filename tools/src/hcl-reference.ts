import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { IS_FULL, ROOT } from "./repository.js";

/** A place in a text: `byte` counts from 0, `line` and `column` (in grapheme clusters) from 1. */
export interface ReferencePosition {
  readonly byte: number;
  readonly line: number;
  readonly column: number;
}

/** A half-open stretch of a text. */
export interface ReferenceRange {
  readonly start: ReferencePosition;
  readonly end: ReferencePosition;
}

/** A node as HashiCorp's parser reads it: `kind` and properties as in the hcl package, and two more. */
export interface ReferenceNode {
  readonly kind: string;
  /** Absent where the text is that of no file, as inside a JSON string. */
  readonly range?: ReferenceRange;
  /** What a template comes to without variables and functions, when that is a string. */
  readonly constant?: string;
  readonly [property: string]: unknown;
}

/** A message of HashiCorp's parser; `file` is `text` or `other`, after the request's member. */
export interface ReferenceDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly file: string | null;
  readonly range: ReferenceRange | null;
}

/** The first place where two texts mean different things; `left` and `right` show the nodes there, as JSON. */
export interface ReferenceDifference {
  readonly path: string;
  readonly left: string;
  readonly right: string;
}

/** A text; bytes are for what no string can hold. */
export type ReferenceText = string | Uint8Array;

/** What to ask of the reference. */
export type ReferenceRequest =
  /** Does Go's regexp find the pattern `text` in `other`? → `matches`; an `error` when it is no pattern. */
  | { readonly command: "regexp"; readonly text: ReferenceText; readonly other: ReferenceText }
  /** The text as `packer fmt` lays it out → `output`. */
  | { readonly command: "fmt"; readonly text: ReferenceText }
  /** The value of an expression, described with its type → `output`. */
  | { readonly command: "evaluate"; readonly text: ReferenceText }
  /** Does it parse? → `ok`, `errors`, the first of `diagnostics`. */
  | { readonly command: "verdict"; readonly text: ReferenceText; readonly syntax?: ReferenceSyntax | "json" }
  /** The tree of a text → `tree`. */
  | { readonly command: "dump"; readonly text: ReferenceText; readonly syntax?: ReferenceSyntax }
  /** The tree of a JSON text, with the native text of the same content as its schema → `tree`. */
  | {
      readonly command: "dump";
      readonly text: ReferenceText;
      readonly syntax: "json";
      readonly other: ReferenceText;
      readonly packer?: boolean;
    }
  /** Does the native `text` mean the same as the JSON text `other`? → `ok`, `difference`. */
  | {
      readonly command: "same";
      readonly text: ReferenceText;
      readonly other: ReferenceText;
      readonly packer?: boolean;
    }
  /** Do two native texts differ in nothing but layout? → `ok`, `difference`. */
  | {
      readonly command: "same-native";
      readonly text: ReferenceText;
      readonly other: ReferenceText;
      readonly numericStrings?: boolean;
      readonly packer?: boolean;
    };

export type ReferenceSyntax = "native" | "expression" | "template";

/** The answer to a request: `ok`, and the members that its command has. */
export interface ReferenceAnswer {
  readonly ok: boolean;
  readonly output?: string;
  readonly matches?: boolean;
  /** Instead of `output`, when that is not UTF-8. */
  readonly outputBase64?: string;
  readonly tree?: ReferenceNode;
  readonly errors?: number;
  readonly difference?: ReferenceDifference;
  readonly diagnostics?: readonly ReferenceDiagnostic[];
}

const SOURCES = join(ROOT, "tools/hcl-reference");
const BINARY = join(ROOT, ".cache", process.platform === "win32" ? "hcl-reference.exe" : "hcl-reference");

/**
 * Builds the reference unless it is built and newer than its sources, and tells its path; `undefined` where there is
 * no Go. A full run must have Go: it throws. It throws as well when Go cannot build the reference.
 */
export function buildReference(): string | undefined {
  reference ??= { path: findReference() };
  return reference.path;
}

/** What this process has found; the sources do not change under a test. */
let reference: { readonly path: string | undefined } | undefined;

function findReference(): string | undefined {
  if (spawnSync("go", ["version"]).error !== undefined) {
    if (IS_FULL) throw new Error("PACKWRIGHT_FULL=1 needs Go: there is no `go` on the PATH");
    return undefined;
  }
  if (isFresh()) return BINARY;
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  // Test files run in several processes: each builds a file of its own, and the last one to rename it wins.
  const built = `${BINARY}.${String(process.pid)}`;
  const { status, stderr } = spawnSync("go", ["build", "-trimpath", "-buildvcs=false", "-o", built, "."], {
    cwd: SOURCES,
    encoding: "utf8",
  });
  if (status !== 0) {
    rmSync(built, { force: true });
    throw new Error(`go build of tools/hcl-reference failed:\n${stderr}`);
  }
  renameSync(built, BINARY);
  return BINARY;
}

function isFresh(): boolean {
  if (!existsSync(BINARY)) return false;
  const built = statSync(BINARY).mtimeMs;
  return readdirSync(SOURCES)
    .filter((name) => /^go\.(mod|sum)$|(?<!_test)\.go$/.test(name))
    .every((name) => statSync(join(SOURCES, name)).mtimeMs <= built);
}

/** A title for tests that need the reference: it tells why they are skipped, where they are. */
export function referenceTitle(title: string): string {
  return buildReference() === undefined ? `${title} (skipped: there is no Go on the PATH)` : title;
}

/**
 * Asks the reference many things in one process and returns the answers in the order of the requests. Throws when
 * it cannot answer one.
 *
 * @example
 * const [answer] = referenceSync([{ command: "fmt", text: "a=1\n" }]);
 * // { ok: true, output: "a = 1\n" }
 */
export function referenceSync(requests: readonly ReferenceRequest[]): readonly ReferenceAnswer[] {
  const { stdout, stderr, status, error } = spawnSync(requireReference(), ["batch"], {
    input: requests.map(encode).join(""),
    maxBuffer: Infinity,
  });
  if (error !== undefined) throw error;
  const answers: ReferenceAnswer[] = [];
  lineReader((line) => answers.push(decode(line).take()))(stdout);
  if (status !== 0 || answers.length !== requests.length) {
    const count = `${String(answers.length)} of ${String(requests.length)}`;
    throw new Error(`the reference answered ${count} requests: ${stderr.toString("utf8").slice(0, 2000)}`);
  }
  return answers;
}

/** A reference that runs until it is closed. */
export interface Reference {
  /** Rejects when the reference cannot answer, or has ended. */
  readonly request: (request: ReferenceRequest) => Promise<ReferenceAnswer>;
  readonly requestAll: (requests: readonly ReferenceRequest[]) => Promise<readonly ReferenceAnswer[]>;
  /** Lets the reference answer what it has been asked, and end. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: ReferenceAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Starts a reference that answers requests as they come; where all are known at once, `referenceSync` is simpler. */
export function startReference(): Reference {
  const child = spawn(requireReference(), ["batch"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let end: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    const onEnd = (reason: string): void => {
      end ??= new Error(`the reference has ended: ${reason}`);
      for (const { reject } of waiting.values()) reject(end);
      waiting.clear();
      resolve();
    };
    child.on("error", (error) => {
      onEnd(error.message);
    });
    child.on("close", (code, signal) => {
      onEnd(`exit code ${String(code)}, signal ${String(signal)}`);
    });
  });
  // A write to a process that has ended: `close` tells those who wait.
  child.stdin.on("error", () => undefined);
  child.stdout.on(
    "data",
    lineReader((line) => {
      const { id, take } = decode(line);
      const asked = waiting.get(id);
      waiting.delete(id);
      try {
        asked?.resolve(take());
      } catch (reason) {
        asked?.reject(reason);
      }
    }),
  );
  const request = (asked: ReferenceRequest): Promise<ReferenceAnswer> =>
    new Promise((resolve, reject) => {
      if (end !== undefined) {
        reject(end);
        return;
      }
      const id = next++;
      waiting.set(id, { resolve, reject });
      child.stdin.write(encode(asked, id));
    });
  return {
    request,
    requestAll: (requests) => Promise.all(requests.map(request)),
    close: () => {
      child.stdin.end();
      return ended;
    },
  };
}

function requireReference(): string {
  const path = buildReference();
  if (path === undefined) throw new Error("the reference needs Go: there is no `go` on the PATH");
  return path;
}

function encode(request: ReferenceRequest, id: number): string {
  const { text, ...rest } = request;
  const line: Record<string, unknown> = { ...rest, id, ...textMembers("text", text) };
  if ("other" in request) Object.assign(line, textMembers("other", request.other));
  return `${JSON.stringify(line)}\n`;
}

function textMembers(name: "text" | "other", text: ReferenceText): Record<string, string | undefined> {
  if (typeof text === "string") return { [name]: text };
  return { [name]: undefined, [`${name}Base64`]: Buffer.from(text).toString("base64") };
}

interface Decoded {
  readonly id: number;
  /** The answer; throws when the reference could not give one. */
  readonly take: () => ReferenceAnswer;
}

function decode(line: string): Decoded {
  // The one seam: these lines are written by the program beside this file, in the form of ReferenceAnswer.
  const { id, error, ...answer } = JSON.parse(line) as ReferenceAnswer & { id: number; error?: string };
  return {
    id,
    take: () => {
      if (error !== undefined)
        throw new Error(`the reference could not answer request ${String(id)}: ${error}`);
      return answer;
    },
  };
}

/** Puts the lines of a stream together from its pieces. */
function lineReader(onLine: (line: string) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = [];
  return (chunk) => {
    let start = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      onLine(Buffer.concat([...pieces, chunk.subarray(start, at)]).toString("utf8"));
      pieces = [];
      start = at + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  };
}
