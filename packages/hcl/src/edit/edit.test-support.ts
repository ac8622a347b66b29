import { expect } from "vitest";
import * as create from "../create.js";
import { format } from "../format/format.js";
import { commentsOf, printLossless } from "../lossless/print.js";
import type { Body, BodyItem, Comment, Expression } from "../nodes.js";
import { parse, type ParsedFile } from "../parser/parse.js";
import { type BlockPath, findBlock, rangeOf, requireBody } from "./address.js";
import { removeAttribute, setAttribute } from "./attributes.js";
import { insertBlock, removeBlock } from "./blocks.js";

/** An edit that a file of any content can take, and what it does to the file's tree. */
export interface AnyEdit {
  readonly name: string;
  readonly path: BlockPath;
  /** What is set or removed; absent when something is added. */
  readonly subject?: BodyItem;
  readonly apply: (file: ParsedFile) => ParsedFile;
}

const NEW_NAME = "packwright_new_name";

/** Values of one line, of several, and text that becomes a heredoc. */
export const VALUES: readonly Expression[] = [
  create.string("new"),
  create.number("1"),
  create.object([create.objectItem("team", create.string("a")), create.objectItem("k", create.nil())]),
  create.heredoc("EOT", [create.text("one\n  two\n")], true),
];

/** Every edit of one kind that this file can take: so many as there are places for it. */
export function editsOf(file: ParsedFile, value: Expression): readonly AnyEdit[] {
  const edits: AnyEdit[] = [];
  const inserted = create.block("inserted", ["x"], [create.attribute("a", value)]);
  const walk = (body: Body, path: BlockPath): void => {
    edits.push({ name: "add", path, apply: (each) => setAttribute(each, path, NEW_NAME, value) });
    edits.push({
      name: "insert",
      path,
      apply: (each) => insertBlock(each, path, inserted),
    });
    const counts = new Map<string, number>();
    for (const item of body.items) {
      if (item.kind === "attribute") {
        const { name } = item;
        edits.push(
          { name: "set", path, subject: item, apply: (each) => setAttribute(each, path, name, value) },
          { name: "remove", path, subject: item, apply: (each) => removeAttribute(each, path, name) },
        );
        continue;
      }
      const index = counts.get(item.type) ?? 0;
      counts.set(item.type, index + 1);
      const inner = [...path, { type: item.type, index }];
      edits.push({ name: "remove block", path, subject: item, apply: (each) => removeBlock(each, inner) });
      walk(item.body, inner);
    }
  };
  walk(file.body, []);
  return edits;
}

/** Holds an edit of a valid text to what every edit has to do. */
export function checkEdit(text: string, edit: AnyEdit): void {
  const file = parse(text);
  const tidy = format(text).text;
  const edited = edit.apply(file);
  const after = printLossless(edited);
  const label = `${edit.name} ${JSON.stringify(edit.path)} ${JSON.stringify(text)}`;
  expect(edited.diagnostics, label).toEqual([]);
  // In a text that was laid out, all of it is; and laying out before or behind the edit comes to the same.
  const inTidy = printLossless(edit.apply(parse(tidy)));
  expect(format(inTidy).text, label).toBe(inTidy);
  expect(format(after).text, label).toBe(inTidy);
  checkComments(file, edited, edit, label);
  checkLines(text, tidy, after, file, edit, label);
}

/** The comments that an edit may take with it: those of what it removes, those inside of a value that goes. */
function ownComments(file: ParsedFile, { name, subject }: AnyEdit): readonly Comment[] {
  if (subject === undefined) return [];
  const whole = name !== "set" && subject.leading !== undefined ? subject.leading[0] : undefined;
  const { start, end } =
    name === "set" && subject.kind === "attribute" ? rangeOf(subject.value) : rangeOf(subject);
  const from = whole?.start ?? start;
  const line = file.source.lineAt(end);
  // Comments behind an item on its line are its own.
  const to = name === "set" ? end : file.source.lineStart(line + 1);
  return commentsOf(file).filter((comment) => (comment.start ?? 0) >= from && (comment.start ?? 0) < to);
}

function checkComments(before: ParsedFile, after: ParsedFile, edit: AnyEdit, label: string): void {
  const own = new Set(ownComments(before, edit).map(({ start }) => start));
  const left = commentsOf(after).map(textOf);
  for (const comment of commentsOf(before)) {
    if (own.has(comment.start)) continue;
    const at = left.indexOf(textOf(comment));
    expect(at, `${label} lost ${textOf(comment)}`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
}

function textOf({ style, text }: Comment): string {
  return style + text;
}

/** Lines that their author laid out otherwise are there as they were, but those of the edit itself and blank ones. */
function checkLines(
  text: string,
  tidy: string,
  after: string,
  file: ParsedFile,
  edit: AnyEdit,
  label: string,
): void {
  const own = ownLines(file, edit);
  // A last line without a line break gets that of the file.
  const linesOf = (each: string): readonly string[] => each.split(/\r?\n/);
  const tidyLines = linesOf(tidy);
  const left = new Map<string, number>();
  for (const line of linesOf(after)) left.set(line, (left.get(line) ?? 0) + 1);
  linesOf(text).forEach((line, at) => {
    const isOwn = own.some(({ from, to }) => at + 1 >= from && at + 1 <= to);
    if (isOwn || line === tidyLines[at] || line.trim() === "") return;
    const count = left.get(line) ?? 0;
    expect(count, `${label} changed ${JSON.stringify(line)}`).toBeGreaterThan(0);
    left.set(line, count - 1);
  });
}

/** The lines, from 1, of what is set or removed, and those of a one-line block that an edit opens up. */
function ownLines(
  file: ParsedFile,
  { path, subject }: AnyEdit,
): readonly { readonly from: number; readonly to: number }[] {
  const lines: { from: number; to: number }[] = [];
  const add = (from: number, to: number): void => {
    lines.push({ from: file.source.lineAt(from), to: file.source.lineAt(to) });
  };
  if (subject !== undefined) {
    const { start, end } = rangeOf(subject);
    add(subject.leading?.[0]?.start ?? start, Math.max(end, (subject.trailing?.end ?? 0) - 1));
  }
  const owner = findBlock(file, path);
  if (owner !== undefined) {
    const { start } = rangeOf(owner.body);
    const first = requireBody(file, path).items[0];
    const end = first === undefined ? rangeOf(owner.body).end : rangeOf(first).start;
    const { text } = file.source;
    if (!text.slice(start, end).includes("\n")) add(rangeOf(owner).start, rangeOf(owner).end);
    // A } with a comment before it gets a line of its own when something is added there.
    const close = rangeOf(owner.body).end - 1;
    if (text.slice(text.lastIndexOf("\n", close - 1) + 1, close).trim() !== "") add(close, close);
  }
  return lines;
}
