import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NOTE, NOTE_HCL, projectOfTest } from "./cli.test-support.js";

const user = projectOfTest();
const { inProject } = user;

const NOWHERE = 'import a from "./nowhere.js";\nexport default a;\n';
const NO_SUCH_NAME = 'import { sources } from "@packwright/core";\nexport default sources;\n';

it.each([
  [
    "throws",
    'const a = 1;\nthrow new Error("no key");\n',
    "bad.ts cannot be loaded: no key\n  in bad.ts:2:7\n",
  ],
  ["throws what is no error", "throw { a: 1 };\n", 'bad.ts threw {"a":1}\n'],
  [
    "is a function that throws",
    "const no: { x?: { y: 1 } } = {};\nexport default () => no.x!.y;\n",
    "bad.ts cannot be loaded: TypeError: Cannot read properties of undefined (reading 'y')\n  in bad.ts:2:28\n",
  ],
  [
    "has a syntax error",
    "export default {\n  a: [1,\n};\n",
    'bad.ts cannot be loaded: SyntaxError: Unexpected "}"\n  in bad.ts:3:1\n',
  ],
  ["exports nothing", "const a = 1;\n", "bad.ts exports no template; export one by default: "],
  [
    "imports what is not there",
    NOWHERE,
    'bad.ts cannot be loaded: there is no module "nowhere.js", which bad.ts imports\n',
  ],
  [
    "imports a name that is not there",
    NO_SUCH_NAME,
    "does not provide an export named 'sources'\n  in bad.ts:1\n",
  ],
  [
    "waits for what never happens",
    "await new Promise(() => undefined);\n",
    "bad.ts waits for something that never happens",
  ],
  ["ends the process", "process.exit(0);\n", "bad.ts ended the process while it was loaded"],
])("a template that %s gives a message with its place and no stack", (_, text, message) => {
  const { code, out, err } = inProject({ "bad.ts": text }).run(["synth", "bad.ts"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain(message);
  expect(err).not.toMatch(/^ +at .*(?:dist|node:)/m);
});

it.each([
  [
    "web.pkr.hcl",
    'web.pkr.hcl is a template of Packer\'s, not a program that makes one; let a program hand it over: export default load("web.pkr.hcl"), with load of @packwright/core/load\n',
  ],
  [
    "old.json",
    'old.json is a template of Packer\'s, not a program that makes one; let a program hand it over: export default load("old.json"), with load of @packwright/core/load\n',
  ],
  ["notes.txt", "notes.txt is neither TypeScript nor JavaScript\n"],
])("%s is wrong usage where programs are asked for", (file, message) => {
  const found = inProject({ [file]: "{}\n" }).run(["check", "--no-types", file]);
  expect(found).toEqual({ code: 2, out: "", err: message });
});

it("a program hands over a template of Packer's", () => {
  inProject({
    "web.pkr.hcl": 'source "null" "web" {\n  ssh_port = 22\n}\nbuild {\n  sources = ["source.null.wbe"]\n}\n',
    "web.ts":
      'import { load } from "@packwright/core/load";\nexport default load(`${import.meta.dirname}/web.pkr.hcl`);\n',
  });
  const { code, out } = user.current.run(["check", "--no-types", "web.ts"]);
  expect(code).toBe(1);
  expect(out).toContain("web.pkr.hcl:5:14");
});

it("a syntax error in JavaScript has its line", () => {
  const { code, err } = inProject({ "bad.mjs": "export default {\n  a: [1,\n};\n" }).run([
    "synth",
    "bad.mjs",
  ]);
  expect(code).toBe(1);
  expect(err).toBe("bad.mjs cannot be loaded: SyntaxError: Unexpected token '}'\n  in bad.mjs:3\n");
});

it.each([
  [
    "a loop",
    "let n = 0;\nfor (;;) {\n  n++;\n}\n",
    /^bad\.ts was still running after 5 s; .*\n {2}in bad\.ts:[23]:\d+\n$/,
  ],
  [
    "a loop of promises",
    "const spin = async (): Promise<void> => {\n  for (;;) await 0;\n};\nexport default spin;\n",
    /^bad\.ts was still running after 5 s; .*\n {2}in bad\.ts:2:\d+\n$/,
  ],
  [
    "a wait",
    "setInterval(() => undefined, 1000);\nawait new Promise(() => undefined);\n",
    /^bad\.ts was still waiting for something after 5 s; --timeout sets another limit\n$/,
  ],
])("--timeout ends %s without an end", (_, text, message) => {
  const { code, out, err } = inProject({ "bad.ts": text }).run(["check", "--timeout", "5", "bad.ts"]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(message);
});

it("what a template leaves open does not keep the command", () => {
  inProject({ "note.ts": `${NOTE}setInterval(() => undefined, 1000);\n` });
  expect(user.current.run(["synth", "--stdout", "note.ts"])).toEqual({ code: 0, out: NOTE_HCL, err: "" });
});

it.each([["x"], ["-1"], [""]])("--timeout %j is wrong usage", (given) => {
  const { code, err } = inProject({ "note.ts": NOTE }).run(["synth", `--timeout=${given}`, "note.ts"]);
  expect(code).toBe(2);
  expect(err).toContain("Give seconds, for example 10; 0 is no limit.");
});

const CONFIG = `import { defineConfig } from "@packwright/cli";

export default defineConfig({ templates: ["images"], synth: { form: "json", out: "made" } });
`;

it("packwright.config.ts names the templates and says how they are written; the command line comes first", () => {
  inProject({ "packwright.config.ts": CONFIG, "images/note.ts": NOTE });
  expect(user.current.run(["synth"])).toEqual({ code: 0, out: "written   made/note.pkr.json\n", err: "" });
  expect(user.current.run(["list", "packwright.config.ts"]).out).toBe("file.note\n");
  expect(user.current.run(["synth", "images/note.ts", "--form", "hcl"]).out).toBe(
    "written   made/note.pkr.hcl\n",
  );
  expect(readFileSync(join(user.current.folder, "made/note.pkr.hcl"), "utf8")).toBe(NOTE_HCL);
});

it("every mistake of a configuration is told", () => {
  inProject({
    "packwright.config.mjs": 'export default { templates: "images", synth: { form: "x" }, colour: 1 };\n',
  });
  const { code, err } = user.current.run(["synth"]);
  expect(code).toBe(1);
  expect(err).toMatch(/^packwright\.config\.mjs is not a right configuration\n/);
  expect(err).toContain("  templates: ");
  expect(err).toContain("  synth.form: ");
  expect(err).toContain('"colour"');
});

it("a configuration has to export something by default", () => {
  inProject({ "packwright.config.ts": "export const a = 1;\n" });
  expect(user.current.run(["synth"]).err).toContain("write export default defineConfig({…})");
});
