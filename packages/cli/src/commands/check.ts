import { formatDiagnostic, type Diagnostic } from "@packwright/core";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Project } from "../load/set-out.js";
import { EXIT, UserError, type Output } from "../output.js";
import { checkTypes } from "./check-types.js";
import { sarifOf } from "./sarif.js";

/** A diagnostic and the file of the template that it is about. */
export interface Found extends Diagnostic {
  readonly template: string;
}

type Report = (found: readonly Found[], cwd: string) => string;

const REPORTS: Readonly<Record<string, Report>> = {
  text: textOf,
  json: (found) => `${JSON.stringify(found, null, 2)}\n`,
  github: (found, cwd) => found.map((each) => githubOf(each, cwd)).join(""),
  sarif: (found, cwd) => `${JSON.stringify(sarifOf(found, cwd), null, 2)}\n`,
};

/** What `check` can be told. */
export interface CheckCommandOptions {
  readonly format: string;
  /** `false` leaves the types to others. */
  readonly types?: boolean;
}

/** Reports what the project's TypeScript says, and every diagnostic of templates; notes too where a program reads them. */
export async function check(
  { files, load }: Project,
  { format, types }: CheckCommandOptions,
  cwd: string,
  output: Output,
): Promise<number> {
  const report = REPORTS[format];
  if (report === undefined) {
    throw new UserError(
      `--format is "${format}"; it is one of ${Object.keys(REPORTS).join(", ")}`,
      EXIT.usage,
    );
  }
  const typed = types === false ? [] : await checkTypes(await files(), cwd);
  if (typed === undefined) {
    output.err("types were not checked: this project has no TypeScript; npm install --save-dev typescript\n");
  }
  let found: readonly Found[] = typed ?? [];
  try {
    const loaded = await load();
    found = [
      ...found,
      ...loaded.flatMap(({ file, template }) =>
        template.check().map((diagnostic): Found => ({ ...diagnostic, template: file })),
      ),
    ];
  } catch (error) {
    // A template that cannot be loaded is told of by its error; what types say of it may be the reason. A person is not
    // told that there are no errors, and a program gets a list that it can read.
    if (found.length > 0 || format !== "text") output.out(report(found, cwd));
    throw error;
  }
  output.out(report(found, cwd));
  return found.some(({ severity }) => severity === "error") ? EXIT.failed : EXIT.ok;
}

function textOf(found: readonly Found[], cwd: string): string {
  const shown = found.filter(({ severity }) => severity !== "note");
  const count = (severity: string): string => {
    const n = found.filter((each) => each.severity === severity).length;
    return `${String(n)} ${severity}${n === 1 ? "" : "s"}`;
  };
  return [
    ...shown.map((each) => `${formatDiagnostic(each)}${frameOf(each)}\n`),
    `${count("error")}, ${count("warning")}\n`,
  ]
    .join("\n")
    .replaceAll(`${cwd}/`, "");
}

/** The line of the program that a diagnostic is about, with the lines around it. */
function frameOf({ position }: Found): string {
  if (position === undefined) return "";
  const lines = readLines(position.file);
  if (lines === undefined) return "";
  const from = Math.max(position.line - 2, 1);
  const width = String(position.line + 1).length;
  const frame = lines.slice(from - 1, position.line + 1).flatMap((line, at) => {
    const number = from + at;
    const isIt = number === position.line;
    const text = `${isIt ? ">" : " "} ${String(number).padStart(width)} | ${line}`;
    return isIt ? [text, `  ${" ".repeat(width)} | ${" ".repeat(position.column - 1)}^`] : [text];
  });
  return `\n\n${frame.join("\n")}`;
}

function readLines(file: string): readonly string[] | undefined {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    // A file that is not there any more has no lines to show.
    return undefined;
  }
}

/** A command that GitHub Actions turns into an annotation of a line. */
function githubOf({ severity, summary, code, detail, path, position, template }: Found, cwd: string): string {
  const level = severity === "note" ? "notice" : severity;
  const place = `file=${property(relative(cwd, position?.file ?? template))},line=${String(position?.line ?? 1)},col=${String(position?.column ?? 1)}`;
  const message = [`${summary} [${code}]`, `at ${path}`, ...(detail === undefined ? [] : [detail])].join(
    "\n",
  );
  return `::${level} ${place},title=${property(code)}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
