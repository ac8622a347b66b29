import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { choiceSchema, formSchema, wholeNumberSchema } from "./schemas.js";

function problem(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message;
}

describe("choiceSchema", () => {
  it("takes its words, and empty text for none of them", () => {
    const schema = choiceSchema(["pd-ssd", "a.b"]);
    for (const word of ["pd-ssd", "a.b", ""]) expect(problem(schema, word)).toBeUndefined();
    for (const word of ["PD-SSD", "pd-ss", "axb", "pd-ssd\n"])
      expect(problem(schema, word)).toBe('has to be one of "pd-ssd", "a.b"');
  });

  it("takes them in any case where the component does", () => {
    const schema = choiceSchema(["X86_64"], { ignoreCase: true });
    expect(problem(schema, "x86_64")).toBeUndefined();
    expect(problem(schema, "x8664")).toBe('has to be one of "X86_64"');
  });
});

describe("formSchema", () => {
  it("says its form in words, and takes empty text", () => {
    const schema = formSchema(/^[a-z]+$/, "a word");
    expect(problem(schema, "web")).toBeUndefined();
    expect(problem(schema, "")).toBeUndefined();
    expect(problem(schema, "1")).toBe("has to be a word");
  });
});

describe("wholeNumberSchema", () => {
  it("says its bounds, and takes 0 for not set", () => {
    const schema = wholeNumberSchema({ min: 10, max: 20 });
    for (const value of [0, 10, 20]) expect(problem(schema, value)).toBeUndefined();
    for (const value of [9, 21, -1]) expect(problem(schema, value)).toBe("has to be from 10 to 20");
    expect(problem(wholeNumberSchema({ min: 0 }), -1)).toBe("has to be 0 or more");
    expect(problem(wholeNumberSchema({ max: 9 }), 10)).toBe("has to be at most 9");
  });

  it("takes no fraction", () => {
    expect(problem(wholeNumberSchema(), 1.5)).toBeDefined();
    expect(problem(wholeNumberSchema(), -5)).toBeUndefined();
  });
});
