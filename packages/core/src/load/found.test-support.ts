import { formatDiagnostic } from "../diagnostics/diagnostic.js";
import { load, type LoadOptions } from "./load.js";

const MACHINE = 'source "null" "a" {\n  communicator = "none"\n}\n';
const BUILD = 'build {\n  sources = ["null.a"]\n}\n';

/** What is found in a template that has a source and a build beside the text, but for notes. */
export function found(text: string, options: LoadOptions = {}): string {
  const rest = (text.includes("communicator =") ? "" : MACHINE) + (text.includes("build {") ? "" : BUILD);
  return load({ name: "t.pkr.hcl", text: text + rest }, options)
    .check()
    .filter(({ severity }) => severity !== "note")
    .map(formatDiagnostic)
    .join("\n");
}

/** What is found in the body of a build with the source `null.a`. */
export function foundInBuild(text: string, options: LoadOptions = {}): string {
  return found(`${MACHINE}build {\n  sources = ["null.a"]\n${text}}\n`, options);
}
