import { clusterEnd, countClusters } from "../lexer/graphemes.js";
import { isSpace, skipSpaces, trimEnd } from "../lexer/spaces.js";
import type { Expression, Interpolation, Strip } from "../nodes.js";

/** Text as the tokens have it, before trimming, indentation and runs of it are settled. */
export interface RawText {
  readonly kind: "text";
  value: string;
  start: number;
  end: number;
}

export type DirectiveWord = "if" | "else" | "endif" | "for" | "endfor";

/** A directive, before the directives are put together. A part without an expression had an error in it. */
export interface RawDirective {
  readonly kind: "directive";
  readonly word: DirectiveWord;
  readonly expression: Expression | undefined;
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly strip: Strip | undefined;
  readonly start: number;
  readonly end: number;
}

export type RawPart = RawText | Interpolation | RawDirective;

export function trimLeft(value: string): string {
  return value.slice(skipSpaces(value, 0, value.length));
}

export function trimRight(value: string): string {
  return value.slice(0, trimEnd(value, 0, value.length));
}

/**
 * Takes the common indentation off the lines of a `<<-` heredoc: that of the line with the least, blank lines aside.
 * A line that starts with a sequence has none.
 */
export function removeIndentation(parts: readonly RawPart[]): void {
  let least = Number.POSITIVE_INFINITY;
  let lineStart = true;
  const lines: RawText[] = [];
  for (const part of parts) {
    if (lineStart) {
      if (part.kind !== "text") {
        least = 0;
      } else if (!isBlankLine(part.value)) {
        least = Math.min(least, countClusters(part.value, 0, skipSpaces(part.value, 0, part.value.length)));
        lines.push(part);
      }
    }
    lineStart = part.kind === "text" && part.value.endsWith("\n");
  }
  if (least === 0 || !Number.isFinite(least)) return;
  for (const line of lines) {
    let at = 0;
    for (let i = 0; i < least; i++) at = clusterEnd(line.value, at);
    line.value = line.value.slice(at);
    line.start += at;
  }
}

function isBlankLine(value: string): boolean {
  if (!value.endsWith("\n")) return false;
  for (let i = 0; i < value.length; i++) if (!isSpace(value.charCodeAt(i))) return false;
  return true;
}

/** Joins runs of text, in place, and composes their characters (NFC) as HCL's strings do. */
export function joinText(parts: RawPart[]): void {
  let count = 0;
  let pieces: string[] = [];
  let open: RawText | undefined;
  for (const part of parts) {
    if (part.kind === "text") {
      if (open !== undefined) {
        pieces.push(part.value);
        open.end = part.end;
        continue;
      }
      open = part;
      pieces = [part.value];
    } else {
      if (open !== undefined) open.value = compose(pieces.length === 1 ? open.value : pieces.join(""));
      open = undefined;
    }
    parts[count++] = part;
  }
  if (open !== undefined) open.value = compose(pieces.length === 1 ? open.value : pieces.join(""));
  parts.length = count;
}

const ASCII = /^[\x00-\x7f]*$/;

/** Composed characters, which is what HCL's strings are made of. */
export function compose(value: string): string {
  return ASCII.test(value) ? value : value.normalize("NFC");
}
