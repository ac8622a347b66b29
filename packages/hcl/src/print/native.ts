import { escapeQuoted } from "../escape.js";
import type { Attribute, Block, BodyItem, Comment, Label } from "../nodes.js";
import { printComment } from "./comment.js";
import { plainLine, printAligned, valueLine, type Line } from "./lines.js";
import { printValue } from "./wrapped.js";

/** What {@link print} prints: a body, or items that are made one by one while they are printed. */
export interface Printable {
  readonly items: Iterable<BodyItem>;
  readonly dangling?: readonly Comment[];
}

/**
 * Prints a body in HCL's native syntax, laid out by itself as `packer fmt` would leave it: two spaces a level, `=`
 * aligned, a blank line around blocks.
 *
 * @example
 * print(body([block("source", ["null", "a"], [attribute("communicator", string("none"))])]))
 * // source "null" "a" {
 * //   communicator = "none"
 * // }
 */
export function print(body: Printable): string {
  // Each top-level item becomes one flat string before the next one is made: a string that grows by small pieces
  // keeps every piece alive until the end.
  const chunks: string[] = [];
  let out: string[] = [];
  printItems(body, "", out, () => {
    chunks.push(out.join(""));
    out.length = 0;
  });
  chunks.push(out.join(""));
  out = [];
  return chunks.join("");
}

function printItems(body: Printable, indent: string, out: string[], afterBlock?: () => void): void {
  let run: Line[] = [];
  let isFirst = true;
  for (const item of body.items) {
    if (item.kind === "attribute") {
      // An attribute behind a block starts a paragraph of its own.
      if (run.length === 0 && !isFirst) out.push("\n");
      addComments(item.leading, indent, run);
      run.push(attributeLine(item, indent));
    } else {
      if (run.length > 0) {
        printAligned(run, out);
        run = [];
      }
      if (!isFirst) out.push("\n");
      printBlock(item, indent, out);
      afterBlock?.();
    }
    isFirst = false;
  }
  addComments(body.dangling, indent, run);
  printAligned(run, out);
}

function attributeLine({ name, value, trailing }: Attribute, indent: string): Line {
  const text = indent + name;
  return valueLine(text, printValue(value, indent, text.length + 3), trailing);
}

function printBlock(node: Block, indent: string, out: string[]): void {
  if (node.leading !== undefined) {
    const comments: Line[] = [];
    addComments(node.leading, indent, comments);
    printAligned(comments, out);
  }
  let opening = indent + node.type;
  for (const label of node.labels) opening += ` ${printLabel(label)}`;
  const end = node.trailing === undefined ? "\n" : ` ${printComment(node.trailing, "")}\n`;
  const at = out.push(`${opening} {\n`) - 1;
  printItems(node.body, `${indent}  `, out);
  if (out.length === at + 1) out[at] = `${opening} {}${end}`;
  else out.push(`${indent}}${end}`);
}

function printLabel(label: Label): string {
  return label.quoted ? `"${escapeQuoted(label.value)}"` : label.value;
}

function addComments(comments: readonly Comment[] | undefined, indent: string, lines: Line[]): void {
  for (const comment of comments ?? []) lines.push(plainLine(printComment(comment, indent)));
}
