import fc from "fast-check";
import { program } from "./arbitrary-program.test-support.js";

export const SNIPPETS: readonly string[] = [
  ...Array.from("{}[]()\"$%=,.:?!-+*/<>&|~'`;#\\\n\r \t0aé“\u00a0\ufeff"),
  "${",
  "%{",
  "~}",
  "<<E\n",
  "<<-E\nE\n",
  "/*",
  "*/",
  "//",
  "...",
  "=>",
  "::",
  "==",
  "\r\n",
  "for ",
  "in ",
  "if ",
  "%{if a}",
  "%{endif}",
  "%{else}",
  "%{endfor}",
  "%{for a in b}",
  "a = 1\n",
  "b {\n",
  "}\n",
  '"x"',
  "\\u12",
  "1.2.3",
  ".0.1",
  "[*]",
  ".*",
];

interface Edit {
  readonly at: number;
  readonly take: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  take: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(1, 2, 5, 20) },
  ),
  put: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SNIPPETS) },
    { weight: 1, arbitrary: fc.constant("") },
  ),
});

/** A text with a few places changed. */
export function mutate(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { at, take, put } of edits) {
    const offset = Math.floor(at * (result.length + 1));
    result = result.slice(0, offset) + put + result.slice(offset + take);
  }
  return result;
}

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { minLength: 1, maxLength: 4 });

/** A program with mistakes, most likely. */
export const brokenProgram: fc.Arbitrary<string> = fc
  .tuple(program, edits)
  // Files have no halves of characters, and the reference is handed a file.
  .map(([text, changes]) => mutate(text, changes).toWellFormed());
