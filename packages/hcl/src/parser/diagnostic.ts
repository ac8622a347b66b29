import type { SyntaxCode } from "../lexer/syntax-code.js";
import type { Problems } from "../lexer/problems.js";
import type { SourceText } from "../source.js";
import { codeFrame } from "./code-frame.js";

/** A syntax error: where it is, what was expected there, what to do. */
export interface SyntaxDiagnostic {
  readonly severity: "error";
  /** The stable name of the kind of error. */
  readonly code: SyntaxCode;
  /** What is wrong, and what was expected. */
  readonly summary: string;
  /** What to do about it. */
  readonly detail: string;
  /** The range of the error, in UTF-16 offsets of the source, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The line of the error with its range marked. */
  readonly frame: string;
}

export function toDiagnostics(problems: Problems, source: SourceText): readonly SyntaxDiagnostic[] {
  if (!problems.any) return [];
  return problems.list().map((problem) => ({
    severity: "error",
    ...problem,
    frame: codeFrame(source, problem.start, problem.end),
  }));
}

/**
 * A diagnostic as a person reads it: place, message, the line with a mark under the error, what to do.
 *
 * @example
 * formatDiagnostic(parse("a = [1, 2\n", { file: "main.pkr.hcl" }).diagnostics[0], source);
 * // main.pkr.hcl:2:1: A comma or ] is expected here, found the end of the file (unclosed-list)
 * // …
 */
export function formatDiagnostic(diagnostic: SyntaxDiagnostic, source: SourceText): string {
  const { line, column } = source.position(diagnostic.start);
  const place = `${source.file ?? "<input>"}:${line}:${column}`;
  return `${place}: ${diagnostic.summary} (${diagnostic.code})\n\n${diagnostic.frame}\n\n${diagnostic.detail}`;
}
