import type { Located } from "../nodes.js";
import type { SourceText } from "../source.js";

/** A half-open stretch of a source text, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An error of evaluation, worded as HCL words it. */
export interface EvaluationDiagnostic {
  readonly severity: "error";
  /** What is wrong in a few words, the same for all errors of a kind: `Unsupported attribute`. */
  readonly summary: string;
  /** What is wrong with this one. */
  readonly detail: string;
  /** What is at fault; absent for expressions that were made by a program. */
  readonly subject?: Range;
  /** What a function would need of its host, and the host does not have: `files`, `secrets.vault`. */
  readonly needs?: string;
  /** What the subject is part of. */
  readonly context?: Range;
  /** The text that the ranges are of. */
  readonly source?: SourceText;
}

/** Where a node stands; `undefined` when it was made by a program. */
export function rangeOf({ start, end }: Located): Range | undefined {
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** From the start of one node to the end of another. */
export function rangeBetween(first: Located, last: Located): Range | undefined {
  return rangeOf({ ...startOf(first), ...endOf(last) });
}

function startOf({ start }: Located): Located {
  return start === undefined ? {} : { start };
}

function endOf({ end }: Located): Located {
  return end === undefined ? {} : { end };
}

/** A range as HCL's messages write it: `main.pkr.hcl:2,5-9`. */
export function formatRange(range: Range, source: SourceText): string {
  const start = source.position(range.start);
  const end = source.position(range.end);
  const last = start.line === end.line ? String(end.column) : `${end.line},${end.column}`;
  return `${source.file ?? ""}:${start.line},${start.column}-${last}`;
}

/** A diagnostic on one line, as HCL writes it where an error stands inside another's message. */
export function formatEvaluation({ summary, detail, subject, source }: EvaluationDiagnostic): string {
  const place = subject === undefined || source === undefined ? "" : `${formatRange(subject, source)}: `;
  return `${place}${summary}; ${detail}`;
}
