import { describe, expect, it } from "vitest";
import * as create from "../create.js";
import { format } from "../format/format.js";
import { print } from "./native.js";

describe("an object with an odd key", () => {
  it("has its own = aligned, not that of an object inside the key", () => {
    const inner = create.object([create.objectItem("k", create.string("="))]);
    const wide = create.call("f", [
      create.string("x".repeat(80)),
      create.object([create.objectItem("b", create.nil())]),
    ]);
    const text = print(
      create.body([
        create.attribute(
          "a",
          create.object([
            create.objectItem("short", create.number("1")),
            create.objectItem(create.parentheses(inner), wide),
            create.objectItem("longer", create.number("2")),
          ]),
        ),
      ]),
    );
    expect(text).toBe(
      `a = {
  short = 1
  ({ k : "=" }) = f("${"x".repeat(80)}", {
    b = null
  })
  longer = 2
}
`,
    );
    expect(format(text).text).toBe(text);
  });

  it("is as wide as HCL counts it: a mark behind a sequence is a column of its own", () => {
    const key = create.template([create.interpolation(create.traversal("a")), create.text("\u0301b")]);
    const text = print(
      create.body([
        create.attribute(
          "a",
          create.object([
            create.objectItem(key, create.nil()),
            create.objectItem("long_enough", create.nil()),
          ]),
        ),
      ]),
    );
    expect(text).toBe('a = {\n  "${a}\u0301b"    = null\n  long_enough = null\n}\n');
    expect(format(text).text).toBe(text);
  });
});
