import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { referenceTitle } from "../../../../tools/src/hcl-reference.js";
import { parseExpression } from "../parser/parse.js";
import type { Position } from "../source.js";
import { functions } from "../functions/functions.js";
import { anyExpression } from "./arbitrary-expression.test-support.js";
import { evaluate } from "./evaluate.js";
import { describeValue, VARIABLES } from "./scope.test-support.js";

const table = functions();

interface Outcome {
  readonly output: string | undefined;
  readonly summary: string | undefined;
  readonly detail: string | undefined;
  readonly start: Position | undefined;
  readonly end: Position | undefined;
}

function outcomeOf(text: string): Outcome {
  const { expression, source } = parseExpression(text, { file: "text" });
  if (expression === undefined) throw new Error(`not read: ${text}`);
  const { value, diagnostics } = evaluate(expression, { variables: VARIABLES, functions: table, source });
  const [first] = diagnostics;
  const subject = first?.subject;
  return {
    output: first === undefined ? comparable(text, describeValue(value)) : undefined,
    summary: first?.summary,
    detail: comparableDetail(first?.detail),
    start: subject && source.position(subject.start),
    end: subject && source.position(subject.end),
  };
}

/** The names in the scope whose values are unknown, whole or in part. */
const UNKNOWN = /\b(?:u(?:string|number|bool|strings|person)|partly)\b/;

/**
 * What is compared of a value. The reference drops the marks of arguments beside an unknown one, however the value of the
 * whole becomes known after all, and those of a loop in a template over what is unknown; here they are kept.
 */
function comparable(text: string, output: string | undefined): string | undefined {
  return UNKNOWN.test(text) || output?.includes("?") === true || text.includes("%{ for")
    ? output?.replaceAll("!", "")
    : output;
}

/**
 * What is compared of a message. The reference adds its stack and Go's names of types where it panics, and which of several
 * attributes it complains of is up to chance.
 */
function comparableDetail(detail: string | undefined): string | undefined {
  return detail
    ?.replace(/\ngoroutine[^]*/, "")
    .replace(/ \(cty\.[^]*/, "")
    .replace(/(element|attribute) ".*$/gm, "$1");
}

describe(referenceTitle("an expression"), () => {
  it("comes to the value, or the first error, that HCL's own library gives", () => {
    holdLaw(anyExpression, 5000, {
      ask: (text) => ({ command: "evaluate", text }),
      judge: ({ output, diagnostics }, text) => {
        const [first] = diagnostics ?? [];
        // Where the reference itself crashes on an operation, it has no words that could be the same.
        const hasCrashed = first?.detail.startsWith("Error during operation: panic in") === true;
        expect({ text, ...outcomeOf(text) }).toEqual({
          text,
          output: comparable(text, output),
          summary: first?.summary,
          detail: hasCrashed ? (expect.any(String) as string) : comparableDetail(first?.detail),
          start: first?.range?.start,
          end: first?.range?.end,
        });
      },
    });
  });
});
