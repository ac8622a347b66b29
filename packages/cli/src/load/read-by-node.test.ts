import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { areReadByNode } from "./read-by-node.js";

const folder = mkdtempSync(join(tmpdir(), "packwright-read-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let projects = 0;

/** A file of a project with these settings. */
function fileIn(settings: object, others: Readonly<Record<string, object>> = {}): string {
  const project = join(folder, `project-${String(projects++)}`);
  mkdirSync(join(project, "images"), { recursive: true });
  for (const [name, content] of Object.entries({ "tsconfig.json": settings, ...others })) {
    writeFileSync(join(project, name), JSON.stringify(content));
  }
  return join(project, "images/web.ts");
}

const ERASABLE = { erasableSyntaxOnly: true, verbatimModuleSyntax: true, allowImportingTsExtensions: true };

describe("the TypeScript of a project", () => {
  it("is read by a Node that can where its settings keep to what that can read", async () => {
    const file = fileIn({ compilerOptions: ERASABLE });
    expect(await areReadByNode([file], "strip")).toBe(true);
    expect(await areReadByNode([file], "transform")).toBe(true);
  });

  it("is not read by a Node that cannot", async () => {
    const file = fileIn({ compilerOptions: ERASABLE });
    expect(await areReadByNode([file], false)).toBe(false);
    expect(await areReadByNode([file], undefined)).toBe(false);
  });

  it("counts with the settings that it extends", async () => {
    const file = fileIn({ extends: "./base.json" }, { "base.json": { compilerOptions: ERASABLE } });
    expect(await areReadByNode([file], "strip")).toBe(true);
  });

  it.each(Object.keys(ERASABLE))("is left to tsx without %s", async (option) => {
    const file = fileIn({ compilerOptions: { ...ERASABLE, [option]: undefined } });
    expect(await areReadByNode([file], "strip")).toBe(false);
  });

  it("is left to tsx where one of several files is of another project", async () => {
    const files = [fileIn({ compilerOptions: ERASABLE }), fileIn({ compilerOptions: { strict: true } })];
    expect(await areReadByNode(files, "strip")).toBe(false);
  });
});
