import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./repository.js";

const packages = readdirSync(join(ROOT, "packages")).filter((name) =>
  existsSync(join(ROOT, "packages", name, "package.json")),
);

/** The declarations of a package, by their names in its `dist`. */
function declarationsOf(name: string): readonly (readonly [file: string, text: string])[] {
  const folder = join(ROOT, "packages", name, "dist");
  if (!existsSync(folder)) throw new Error("build the packages first: npm run build");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]);
}

describe("declarations, which every compiler of a program reads", () => {
  it.each(packages)(
    "of %s have no character for which an engine keeps the file at two bytes each",
    (name) => {
      const declarations = declarationsOf(name);
      expect(declarations.length).toBeGreaterThan(0);
      for (const [file, text] of declarations)
        expect([file, /[^\0-\xff]/.exec(text)?.[0]]).toEqual([file, undefined]);
    },
  );

  it("of the builder bring the types of the syntax tree alone from the language", () => {
    const loaded = declarationsOf("core").filter(([file]) => !file.startsWith("load"));
    const imported = loaded.flatMap(([, text]) => text.match(/@packwright\/hcl[/\w]*(?=['"])/g) ?? []);
    expect(new Set(imported)).toEqual(new Set(["@packwright/hcl/nodes"]));
  });
});
