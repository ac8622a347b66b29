import { MESSAGES } from "./messages.js";
import type { SyntaxCode } from "./syntax-code.js";

/** An error found, before it is told with its surroundings. */
export interface Problem {
  readonly code: SyntaxCode;
  readonly summary: string;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
}

/** More than a reader can use; what matters is that a hostile file cannot make the list as large as itself. */
const LIMIT = 1000;

/** Collects errors: one a place, in any order, and no more than the limit. */
export class Problems {
  private readonly found = new Map<number, Problem>();
  private overflow: Problem | undefined;

  get any(): boolean {
    return this.found.size > 0;
  }

  /** Whether there are more errors than are told. */
  get isFull(): boolean {
    return this.overflow !== undefined;
  }

  /** Notes an error; a second one at the same offset is a consequence of the first and left out. */
  report(code: SyntaxCode, start: number, end: number, subject = ""): void {
    if (this.found.has(start)) return;
    if (this.found.size >= LIMIT) this.overflow ??= problem("too-many-errors", start, end, "");
    else this.found.set(start, problem(code, start, end, subject));
  }

  /** Takes over an error that was found elsewhere, by the same rules. */
  add(found: Problem): void {
    if (this.found.size >= LIMIT) this.overflow ??= problem("too-many-errors", found.start, found.end, "");
    else if (!this.found.has(found.start)) this.found.set(found.start, found);
  }

  /** All of them in the order of the text. */
  list(): readonly Problem[] {
    const sorted = [...this.found.values()].sort((a, b) => a.start - b.start);
    return this.overflow === undefined ? sorted : [...sorted, this.overflow];
  }
}

function problem(code: SyntaxCode, start: number, end: number, subject: string): Problem {
  const [summary, detail] = MESSAGES[code];
  return {
    code,
    summary: summary.replace("{}", () => subject),
    detail: detail.replace("{}", () => subject),
    start,
    end,
  };
}
