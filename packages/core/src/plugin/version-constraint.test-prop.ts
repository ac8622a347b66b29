import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowsBelow, allowsVersion, isVersionConstraint } from "./version-constraint.js";

const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join("."));
const clause = fc
  .tuple(fc.constantFrom("", "=", "!=", ">", ">=", "<", "<=", "~>"), version)
  .map(([operator, text]) => (operator === "" ? text : `${operator} ${text}`));
const constraint = fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => clauses.join(", "));

function numberOf(text: string): number {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return (major * 100 + minor) * 100 + patch;
}

/** The clause by its definition: a version either is inside or is not. */
function admits(text: string, candidate: string): boolean {
  const [, operator = "", bound = ""] = /^(\W*?)\s*(\d.*)$/.exec(text) ?? [];
  const [a, b] = [numberOf(candidate), numberOf(bound)];
  switch (operator) {
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case "!=":
      return a !== b;
    case "~>":
      return a >= b && Math.floor(a / 100) === Math.floor(b / 100);
    default:
      return a === b;
  }
}

describe("allowsBelow", () => {
  it("is true whenever a version below is inside the constraint", () => {
    fc.assert(
      fc.property(constraint, version, version, (text, candidate, limit) => {
        fc.pre(numberOf(candidate) < numberOf(limit));
        fc.pre(text.split(", ").every((one) => admits(one, candidate)));
        expect(allowsBelow(text, limit)).toBe(true);
      }),
    );
  });

  it("stays true when the limit rises", () => {
    fc.assert(
      fc.property(constraint, version, version, (text, a, b) => {
        const [low, high] = numberOf(a) < numberOf(b) ? [a, b] : [b, a];
        if (allowsBelow(text, low)) expect(allowsBelow(text, high)).toBe(true);
      }),
    );
  });

  it("is false for a constraint whose lower bound is the limit", () => {
    fc.assert(
      fc.property(version, constraint, (limit, more) => {
        expect(allowsBelow(`>= ${limit}, ${more}`, limit)).toBe(false);
      }),
    );
  });

  it("is asked about constraints that Packer reads", () => {
    fc.assert(fc.property(constraint, (text) => isVersionConstraint(text)));
  });
});

describe("allowsVersion", () => {
  it("is true for the versions that every part of the constraint admits", () => {
    fc.assert(
      fc.property(constraint, version, (text, candidate) => {
        expect(allowsVersion(text, candidate)).toBe(text.split(", ").every((one) => admits(one, candidate)));
      }),
    );
  });
});
