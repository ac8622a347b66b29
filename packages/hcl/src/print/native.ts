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
  // Each block at the root becomes one flat string before the next one is made: a string that grows by small pieces
  // keeps every piece alive until the end.
  let text = "";
  let items: BodyItem[] = [];
  for (const item of body.items) {
    items.push(item);
    if (item.kind === "attribute") continue;
    text += printItems(items, undefined, "", text !== "").join("");
    items = [];
  }
  return text + printItems(items, body.dangling, "", text !== "").join("");
}

/**
 * The lines of a body's items.
 *
 * @param isBehind whether other items stand before them
 */
function printItems(
  items: readonly BodyItem[],
  dangling: readonly Comment[] | undefined,
  indent: string,
  isBehind: boolean,
  out: string[] = [],
): string[] {
  // Attributes beside each other wait until all of them can be aligned.
  let run: Line[] | undefined;
  for (const item of items) {
    if (item.kind === "attribute") {
      // An attribute behind a block starts a paragraph of its own.
      if (isBehind && run === undefined) out.push("\n");
      run = withComments(item.leading, indent, run);
      const line = assignment(item.name, item.value, item.trailing, indent);
      if (run === undefined) run = [line];
      else run.push(line);
    } else {
      if (run !== undefined) printAligned(run, indent, out);
      run = undefined;
      if (isBehind) out.push("\n");
      printBlock(item, indent, out);
    }
    isBehind = true;
  }
  run = withComments(dangling, indent, run);
  if (run !== undefined) printAligned(run, indent, out);
  return out;
}

/** The lines with those of some comments behind them. */
function withComments(
  comments: readonly Comment[] | undefined,
  indent: string,
  lines: Line[] | undefined,
): Line[] | undefined {
  if (comments === undefined) return lines;
  const added = comments.map((comment) => plainLine(printComment(comment, indent)));
  return lines === undefined ? added : lines.concat(added);
}

function printBlock(node: Block, indent: string, out: string[]): void {
  if (node.leading !== undefined)
    for (const comment of node.leading) out.push(`${printComment(comment, indent)}\n`);
  let opening = indent + node.type;
  for (const label of node.labels) opening += ` ${printLabel(label)}`;
  const end = node.trailing === undefined ? "\n" : ` ${printComment(node.trailing, "")}\n`;
  const at = out.push(`${opening} {\n`) - 1;
  const { items, dangling } = node.body;
  printItems(items, dangling, `${indent}  `, false, out);
  if (out.length === at + 1) out[at] = `${opening} {}${end}`;
  else out.push(`${indent}}${end}`);
}

function printLabel(label: Label): string {
  return label.quoted ? `"${escapeQuoted(label.value)}"` : label.value;
}
