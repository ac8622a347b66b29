import { escapeQuoted } from "../escape.js";
import type { Block, BodyItem, Comment, Label } from "../nodes.js";
import { printComment } from "./comment.js";
import { plainLine, printAligned, type Line } from "./lines.js";
import { assignment } from "./wrapped.js";

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
  let text = "";
  let out: string[] = [];
  const printer = new BodyPrinter("");
  for (const item of body.items) {
    printer.add(item, out);
    if (item.kind === "attribute") continue;
    text += out.join("");
    out = [];
  }
  printer.end(body.dangling, out);
  return text + out.join("");
}

/** Prints the items of one body, of which attributes beside each other wait until all of them can be aligned. */
class BodyPrinter {
  readonly #indent: string;
  #run: Line[] = [];
  #isFirst = true;

  constructor(indent: string) {
    this.#indent = indent;
  }

  add(item: BodyItem, out: string[]): void {
    const isBehind = !this.#isFirst;
    this.#isFirst = false;
    if (item.kind === "attribute") {
      // An attribute behind a block starts a paragraph of its own.
      if (isBehind && this.#run.length === 0) out.push("\n");
      if (item.leading !== undefined) addComments(item.leading, this.#indent, this.#run);
      this.#run.push(assignment(item.name, item.value, item.trailing, this.#indent));
      return;
    }
    if (this.#run.length > 0) {
      printAligned(this.#run, this.#indent, out);
      this.#run = [];
    }
    if (isBehind) out.push("\n");
    printBlock(item, this.#indent, out);
  }

  end(dangling: readonly Comment[] | undefined, out: string[]): void {
    if (dangling !== undefined) addComments(dangling, this.#indent, this.#run);
    printAligned(this.#run, this.#indent, out);
  }
}

function addComments(comments: readonly Comment[], indent: string, lines: Line[]): void {
  for (const comment of comments) lines.push(plainLine(printComment(comment, indent)));
}

function printBlock(node: Block, indent: string, out: string[]): void {
  if (node.leading !== undefined)
    for (const comment of node.leading) out.push(`${printComment(comment, indent)}\n`);
  let opening = indent + node.type;
  for (const label of node.labels) opening += ` ${printLabel(label)}`;
  const end = node.trailing === undefined ? "\n" : ` ${printComment(node.trailing, "")}\n`;
  const at = out.push(`${opening} {\n`) - 1;
  const printer = new BodyPrinter(`${indent}  `);
  for (const item of node.body.items) printer.add(item, out);
  printer.end(node.body.dangling, out);
  if (out.length === at + 1) out[at] = `${opening} {}${end}`;
  else out.push(`${indent}}${end}`);
}

function printLabel(label: Label): string {
  return label.quoted ? `"${escapeQuoted(label.value)}"` : label.value;
}
