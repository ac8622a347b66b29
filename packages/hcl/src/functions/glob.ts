import { FunctionError } from "./definition.js";
import type { Files } from "./host.js";

/** How many folders deep `**` looks; links may go in circles. */
const DEEPEST = 100;

/** The paths below a folder that a pattern matches, whatever they are: `*.txt`, `**` for any folders, `{a,b}`, `[a-z]`. */
export function glob(files: Files, folder: string, pattern: string): readonly string[] {
  const found = new Set<string>();
  const parts = pattern.split("/").filter((part) => part !== "" && part !== ".");
  const matchers = parts.map((part) => (part === "**" ? undefined : partMatcher(part)));
  search(files, folder, "", matchers, found, 0);
  return [...found];
}

type Matcher = ((name: string) => boolean) | undefined;

/** Looks for the rest of a pattern below a folder; an absent matcher stands for `**`. */
function search(
  files: Files,
  folder: string,
  relative: string,
  matchers: readonly Matcher[],
  found: Set<string>,
  depth: number,
): void {
  const [matcher, ...rest] = matchers;
  if (matchers.length === 0 || depth > DEEPEST) return;
  // Any folders may be none.
  if (matcher === undefined && rest.length > 0) search(files, folder, relative, rest, found, depth);
  for (const name of namesIn(files, folder)) {
    if (matcher !== undefined && !matcher(name)) continue;
    const path = `${folder}/${name}`;
    const shown = relative === "" ? name : `${relative}/${name}`;
    if (rest.length === 0) found.add(shown);
    const next = matcher === undefined ? matchers : rest;
    if (next.length > 0 && files.stat(path)?.kind === "directory") {
      search(files, path, shown, next, found, depth + 1);
    }
  }
}

function namesIn(files: Files, folder: string): readonly string[] {
  return files.stat(folder)?.kind === "directory" ? files.list(folder) : [];
}

/** The pattern of one name; alternatives and classes as Go's doublestar has them. */
function partMatcher(pattern: string): (name: string) => boolean {
  const alternatives = expandBraces(pattern).map((text) => Array.from(text));
  for (const characters of alternatives) checkClasses(characters);
  return (name) => alternatives.some((characters) => matches(characters, Array.from(name)));
}

/** The most alternatives that braces may come to. */
const MOST_ALTERNATIVES = 1000;

function expandBraces(pattern: string): readonly string[] {
  const match = /^((?:\\.|[^{\\])*)\{((?:\\.|[^{}\\])*)\}([\s\S]*)$/.exec(pattern);
  if (match === null) return [pattern];
  const [, before = "", inner = "", after = ""] = match;
  const tails = expandBraces(after);
  const all = inner.split(",").flatMap((choice) => tails.map((tail) => before + choice + tail));
  if (all.length > MOST_ALTERNATIVES) throw new FunctionError("the pattern has too many alternatives");
  return all;
}

function badPattern(): FunctionError {
  return new FunctionError("syntax error in pattern");
}

function checkClasses(pattern: readonly string[]): void {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === "\\") at++;
    else if (pattern[at] === "[") at = classEnd(pattern, at);
  }
}

/** Where a class ends: the place of its `]`. */
function classEnd(pattern: readonly string[], open: number): number {
  for (let at = open + 2; at < pattern.length; at++) {
    if (pattern[at] === "\\") at++;
    else if (pattern[at] === "]") return at;
  }
  throw badPattern();
}

/** Matches with one place to come back to, the last star, so that no pattern takes long. */
function matches(pattern: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  while (i < name.length) {
    const length = at < pattern.length && pattern[at] !== "*" ? matchOne(pattern, at, name[i] ?? "") : 0;
    if (length > 0) {
      at += length;
      i++;
    } else if (pattern[at] === "*") {
      star = at++;
      resume = i;
    } else if (star >= 0) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** How much of the pattern the character matches; 0 when it does not. */
function matchOne(pattern: readonly string[], at: number, character: string): number {
  const first = pattern[at];
  if (first === "?") return 1;
  if (first === "\\") return pattern[at + 1] === character ? 2 : 0;
  if (first !== "[") return first === character ? 1 : 0;
  const end = classEnd(pattern, at);
  const negated = pattern[at + 1] === "^" || pattern[at + 1] === "!";
  let isIn = false;
  for (let i = at + (negated ? 2 : 1); i < end; i++) {
    if (pattern[i] === "\\") i++;
    const low = pattern[i] ?? "";
    const isSpan = pattern[i + 1] === "-" && i + 2 < end;
    const high = isSpan ? (pattern[i + 2] ?? "") : low;
    if (character >= low && character <= high) isIn = true;
    if (isSpan) i += 2;
  }
  return isIn === negated ? 0 : end - at + 1;
}
