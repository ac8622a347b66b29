import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import { isTemplateError } from "../output.js";

/**
 * What a person has to know of an error that a file of theirs ended with: what it says, and the innermost place that is
 * theirs.
 */
export function messageOf(error: unknown, path: string, cwd: string): string {
  const name = relative(cwd, path);
  if (!(error instanceof Error)) return `${name} threw ${textOf(error)}`;
  if (isTemplateError(error)) return `${name}: ${error.message}`;
  const transform = TRANSFORM.exec(error.message);
  if (transform !== null) {
    const [, file = path, row, column, text] = transform;
    // Its columns count from 0.
    return told(name, `SyntaxError: ${text ?? ""}`, placeIn(file, row, String(Number(column) + 1), cwd));
  }
  const missing = MISSING.exec(error.message);
  if (missing !== null) {
    const [, kind = "", what = "", from = path] = missing;
    const shown = what.startsWith("/") ? relative(cwd, what) : what;
    return told(name, `there is no ${kind} "${shown}", which ${relative(cwd, from)} imports`, undefined);
  }
  const kind = error.name === "Error" ? "" : `${error.name}: `;
  const place =
    placeOf(error.stack ?? "", cwd) ?? (error instanceof SyntaxError ? syntaxPlace(path, cwd) : undefined);
  return told(name, `${kind}${error.message.trim()}`, place);
}

/** What the transformation of TypeScript says of a file that it cannot read. */
const TRANSFORM = /\n(.+?):(\d+):(\d+): ERROR: (.*)/;
const MISSING = /^Cannot find (module|package) '([^']+)' imported from '?(.+?)'?$/m;
const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?$/;
/** The first line of an error that Node found before anything ran: a file and a line. */
const HEAD = /^((?:file:\/\/)?\/.*?):(\d+)$/;

/** The innermost place of a stack that is in a file of the user's own. */
export function placeOf(stack: string, cwd: string): string | undefined {
  const [first = "", ...frames] = stack.split("\n");
  const [, head, headRow] = HEAD.exec(first) ?? [];
  if (head !== undefined) return placeIn(head, headRow, undefined, cwd);
  for (const line of frames) {
    const [, file, row, column] = FRAME.exec(line.trimEnd()) ?? [];
    const place = file === undefined ? undefined : placeIn(file, row, column, cwd);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeIn(
  file: string,
  row: string | undefined,
  column: string | undefined,
  cwd: string,
): string | undefined {
  const path = file.startsWith("file://") ? decodeURIComponent(new URL(file).pathname) : file;
  if (path.includes("/node_modules/") || path.includes("/dist/")) return undefined;
  return [relative(cwd, path), row, column].filter((part) => part !== undefined).join(":");
}

/** Node keeps the place of a syntax error in a module to itself; `node --check` prints it. */
function syntaxPlace(path: string, cwd: string): string | undefined {
  const { stderr } = spawnSync(process.execPath, ["--check", path], { encoding: "utf8", env: {} });
  return placeOf(stderr, cwd);
}

function told(name: string, what: string, place: string | undefined): string {
  return `${name} cannot be loaded: ${what}${place === undefined ? "" : `\n  in ${place}`}`;
}

function textOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null ? JSON.stringify(thrown) : String(thrown);
}
