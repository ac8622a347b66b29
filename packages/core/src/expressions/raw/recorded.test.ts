import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../../../tools/src/repository.js";
import { stateOf } from "../expr-value.js";
import { parseExpression } from "./hcl-tag.js";

/** An expression, and what `packer console` of Packer 1.16 said of it. */
interface Recorded {
  readonly expr: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly detail?: string;
}

const recorded = readFileSync(join(ROOT, "fixtures/golden/functions.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Recorded);

/** Mistakes that show without evaluating anything. */
const SEEN = new Set([
  "Call to unknown function",
  "Not enough function arguments",
  "Too many function arguments",
  "Unknown variable",
  "Invalid type specification",
]);

/** What Packer never gets to see, or tries and gives up; that it can never work is said all the same. */
const STRICTER = [
  "can(local.x)",
  'can(tonumber("x"))',
  'can(legacy_strftime("a", "b"))',
  'can(timestamp("x"))',
  'try(nope, "d")',
  'try(var.x, "novar")',
  "try(local.x, 3)",
  'try(unknownfn(), "x")',
  'can(uuidv4("x"))',
  'can(bcrypt("x", 4, 5))',
  "false && nope",
  "false ? nope : 1",
  // The values of a template are spliced in one by one.
  "var",
  "local",
];

function reasons(expr: string): readonly string[] {
  return stateOf(parseExpression(expr)).problems.map(({ reason }) => reason);
}

describe("the expressions that Packer was asked about", () => {
  it("are fine where they were fine to Packer", () => {
    const refused = recorded.filter(({ ok, expr }) => ok && reasons(expr).length > 0);
    expect(refused.map(({ expr }) => expr)).toEqual(STRICTER);
  });

  it("are refused where Packer saw a mistake without evaluating them", () => {
    const seen = recorded.filter(({ error }) => error !== undefined && SEEN.has(error));
    expect(seen.length).toBeGreaterThan(40);
    expect(seen.filter(({ expr }) => reasons(expr).length === 0).map(({ expr }) => expr)).toEqual([]);
  });

  it("are refused for an argument that can never fit", () => {
    const misfits = recorded.filter(
      ({ expr, error, detail = "" }) =>
        error === "Invalid function argument" &&
        /: (?:a )?(?:number|string|bool|list of \w+|set of \w+) (?:is )?required\.$/.test(detail) &&
        !expr.includes("null"),
    );
    expect(misfits.length).toBeGreaterThan(20);
    expect(misfits.filter(({ expr }) => reasons(expr).length === 0).map(({ expr }) => expr)).toEqual([]);
  });

  it("read the same when they are printed", () => {
    for (const { ok, expr } of recorded) {
      if (!ok) continue;
      const first = printExpression(stateOf(parseExpression(expr)).node);
      expect(printExpression(stateOf(parseExpression(first)).node)).toBe(first);
    }
  });
});
