import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NOTE, NOTE_HCL, projectOfTest, type Project } from "./cli.test-support.js";

const user = projectOfTest();
const { inProject } = user;

const read = (name: string): string => readFileSync(join(user.current.folder, name), "utf8");

/** A template with a mistake that types do not see. */
const MISTAKE = `import { source } from "@packwright/core";

const target: string = JSON.parse('["x"]');

export default source.file("note", {
  target,
  content: "hello",
});
`;

it("synth writes each template beside its TypeScript, and says what changed", () => {
  const { run } = bound(inProject({ "images/note.ts": NOTE }));
  expect(run("synth", "images")).toEqual({ code: 0, out: "written   images/note.pkr.hcl\n", err: "" });
  expect(read("images/note.pkr.hcl")).toBe(NOTE_HCL);
  expect(run("synth", "images/note.ts").out).toBe("unchanged images/note.pkr.hcl\n");
});

it("synth writes the other forms, and to another folder", () => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  expect(run("synth", "note.ts", "--form", "json", "--out", "out").code).toBe(0);
  expect(run("synth", "note.ts", "--form", "legacy", "--out", "out").code).toBe(0);
  expect(JSON.parse(read("out/note.pkr.json"))).toHaveProperty("source.file.note.content", "hello");
  expect(JSON.parse(read("out/note.json"))).toHaveProperty("builders.0.type", "file");
});

it("synth --check ends with 3 and shows the difference when a file is stale, and writes nothing", () => {
  const { run } = bound(inProject({ "note.ts": NOTE, "note.pkr.hcl": NOTE_HCL.replace("hello", "old") }));
  const { code, out, err } = run("synth", "--check", "note.ts");
  expect(code).toBe(3);
  expect(out).toContain('-  content = "old"\n+  content = "hello"');
  expect(err).toBe("1 file is not what the TypeScript says; run packwright synth\n");
  expect(read("note.pkr.hcl")).toContain("old");
  run("synth", "note.ts");
  expect(run("synth", "--check", "note.ts")).toEqual({ code: 0, out: "", err: "" });
});

it("a list, and a function of the environment and arguments, give a template each", () => {
  const { run } = bound(
    inProject({
      "list.ts": `import { build, source } from "@packwright/core";
const note = (label: "a" | "b") => source.file(label, { target: label, content: label });
export default [note("a"), build([note("b")], { name: "named" })];
`,
      "made.ts": `import { source } from "@packwright/core";
export default ({ env, args }: { env: Record<string, string>; args: string[] }) =>
  source.file("note", { target: "x", content: env.WHO + args.join() });
`,
    }),
  );
  expect(run("synth", "list.ts").out).toBe("written   list-a.pkr.hcl\nwritten   list-named.pkr.hcl\n");
  expect(
    user.current.run(["synth", "--stdout", "made.ts", "--", "x", "y"], { env: { WHO: "me" } }).out,
  ).toContain('"mex,y"');
});

it("an error in one template keeps all of them from being written", () => {
  const { run } = bound(inProject({ "a.ts": NOTE, "b.ts": MISTAKE }));
  const { code, out, err } = run("synth", "a.ts", "b.ts");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("b.ts: the template has one error; nothing was written");
  expect(existsSync(join(user.current.folder, "a.pkr.hcl"))).toBe(false);
});

it("check shows the line of the TypeScript", () => {
  const { run } = bound(inProject({ "note.ts": MISTAKE }));
  const { code, out } = run("check", "--no-types", "note.ts");
  expect(code).toBe(1);
  expect(out).toContain("at source.file.note.target");
  expect(out).toContain("in note.ts:6:3");
  expect(out).toContain(
    '  5 | export default source.file("note", {\n> 6 |   target,\n    |   ^\n  7 |   content',
  );
  expect(out).toContain("1 error, 0 warnings\n");
});

it("check of a right template says so and ends with 0", () => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  expect(run("check", "note.ts")).toEqual({ code: 0, out: "0 errors, 0 warnings\n", err: "" });
});

it("check for programs: JSON, GitHub annotations, SARIF", () => {
  const { run } = bound(inProject({ "note.ts": MISTAKE }));
  expect(JSON.parse(run("check", "--no-types", "note.ts", "--format", "json").out)).toMatchObject([
    { severity: "error", path: "source.file.note.target", position: { line: 6, column: 3 } },
  ]);
  expect(run("check", "--no-types", "note.ts", "--format", "github").out).toMatch(
    /^::error file=note\.ts,line=6,col=3,title=/,
  );
  expect(JSON.parse(run("check", "--no-types", "note.ts", "--format", "sarif").out)).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        results: [
          {
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "note.ts" },
                  region: { startLine: 6, startColumn: 3 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

it.each([
  [["synth"]],
  [["nonsense"]],
  [["synth", "nowhere.ts"]],
  [["synth", "--form", "x", "note.ts"]],
  [["check", "--format", "x", "note.ts"]],
])("%j is wrong usage", (args) => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  const { code, err } = run(...args);
  expect(code).toBe(2);
  expect(err).not.toBe("");
});

it("fmt formats files of folders as packer fmt does, names them, and leaves the rest", () => {
  const ugly = "a=1\nlong=2\n";
  const { run } = bound(
    inProject({ "a.pkr.hcl": ugly, "b.pkrvars.hcl": "a = 1\n", "in/c.pkr.hcl": ugly, "d.hcl": ugly }),
  );
  expect(run("fmt", ".", "--check")).toEqual({ code: 3, out: "a.pkr.hcl\n", err: "" });
  expect(run("fmt", ".", "--no-write", "--diff").out).toContain("-a=1\n-long=2\n+a    = 1\n+long = 2\n");
  expect(read("a.pkr.hcl")).toBe(ugly);
  expect(run("fmt", ".", "--recursive")).toEqual({ code: 0, out: "a.pkr.hcl\nin/c.pkr.hcl\n", err: "" });
  expect(read("in/c.pkr.hcl")).toBe("a    = 1\nlong = 2\n");
  expect(read("d.hcl")).toBe(ugly);
});

it("fmt replaces a file in one step, which keeps its mode; of a link, the file that it leads to", () => {
  const project = inProject({ "in/a.pkr.hcl": "a=1\n" });
  const { folder } = project;
  const target = join(folder, "in/a.pkr.hcl");
  chmodSync(target, 0o640);
  symlinkSync("in/a.pkr.hcl", join(folder, "link.pkr.hcl"));
  const before = statSync(target).ino;
  expect(project.run(["fmt", "link.pkr.hcl"])).toEqual({ code: 0, out: "link.pkr.hcl\n", err: "" });
  expect(lstatSync(join(folder, "link.pkr.hcl")).isSymbolicLink()).toBe(true);
  expect(project.read("in/a.pkr.hcl")).toBe("a = 1\n");
  expect(statSync(target).ino).not.toBe(before);
  expect((statSync(target).mode & 0o7777).toString(8)).toBe("640");
  expect(readdirSync(join(folder, "in"))).toEqual(["a.pkr.hcl"]);
});

it("fmt - formats the standard input", () => {
  inProject({});
  expect(user.current.run(["fmt", "-"], { input: "a=1\n" })).toEqual({ code: 0, out: "a = 1\n", err: "" });
});

it("fmt tells every syntax error, formats the other files, and ends with 1", () => {
  const { run } = bound(inProject({ "a.pkr.hcl": "a = [1, 2\n", "b.pkr.hcl": "a=1\n" }));
  const { code, out, err } = run("fmt", "a.pkr.hcl", "b.pkr.hcl");
  expect({ code, out }).toEqual({ code: 1, out: "b.pkr.hcl\n" });
  expect(err).toContain("a.pkr.hcl:2:1: ");
});

it("list prints what -only matches, also as a CI matrix", () => {
  const { run } = bound(
    inProject({
      "image.ts": `import { build, source } from "@packwright/core";
const note = (label: "a" | "b") => source.file(label, { target: label, content: label });
export default build([note("a"), note("b")], { name: "golden" });
`,
    }),
  );
  expect(run("list", "image.ts").out).toBe("golden.file.a\ngolden.file.b\n");
  expect(JSON.parse(run("list", "image.ts", "--format", "matrix").out)).toEqual({
    include: ["a", "b"].map((label) => ({
      template: "image",
      file: "image.ts",
      build: `golden.file.${label}`,
    })),
  });
});

it("graph prints the flow as Mermaid, or writes it", () => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  expect(run("graph", "note.ts").out).toMatch(/^flowchart /);
  expect(run("graph", "note.ts", "--format", "svg", "--out", "docs").out).toBe("written   docs/note.svg\n");
  expect(read("docs/note.svg")).toContain("<svg");
});

it("graph writes a PNG to a folder, and prints none", () => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  expect(run("graph", "note.ts", "--format", "png", "--out", "docs").out).toBe("written   docs/note.png\n");
  const picture = readFileSync(join(user.current.folder, "docs/note.png"));
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect(run("graph", "note.ts", "--format", "png")).toMatchObject({
    code: 2,
    err: "a PNG is no text to print; name a folder to write it to with --out\n",
  });
  expect(run("graph", "note.ts", "--format", "pdf")).toMatchObject({
    code: 2,
    err: '--format is "pdf"; it is one of mermaid, svg, png\n',
  });
});

it("run without a packer says so", () => {
  const { run } = bound(inProject({ "note.ts": NOTE }));
  const { code, err } = run("run", "--packer", "no-such-packer", "note.ts");
  expect(code).toBe(1);
  expect(err).toContain('note.ts: "no-such-packer" was not found; install Packer');
});

/** `run("synth", "a.ts")` in a project. */
function bound(made: Project): { readonly run: (...args: readonly string[]) => ReturnType<Project["run"]> } {
  return { run: (...args) => made.run(args) };
}
