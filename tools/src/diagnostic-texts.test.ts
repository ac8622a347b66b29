import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ROOT } from "./repository.js";

const PACKAGES = ["core", "provisioners", "post-processors", "googlecompute"];
const folders = [...PACKAGES.map((name) => `packages/${name}/src`), "tools/src"];

/** Texts by the paths of files, of those whose name the pattern fits. */
function filesIn(folder: string, pattern: RegExp): readonly (readonly [path: string, text: string])[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name) && !name.includes("generated"))
    .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), "utf8")]);
}

const sources = PACKAGES.flatMap((name) => filesIn(`packages/${name}/src`, /^(?!.*\.test).*\.ts$/)).map(
  ([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
);
/** All tests, without what TypeScript escapes in text. */
const tests = folders
  .flatMap((folder) => filesIn(folder, /\.test.*\.ts$/))
  .map(([, text]) => text.replace(/\\([`$"])/g, "$1"))
  .join("\n");

const constants = new Map<string, ts.Expression>();
for (const source of sources) {
  visit(source, (node) => {
    if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return;
    if (/^[A-Z][A-Z_]+$/.test(node.name.getText())) constants.set(node.name.getText(), node.initializer);
  });
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => {
    visit(child, look);
  });
}

/** The texts that an expression can be, as patterns; none of what is put together elsewhere. */
function patternsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [escape(node.text)];
  if (ts.isTemplateExpression(node))
    return [
      escape(node.head.text) + node.templateSpans.map(({ literal }) => `.*?${escape(literal.text)}`).join(""),
    ];
  if (ts.isConditionalExpression(node)) return [...patternsOf(node.whenTrue), ...patternsOf(node.whenFalse)];
  const name = ts.isPropertyAccessExpression(node) ? node.name.text : node.getText();
  const constant = constants.get(name);
  // A test may also name the constant.
  if (constant === undefined || new RegExp(`\\b${name}\\b`).test(tests)) return [];
  return patternsOf(constant);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe("what a diagnostic says", () => {
  it("stands in a test, whatever it is", () => {
    const silent: string[] = [];
    let count = 0;
    for (const source of sources) {
      visit(source, (node) => {
        if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return;
        if (!["summary", "reason"].includes(node.name.getText()) || node.initializer === undefined) return;
        for (const pattern of patternsOf(node.initializer)) {
          count++;
          if (!new RegExp(pattern).test(tests)) silent.push(`${source.fileName}: ${pattern}`);
        }
      });
    }
    expect(silent).toEqual([]);
    expect(count).toBeGreaterThan(150);
  });
});
