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
  stackTraceLimit?: number;
}

// V8's additions to Error; other engines lack them and give a whole stack instead.
const V8: V8Error = Error as V8Error;

/**
 * The place that called `above`, which is the public function that the user called.
 *
 * @param above the function whose caller is meant
 */
export function callSite(above: unknown): Site {
  if (V8.captureStackTrace === undefined) return new Error();
  const site: Site = {};
  const limit = V8.stackTraceLimit;
  limitFrames(1);
  V8.captureStackTrace(site, above);
  limitFrames(limit);
  return site;
}

/** Frames above the one that is meant in the stack of {@link callerSite}: its own, and that of the function that calls it. */
const ABOVE = 2;

/**
 * The place that called the function that calls this, where {@link callSite} would name that function: it takes less
 * time and memory, of which it is the larger part for a component in a template.
 */
export function callerSite(): Site {
  const limit = V8.stackTraceLimit;
  limitFrames(ABOVE + 1);
  const site = new Error();
  limitFrames(limit);
  return site;
}

function limitFrames(limit: number | undefined): void {
  try {
    V8.stackTraceLimit = limit ?? 10;
  } catch {
    // Hardened programs freeze Error; a site then has as many frames as the program's limit.
  }
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
  // Whoever asks for the caller's place gets the frames above it too.
  for (const line of site instanceof Error ? frames.slice(ABOVE) : frames) {
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
