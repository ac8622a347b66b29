import { binary, call, number } from "@packwright/hcl";
import type { BinaryOperator } from "@packwright/hcl/nodes";
import type { z } from "zod";
import type { SchemaDefinition } from "../schema-type.js";
import type { ConstraintRule, Test } from "./rule.js";
import { textRules } from "./text-rules.js";

/** The definition of a check; every one of zod's own is one of these. */
export type CheckDefinition = z.core.$ZodChecks["_zod"]["def"];

/** What a check of a schema of some type comes to: none for what only describes, several where one does not say it all. */
export function rulesOf(check: CheckDefinition, type: SchemaDefinition["type"]): readonly ConstraintRule[] {
  const unit = type === "string" || type === "template_literal" ? "character" : "item";
  switch (check.check) {
    case "min_length":
      return [size(">=", check.minimum, `at least ${count(check.minimum, unit)}`)];
    case "max_length":
      return [size("<=", check.maximum, `at most ${count(check.maximum, unit)}`)];
    case "length_equals":
      return [size("==", check.length, count(check.length, unit))];
    case "min_size":
      return [size(">=", check.minimum, `at least ${count(check.minimum, unit)}`)];
    case "max_size":
      return [size("<=", check.maximum, `at most ${count(check.maximum, unit)}`)];
    case "size_equals":
      return [size("==", check.size, count(check.size, unit))];
    case "greater_than":
      return [
        bound(check.inclusive ? ">=" : ">", check.value, check.inclusive ? "be at least" : "be greater than"),
      ];
    case "less_than":
      return [
        bound(check.inclusive ? "<=" : "<", check.value, check.inclusive ? "be at most" : "be less than"),
      ];
    case "multiple_of":
      return [multipleOf(check.value)];
    case "number_format":
    case "bigint_format":
      return numberFormat(check.format);
    case "string_format":
      return textRules(check);
    case "overwrite":
      return [{ constraint: "changing the text (trim, toLowerCase …)", verb: "done" }];
    default:
      return isDescription(check) ? [] : [{ constraint: check.check }];
  }
}

/** zod/mini has checks that describe a schema and demand nothing. */
function isDescription(check: { readonly check: string }): boolean {
  return check.check === "describe" || check.check === "meta";
}

function size(operator: BinaryOperator, limit: number, has: string): ConstraintRule {
  return {
    test: (value) => binary(call("length", [value]), operator, number(limit)),
    demand: `have ${has}`,
  };
}

function bound(operator: BinaryOperator, limit: unknown, demand: string): ConstraintRule {
  if (typeof limit === "number" ? Number.isFinite(limit) : typeof limit === "bigint") {
    const value = limit as number | bigint;
    return {
      test: (given) => binary(given, operator, number(value)),
      demand: `${demand} ${String(value)}`,
    };
  }
  return { constraint: `${demand} ${String(limit)}` };
}

/** HCL's numbers are binary, so that a part of a whole, such as 0.1, would divide what it should and leave a rest. */
function multipleOf(step: number | bigint): ConstraintRule {
  if (typeof step === "number" && !Number.isSafeInteger(step)) {
    return {
      constraint: `being a multiple of ${String(step)}`,
      reason: "Packer's numbers are binary, and this one is none of them",
    };
  }
  return {
    test: (value) => binary(binary(value, "%", number(step)), "==", number(0)),
    demand: `be a multiple of ${String(step)}`,
  };
}

const RANGES: Readonly<Record<string, readonly [least: bigint, most: bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

const isWhole: Test = (value) => binary(call("floor", [value]), "==", value);

/** A number without a fraction. */
export const WHOLE: ConstraintRule = { test: isWhole, demand: "be a whole number" };

function numberFormat(format: string): readonly ConstraintRule[] {
  // What a double can hold without loss is a matter of JavaScript's.
  if (format === "safeint") return [WHOLE];
  const range = RANGES[format];
  if (range === undefined) return [{ constraint: `the format ${format}` }];
  const [least, most] = range;
  return [
    WHOLE,
    {
      test: (value) => binary(binary(value, ">=", number(least)), "&&", binary(value, "<=", number(most))),
      demand: `be from ${String(least)} to ${String(most)}`,
    },
  ];
}

function count(amount: number, unit: string): string {
  return `${String(amount)} ${unit}${amount === 1 ? "" : "s"}`;
}
