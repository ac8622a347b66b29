import { describe, expect, it } from "vitest";
import { attribute, block, heredoc, number, string, text, tuple } from "../create.js";
import { printLossless } from "../lossless/print.js";
import { parse, type ParsedFile } from "../parser/parse.js";
import { EditError, findBlock } from "./address.js";
import { removeAttribute, renameAttribute, setAttribute } from "./attributes.js";
import { insertBlock, removeBlock, setLabels } from "./blocks.js";

const FILE = parse(`# top
source "null" "a" { # opens
  # about zone
  zone = "x" # why
  name = "n"

  # apart
}

build {
  provisioner "shell" {
    script="a.sh"
  }
  provisioner "shell" {
    script = "b.sh"
  }
}
`);
const SOURCE = [{ type: "source", labels: ["null", "a"] }];

/** The lines that differ, old ones with a minus, new ones with a plus. */
function change(edit: (file: ParsedFile) => ParsedFile, file: ParsedFile = FILE): string {
  const before = printLossless(file).split("\n");
  const after = printLossless(edit(file)).split("\n");
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  return [
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
  ].join("\n");
}

describe("setting an attribute", () => {
  it("changes its value and nothing else", () => {
    expect(change((file) => setAttribute(file, SOURCE, "zone", string("y")))).toBe(
      '-  zone = "x" # why\n+  zone = "y" # why',
    );
  });

  it("adds it behind the last one, aligned with those around it", () => {
    expect(change((file) => setAttribute(file, SOURCE, "image_family", string("f")))).toBe(
      [
        '-  zone = "x" # why',
        '-  name = "n"',
        '+  zone         = "x" # why',
        '+  name         = "n"',
        '+  image_family = "f"',
      ].join("\n"),
    );
  });

  it("adds it where it is told to", () => {
    expect(change((file) => setAttribute(file, SOURCE, "size", number(1), { before: "name" }))).toBe(
      "+  size = 1",
    );
    expect(change((file) => setAttribute(file, SOURCE, "size", number(1), { after: "zone" }))).toBe(
      "+  size = 1",
    );
  });

  it("leaves lines alone that an author laid out otherwise", () => {
    const file = parse("a=1\nbb = 2\n");
    expect(printLossless(setAttribute(file, [], "ccc", number(3)))).toBe("a=1\nbb  = 2\nccc = 3\n");
  });

  it("goes to a block among several by its place", () => {
    const path = ["build", { type: "provisioner", index: 1 }];
    expect(change((file) => setAttribute(file, path, "script", string("c.sh")))).toBe(
      '-    script = "b.sh"\n+    script = "c.sh"',
    );
  });

  it("moves a comment out of the way of a heredoc", () => {
    expect(change((file) => setAttribute(file, SOURCE, "zone", heredoc("EOT", [text("y\nz\n")])))).toBe(
      ['-  zone = "x" # why', "+  # why", "+  zone = <<-EOT", "+    y", "+    z", "+  EOT"].join("\n"),
    );
  });

  it("opens up a block on one line", () => {
    const file = parse("a { b = 1 }\nc {}\n");
    expect(printLossless(setAttribute(file, ["a"], "dd", number(2)))).toBe(
      "a {\n  b  = 1\n  dd = 2\n}\nc {}\n",
    );
    expect(printLossless(setAttribute(file, ["c"], "d", number(2)))).toBe("a { b = 1 }\nc {\n  d = 2\n}\n");
    expect(printLossless(setAttribute(file, ["a"], "b", heredoc("E", [text("x\n")])))).toContain(
      "a {\n  b = <<-E\n",
    );
  });

  it("works on a file without a last newline, with Windows line endings and a byte order mark", () => {
    expect(printLossless(setAttribute(parse("a = 1"), [], "b", number(2)))).toBe("a = 1\nb = 2\n");
    expect(printLossless(setAttribute(parse("\ufeffa = 1\r\n"), [], "b", number(2)))).toBe(
      "\ufeffa = 1\r\nb = 2\r\n",
    );
    expect(printLossless(setAttribute(parse(""), [], "b", tuple([])))).toBe("b = []\n");
  });

  it("leaves the file that it was given as it was", () => {
    const before = printLossless(FILE);
    setAttribute(FILE, SOURCE, "zone", string("y"));
    expect(printLossless(FILE)).toBe(before);
  });

  it("says what is wrong when it cannot be done", () => {
    expect(() => setAttribute(FILE, ["nothing"], "a", number(1))).toThrow(
      new EditError("There is no block nothing in this file"),
    );
    expect(() => setAttribute(FILE, ["build", "provisioner"], "a", number(1))).toThrow(
      "say which with index",
    );
    expect(() => setAttribute(FILE, [], "a b", number(1))).toThrow("cannot be the name");
    expect(() => setAttribute(parse("a = ["), [], "b", number(1))).toThrow("has syntax errors");
  });
});

describe("removing and renaming", () => {
  it("takes an attribute's own comments along", () => {
    expect(change((file) => removeAttribute(file, SOURCE, "zone"))).toBe(
      '-  # about zone\n-  zone = "x" # why',
    );
  });

  it("does nothing where there is no such attribute", () => {
    expect(removeAttribute(FILE, SOURCE, "nothing")).toBe(FILE);
  });

  it("closes the gap that an alignment needed", () => {
    expect(printLossless(removeAttribute(parse("a   = 1\nbbb = 2\n"), [], "bbb"))).toBe("a = 1\n");
  });

  it("empties a block on one line", () => {
    expect(printLossless(removeAttribute(parse("a { b = 1 }\n"), ["a"], "b"))).toBe("a {}\n");
  });

  it("aligns with the new name", () => {
    expect(change((file) => renameAttribute(file, SOURCE, "name", "label"))).toBe(
      ['-  zone = "x" # why', '-  name = "n"', '+  zone  = "x" # why', '+  label = "n"'].join("\n"),
    );
  });

  it("takes a block away with the blank line that set it apart", () => {
    expect(printLossless(removeBlock(parse("a {\n}\n\n# about b\nb {\n}\n\nc {\n}\n"), ["b"]))).toBe(
      "a {\n}\n\nc {\n}\n",
    );
  });
});

describe("blocks", () => {
  it("are added at the end of a body, set apart", () => {
    const added = block("post-processor", ["manifest"], [attribute("output", string("m.json"))]);
    expect(change((file) => insertBlock(file, ["build"], added))).toBe(
      ["+", '+  post-processor "manifest" {', '+    output = "m.json"', "+  }"].join("\n"),
    );
  });

  it("are added before and behind another", () => {
    const file = parse("a {\n}\n\nc {\n}\n");
    expect(printLossless(insertBlock(file, [], block("b", [], []), { before: ["c"] }))).toBe(
      "a {\n}\n\nb {}\n\nc {\n}\n",
    );
    expect(printLossless(insertBlock(file, [], block("b", [], []), { after: ["a"] }))).toBe(
      "a {\n}\n\nb {}\n\nc {\n}\n",
    );
  });

  it("get other labels", () => {
    expect(change((file) => setLabels(file, SOURCE, ["null", 'b"']))).toBe(
      '-source "null" "a" { # opens\n+source "null" "b\\"" { # opens',
    );
  });

  it("are found by labels, and not found when there are none", () => {
    expect(findBlock(FILE, SOURCE)?.labels.map(({ value }) => value)).toEqual(["null", "a"]);
    expect(findBlock(FILE, [{ type: "source", labels: ["null", "b"] }])).toBeUndefined();
  });
});

describe("an edit beside odd layout", () => {
  it("puts a heredoc at the end of a file, or before blanks, where nothing stands behind its marker", () => {
    const value = heredoc("EOT", [text("x\ny\n")]);
    expect(printLossless(setAttribute(parse("a = 1"), [], "a", value))).toBe("a = <<-EOT\n  x\n  y\nEOT\n");
    expect(printLossless(setAttribute(parse("a = 1 \t\nb = 2\n"), [], "a", value))).toBe(
      "a = <<-EOT\n  x\n  y\nEOT\nb = 2\n",
    );
    expect(printLossless(setAttribute(parse("a = /* k */ 1 /* c */ # d\n"), [], "a", value))).toBe(
      "/* c */ # d\na = /* k */ <<-EOT\n  x\n  y\nEOT\n",
    );
  });

  it("adds nothing into a comment that ends before a }", () => {
    expect(printLossless(setAttribute(parse("a {\n/* b\nc */}\n"), ["a"], "d", number(1)))).toBe(
      "a {\n  d = 1\n/* b\nc */}\n",
    );
    expect(printLossless(insertBlock(parse("a {\n/* b\nc */}\n"), ["a"], block("d", [], [])))).toBe(
      "a {\n  /* b\nc */\n  d {}\n}\n",
    );
  });

  it("leaves the next line alone, however it is laid out", () => {
    expect(printLossless(setAttribute(parse("a = 1\nb{c=1}\n"), [], "d", number(2)))).toBe(
      "a = 1\nd = 2\nb{c=1}\n",
    );
  });
});
