import { afterEach, beforeEach, expect, it } from "vitest";
import { Project } from "./cli.test-support.js";

let project = new Project();

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

const MISSPELT = `import { source } from "@packwright/core";

export default source.file("note", { target: "x", contents: "hello" });
`;

it("check tells what the project's TypeScript says, with a frame, and then its own diagnostics", () => {
  project.write("note.ts", MISSPELT);
  const { code, out, err } = project.run(["check", "note.ts"]);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out).toMatch(
    /^error: .*'contents' does not exist.* \[typescript\/TS\d+\]\n {2}at note\.ts\n {2}in note\.ts:3:51\n/,
  );
  expect(out).toContain('> 3 | export default source.file("note", { target: "x", contents: "hello" });');
  expect(out.indexOf("typescript/TS")).toBeLessThan(out.indexOf("[unknown-option]"));
});

it("check uses the tsconfig.json that is nearest, and writes nothing", () => {
  project.write(
    "tsconfig.json",
    '{ "compilerOptions": { "module": "nodenext", "noUnusedLocals": true, "skipLibCheck": true, "types": [] } }',
  );
  project.write(
    "note.ts",
    MISSPELT.replace("contents", "content").replace("\n\n", "\nconst unused = 1;\n\n"),
  );
  const { code, out } = project.run(["check", "note.ts", "--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject([{ code: "typescript/TS6133", position: { line: 2, column: 7 } }]);
  expect(project.run(["check", "note.ts", "--no-types"])).toEqual({
    code: 0,
    out: "0 errors, 0 warnings\n",
    err: "",
  });
});

it("what types say is told of a template that cannot be loaded too", () => {
  project.write("note.ts", "const a: string = 1;\nthrow new Error(a);\n");
  const { code, out, err } = project.run(["check", "note.ts"]);
  expect(code).toBe(1);
  expect(out).toContain("typescript/TS2322");
  expect(err).toBe("note.ts cannot be loaded: 1\n  in note.ts:2:7\n");
});
