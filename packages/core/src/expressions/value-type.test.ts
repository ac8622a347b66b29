import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { ANY, BOOL, describeType, NUMBER, STRING, typeExpression, type ValueType } from "./value-type.js";

describe("a type", () => {
  it.each<[ValueType, string, string]>([
    [STRING, "string", "a string"],
    [NUMBER, "number", "a number"],
    [BOOL, "bool", "true or false"],
    [ANY, "any", "any value"],
    [{ kind: "list", element: STRING }, "list(string)", "a list of strings"],
    [{ kind: "set", element: NUMBER }, "set(number)", "a set of numbers"],
    [{ kind: "map", element: BOOL }, "map(bool)", "a map of booleans"],
    [{ kind: "list", element: { kind: "list", element: ANY } }, "list(list(any))", "a list of lists"],
    [{ kind: "map", element: ANY }, "map(any)", "a map of values"],
    [{ kind: "tuple", elements: [STRING, NUMBER] }, "tuple([string, number])", "a list"],
    [{ kind: "list", element: { kind: "tuple", elements: [] } }, "list(tuple([]))", "a list of lists"],
    [
      { kind: "object", attributes: { a: { type: STRING }, b: { type: NUMBER, optional: true } } },
      "object({ a = string, b = optional(number) })",
      "an object",
    ],
  ])("is written as HCL and said in words: %#", (type, hcl, words) => {
    expect(printExpression(typeExpression(type))).toBe(hcl);
    expect(describeType(type)).toBe(words);
  });
});
