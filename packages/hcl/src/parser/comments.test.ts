import { describe, expect, it } from "vitest";
import { commentsOf } from "../lossless/print.js";
import type { Attribute } from "../nodes.js";
import { parse } from "./parse.js";

describe("comments", () => {
  it("of all three kinds belong to the item below them, or before them on its line", () => {
    const { body } = parse("# one\n// two\n/* three */ a = 1 # four\nb {\n  # five\n} // six\n# seven\n");
    expect(body).toMatchObject({
      items: [
        {
          name: "a",
          leading: [
            { style: "#", text: " one" },
            { style: "//", text: " two" },
            { style: "/*", text: " three " },
          ],
          trailing: { style: "#", text: " four" },
        },
        { type: "b", body: { dangling: [{ text: " five" }] }, trailing: { style: "//", text: " six" } },
      ],
      dangling: [{ text: " seven" }],
    });
  });

  it("belong to the items of lists and objects", () => {
    const { body } = parse(
      "a = [\n  # one\n  1, # two\n  2 # three\n  # four\n]\nb = {\n  # five\n  c = 1, # six\n  # seven\n}\n",
    );
    expect((body.items as readonly Attribute[]).map((item) => item.value)).toMatchObject([
      {
        items: [
          { leading: [{ text: " one" }], trailing: { text: " two" } },
          { trailing: { text: " three" } },
        ],
        dangling: [{ text: " four" }],
      },
      {
        items: [{ leading: [{ text: " five" }], trailing: { text: " six" } }],
        dangling: [{ text: " seven" }],
      },
    ]);
  });

  it("belong to the operand that they stand before", () => {
    const { body } = parse("a = /* one */ b + /* two */ c\n");
    expect(body.items[0]).toMatchObject({
      value: { left: { leading: [{ text: " one " }] }, right: { leading: [{ text: " two " }] } },
    });
  });

  it("keep their text without the line ending", () => {
    expect(parse("# a\r\nb = 1\r\n").body.items[0]).toMatchObject({ leading: [{ text: " a" }] });
  });

  it("are all listed, wherever they stand", () => {
    const file = parse("a = b /* one */ + c\nd /* two */ { # three\n}\n");
    expect(commentsOf(file).map(({ text }) => text)).toEqual([" one ", " two ", " three"]);
  });
});
