/** Where a value was made: by a call of the user's program, or in a file that was read. */
export interface Site {
  /** The text is made only when somebody asks for it. */
  readonly stack?: string;
  /** For what was read from a file: the place of the value that keys lead to, or of what stands around it. */
  readonly place?: (keys: readonly string[]) => Position;
}

/** A place in a source file: 1-based line and column, the column in UTF-16 code units as editors and V8 count. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface V8Error {
  captureStackTrace?: (target: object, above?: unknown) => void;
  stackTraceLimit?: number | undefined;
}

// V8's additions to Error; other engines lack them and give a whole stack instead.
const V8: V8Error = Error as V8Error;

/**
 * The place that called `above`, which is the public function that the user called.
 *
 * @param above the function whose caller is meant
 */
export function callSite(above: unknown): Site {
  // Without V8's way, the frames of this function and of the one that called it, which is mostly `above`, are cut off.
  if (V8.captureStackTrace === undefined)
    return { stack: new Error().stack?.split("\n").slice(2).join("\n") ?? "" };
  const site: Site = {};
  const limit = limitFrames(1);
  V8.captureStackTrace(site, above);
  limitFrames(limit);
  return site;
}

/**
 * How many frames the stack of an `Error` needs that is the site of the function that makes it: that function's own frame,
 * and the caller's, which is the one that is meant. A component in a template costs little more than its site, and such an
 * error takes less time and memory than {@link callSite}:
 *
 * @example
 * const limit = limitFrames(CALLER);
 * const site: Site = new Error();
 * limitFrames(limit);
 */
export const CALLER = 2;

/** Sets how many frames stacks have, and gives what that was. */
export function limitFrames(limit: number | undefined): number | undefined {
  const before = V8.stackTraceLimit;
  try {
    V8.stackTraceLimit = limit;
  } catch {
    // Hardened programs freeze Error; a site then has as many frames as the program's limit.
  }
  return before;
}

let isEveryStepKept = false;

/**
 * Has every step that is made from now on keep the place where it was written, also those that nothing can be said
 * against: for a program that runs templates and tells which step failed. A place costs more than the step itself.
 */
export function keepPlacesOfSteps(): void {
  isEveryStepKept = true;
}

/** Whether {@link keepPlacesOfSteps} was called. */
export function keepsPlacesOfSteps(): boolean {
  return isEveryStepKept;
}

/** `at f (file:///a/b.ts:12:5)`, `at /a/b.ts:12:5`, and `f@file:///a/b.ts:12:5` of other engines. */
const FRAME = /(?:\(|@|at (?:async )?)((?:file:\/\/|[a-z][a-z0-9+.-]*:\/\/)?[^()@]*?):(\d+):(\d+)\)?$/;

/** The position of a site; `undefined` when the engine tells none. */
export function positionOf(site: Site): Position | undefined {
  if (site.place !== undefined) return site.place([]);
  const frames = site.stack?.split("\n").filter((line) => /^\s*at |@/.test(line)) ?? [];
  for (const line of site instanceof Error ? frames.slice(CALLER - 1) : frames) {
    const found = FRAME.exec(line.trimEnd());
    if (found === null) continue;
    const [, file = "", row, column] = found;
    if (file.startsWith("node:") || file === "") continue;
    return { file: toPath(file), line: Number(row), column: Number(column) };
  }
  return undefined;
}

function toPath(file: string): string {
  return file.startsWith("file://") ? decodeURIComponent(new URL(file).pathname) : file;
}
