import { describe, expect, it } from "vitest";
import { parse } from "./parser/parse.js";
import { SourceText } from "./source.js";

describe("a place in a text", () => {
  it("counts lines and columns from 1 and bytes from 0", () => {
    const source = new SourceText("ab\ncd");
    expect([0, 2, 3, 5].map((offset) => source.position(offset))).toEqual([
      { byte: 0, line: 1, column: 1 },
      { byte: 2, line: 1, column: 3 },
      { byte: 3, line: 2, column: 1 },
      { byte: 5, line: 2, column: 3 },
    ]);
  });

  it("counts what a reader sees as a character as one column", () => {
    const { source } = parse('a = "e\u0301👩‍👩‍👧日" # x\n');
    expect(source.position(source.text.indexOf("#"))).toEqual({ byte: 31, line: 1, column: 11 });
  });

  it("counts a mark behind a quote as a column of its own, as HCL does", () => {
    const { source } = parse('a = ["\u0301", b]\n');
    expect(source.position(source.text.indexOf("b")).column).toBe(11);
  });

  it("does not count a byte order mark as a column", () => {
    expect(parse("\ufeffab").source.position(2)).toEqual({ byte: 4, line: 1, column: 2 });
  });

  it("is that of the end for an offset beyond it", () => {
    expect(new SourceText("a\r\nb").position(99)).toEqual({ byte: 4, line: 2, column: 2 });
  });

  it("gives back the bytes it was read from", () => {
    const bytes = Uint8Array.of(35, 0xff, 10);
    expect(parse(bytes).source.bytes()).toBe(bytes);
    expect(new SourceText("aé日😀").bytes()).toEqual(new TextEncoder().encode("aé日😀"));
  });
});
