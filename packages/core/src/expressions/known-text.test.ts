import { parseExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { knownText } from "./known-text.js";

const read = (text: string): string | undefined => {
  const { expression } = parseExpression(text);
  return expression === undefined ? "not read" : knownText(expression);
};

describe("the text of an expression", () => {
  it("is known of a string, and of a literal that jsonencode is called with", () => {
    expect(read('"a"')).toBe("a");
    expect(read('jsonencode({ type = "bogus", list = [1, true, null] })')).toBe(
      '{"type":"bogus","list":[1,true,null]}',
    );
  });

  it.each([
    "var.x",
    "jsonencode(var.x)",
    'jsonencode({ a = "${var.x}" })',
    "jsonencode([1]...)",
    'upper("a")',
  ])("is Packer's to say of %s", (text) => {
    expect(read(text)).toBeUndefined();
  });
});
