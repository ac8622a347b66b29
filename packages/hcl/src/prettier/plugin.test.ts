import { readFileSync } from "node:fs";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import * as plugin from "./plugin.js";

const OPTIONS = { parser: "hcl", plugins: [plugin] };

describe("the plugin for Prettier", () => {
  it("formats as packer fmt does", async () => {
    expect(await prettier.format("a=1\nbbb={\nc=<<E\n x  \nE\n}", OPTIONS)).toBe(
      "a = 1\nbbb = {\n  c = <<E\n x  \nE\n}",
    );
  });

  it("keeps the line endings that Prettier is told to keep", async () => {
    expect(await prettier.format("a=1\r\nbb=2\r\n", { ...OPTIONS, endOfLine: "auto" })).toBe(
      "a  = 1\r\nbb = 2\r\n",
    );
  });

  it("leaves an item alone below prettier-ignore", async () => {
    const text =
      "# prettier-ignore\na   =   1\nb {\n// prettier-ignore\nc {\nd=1\n}\ne=[\n# prettier-ignore\n1+1,\n2+2]\n}\n";
    expect(await prettier.format(text, OPTIONS)).toBe(
      "# prettier-ignore\na   =   1\nb {\n  // prettier-ignore\nc {\nd=1\n}\n  e = [\n    # prettier-ignore\n1+1,\n  2 + 2]\n}\n",
    );
  });

  it("moves the cursor of an editor with what it stands before", async () => {
    const text = 'a=1\nlonger="x" # c\nb {\nc=2\n}\n';
    for (const word of ["1", "longer", '"x"', "# c", "b {", "2", "}"]) {
      const cursorOffset = text.indexOf(word);
      const laidOut = await prettier.formatWithCursor(text, { ...OPTIONS, cursorOffset });
      expect(laidOut.formatted.slice(laidOut.cursorOffset)).toMatch(new RegExp(`^ ?${word}`));
    }
  });

  it("changes nothing for a selection, which Prettier knows in languages of its own only", async () => {
    const text = "a=1\nb {\nc=2\n}\n";
    expect(await prettier.format(text, { ...OPTIONS, rangeStart: 8, rangeEnd: 11 })).toBe(text);
  });

  it("formats only what has a pragma where that is asked, and sets one", async () => {
    expect(await prettier.format("a=1\n", { ...OPTIONS, requirePragma: true })).toBe("a=1\n");
    const marked = await prettier.format("a=1\n", { ...OPTIONS, insertPragma: true });
    expect(marked).toBe("# @format\n\na = 1\n");
    expect(await prettier.format(`${marked}bb=2\n`, { ...OPTIONS, requirePragma: true })).toBe(
      "# @format\n\na  = 1\nbb = 2\n",
    );
  });

  it("formats what is fenced in a text in Markdown", async () => {
    expect(await prettier.format("```hcl\na=1\nbb=2\n```\n", { ...OPTIONS, parser: "markdown" })).toBe(
      "```hcl\na  = 1\nbb = 2\n```\n",
    );
  });

  it("tells errors the way Prettier shows them", async () => {
    await expect(prettier.format("a = [1\nb = 2\n", OPTIONS)).rejects.toMatchObject({
      name: "SyntaxError",
      message: expect.stringContaining("A comma or ] is expected here, found b (2:1)") as string,
      loc: { start: { line: 2, column: 1 }, end: { line: 2, column: 2 } },
    });
  });

  it.each(["a.hcl", "a.pkr.hcl", "a.pkrvars.hcl", "a.tf", "a.nomad"])("is chosen for %s", async (file) => {
    expect((await prettier.getFileInfo(file, { plugins: [plugin] })).inferredParser).toBe("hcl");
  });

  it("does not load Prettier", () => {
    const source = readFileSync(new URL("./plugin.ts", import.meta.url), "utf8");
    expect(source).not.toMatch(/^import (?!type).*"prettier"/m);
  });
});
