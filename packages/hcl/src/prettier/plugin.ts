import type { AstPath, Doc, Parser, Printer, SupportLanguage } from "prettier";
import { format } from "../format/format.js";
import { parse } from "../parser/parse.js";
import { visit } from "../visit.js";

/*
 * A plugin for Prettier whose output is that of `packer fmt`: HCL has one canonical layout, so there is nothing to
 * configure. Only types of Prettier are imported here, so this loads without it.
 */

/** What the plugin hands from its parser to its printer: a text that is laid out already. */
export interface HclDocument {
  readonly type: "hcl";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The files that Prettier formats with this plugin. */
export const languages: SupportLanguage[] = [
  {
    name: "HCL",
    parsers: ["hcl"],
    extensions: [".hcl", ".pkr.hcl", ".pkrvars.hcl", ".tf", ".tfvars", ".nomad", ".workflow"],
    aliases: ["terraform", "packer", "nomad"],
    vscodeLanguageIds: ["hcl", "terraform", "packer"],
  },
];

/** Prettier's way to say where a text is wrong: it shows `codeFrame` and takes lines and columns from 1. */
class HclSyntaxError extends SyntaxError {
  readonly loc: { readonly start: Place; readonly end: Place };
  readonly codeFrame: string;

  constructor(message: string, start: Place, end: Place, codeFrame: string) {
    super(`${message} (${String(start.line)}:${String(start.column)})`);
    this.loc = { start, end };
    this.codeFrame = codeFrame;
  }
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const parser: Parser<HclDocument> = {
  astFormat: "hcl",
  parse: (text) => ({ type: "hcl", text: layOut(text), start: 0, end: text.length }),
  locStart: (node) => node.start,
  locEnd: (node) => node.end,
  hasPragma: (text) => /^\s*(?:#|\/\/|\/\*)\s*@(?:format|prettier)\b/.test(text),
};

const printer: Printer<HclDocument> = {
  print: (path: AstPath<HclDocument>) => toDoc(path.node.text),
  insertPragma: (text) => `# @format\n\n${text}`,
};

/** A line break as it is: without indentation, without trimming what stands before it. */
const LINE_BREAK: Doc = { type: "line", hard: true, literal: true };

function toDoc(text: string): Doc {
  return text.split("\n").flatMap((line, at): Doc[] => (at === 0 ? [line] : [LINE_BREAK, line]));
}

export const parsers: Record<"hcl", Parser<HclDocument>> = { hcl: parser };
export const printers: Record<"hcl", Printer<HclDocument>> = { hcl: printer };

function layOut(text: string): string {
  const { text: laidOut, diagnostics } = format(text);
  const [first] = diagnostics;
  if (first !== undefined) {
    const start = place(text, first.start);
    throw new HclSyntaxError(first.summary, start, place(text, first.end), first.frame);
  }
  return keepIgnored(text, laidOut);
}

function place(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Puts back the lines of every item that a `# prettier-ignore` comment stands above. */
function keepIgnored(text: string, laidOut: string): string {
  if (!text.includes("prettier-ignore")) return laidOut;
  const original = text.split("\n");
  const lines = laidOut.split("\n");
  for (const { from, to } of ignoredLines(text)) {
    for (let line = from; line <= to; line++) lines[line] = original[line] ?? "";
  }
  return lines.join("\n");
}

/** The lines, from 0, of what is to be left alone: the formatter breaks and joins none, so they keep their numbers. */
function ignoredLines(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  const { body, source } = parse(text);
  visit(body, (node) => {
    const isIgnored = "leading" in node && node.leading.at(-1)?.text.trim() === "prettier-ignore";
    if (!isIgnored) return true;
    found.push({ from: source.lineAt(node.start ?? 0) - 1, to: source.lineAt(node.end ?? 0) - 1 });
    return false;
  });
  return found;
}
