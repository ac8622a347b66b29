// The examples and the files that are printed from them; the tests compare these with what is committed.
import type { TemplateOutput } from "@packwright/core";
import matrix from "./matrix/template.js";
import tutorial from "./tutorial/template.js";
import windows from "./windows/template.js";

/** A template and the files that it is written to, by their path in this folder. */
export interface Example {
  readonly name: string;
  readonly template: TemplateOutput;
  readonly files: readonly string[];
}

const forms = (path: string, endings: readonly string[]): readonly string[] =>
  endings.map((ending) => `${path}${ending}`);

export const examples: readonly Example[] = [
  {
    name: "tutorial",
    template: tutorial,
    files: forms("tutorial/loop-node-18-ubuntu-minimal-2204", [".pkr.hcl", ".pkr.json", ".json"]),
  },
  // Legacy JSON has no names of builds, which this template gives.
  { name: "matrix", template: matrix, files: forms("matrix/golden", [".pkr.hcl", ".pkr.json"]) },
  { name: "windows", template: windows, files: forms("windows/windows", [".pkr.hcl", ".pkr.json", ".json"]) },
];
